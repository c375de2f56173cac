package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of adoptions. */
@Repository
class AdoptionTable {

  private static final String SELECT = "select id, idea_id, organization_id, campaign_id, opportunity_id, at from ideas.adoption where ";

  private final JdbcClient db;

  AdoptionTable(JdbcClient db) {
    this.db = db;
  }

  void insert(IdeaId idea, OrganizationId organization, @Nullable CampaignId campaign, @Nullable OpportunityId opportunity, AccountId by, Instant now) {
    db.sql("""
        insert into ideas.adoption (idea_id, organization_id, campaign_id, opportunity_id, by_id, at)
        values (:idea, :organization, :campaign, :opportunity, :by, :now)
        """).param("idea", idea.value()).param("organization", organization.value()).param("campaign", campaign == null ? null : campaign.value())
        .param("opportunity", opportunity == null ? null : opportunity.value()).param("by", by.value()).param("now", IdeaTable.at(now)).update();
  }

  void end(long id, AccountId by, Instant now) {
    db.sql("update ideas.adoption set ended_at = :now, ended_by = :by where id = :id and ended_at is null").param("id", id).param("by", by.value())
        .param("now", IdeaTable.at(now)).update();
  }

  Optional<Adoption> living(IdeaId idea) {
    return db.sql(SELECT + "idea_id = :idea and ended_at is null").param("idea", idea.value()).query(AdoptionTable::read).optional();
  }

  Map<IdeaId, Adoption> living(Collection<IdeaId> ideas) {
    Map<IdeaId, Adoption> found = new HashMap<>();
    if (ideas.isEmpty()) return found;
    db.sql(SELECT + "idea_id = any(:ideas) and ended_at is null").param("ideas", ideas.stream().map(IdeaId::value).toArray(Long[]::new)).query(AdoptionTable::read).list()
        .forEach(adoption -> found.put(adoption.idea(), adoption));
    return found;
  }

  Optional<Adoption> of(CampaignId campaign) {
    return db.sql(SELECT + "campaign_id = :id and ended_at is null order by id limit 1").param("id", campaign.value()).query(AdoptionTable::read).optional();
  }

  Optional<Adoption> of(OpportunityId opportunity) {
    return db.sql(SELECT + "opportunity_id = :id and ended_at is null order by id limit 1").param("id", opportunity.value()).query(AdoptionTable::read).optional();
  }

  private static Adoption read(ResultSet row, int number) throws SQLException {
    Long campaign = row.getObject("campaign_id", Long.class);
    Long opportunity = row.getObject("opportunity_id", Long.class);
    return new Adoption(row.getLong("id"), new IdeaId(row.getLong("idea_id")), new OrganizationId(row.getLong("organization_id")),
        campaign == null ? null : new CampaignId(campaign), opportunity == null ? null : new OpportunityId(opportunity), IdeaTable.instant(row, "at"));
  }
}
