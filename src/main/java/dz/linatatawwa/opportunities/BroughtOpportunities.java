package dz.linatatawwa.opportunities;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Point;
import dz.linatatawwa.places.WilayaCode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opportunities out of a table that somebody brought: always drafts, which their organisation looks over and publishes itself. */
@Component
public class BroughtOpportunities {

  private final JdbcClient db;

  BroughtOpportunities(JdbcClient db) {
    this.db = db;
  }

  /** What a table says of an opportunity; what it does not say stays open in the draft.
   *  @param minAge null: the usual one */
  public record Draft(String title, String summary, String description, @Nullable String field, @Nullable String activity,
      @Nullable WilayaCode wilaya, @Nullable CommuneCode commune, String address, @Nullable Point at, boolean remote, Set<String> audiences,
      @Nullable Integer minAge, String bring, Nature nature) {}

  /** Keeps a draft.
   *  @param importId the import that can take it back
   *  @param by       null: from the command line */
  @Transactional
  public OpportunityId bring(OrganizationId organization, Draft draft, long importId, @Nullable AccountId by) {
    return new OpportunityId(db.sql("""
        insert into opportunities.opportunity (organization_id, title, summary, description, field_code, activity_code, wilaya_code, commune_code,
            address, lat, lon, remote, audiences, min_age, bring, nature, import_id, made_by)
        values (:organization, :title, :summary, :description, :field, :activity, :wilaya, :commune,
            :address, :lat, :lon, :remote, :audiences, coalesce(cast(:minAge as smallint), 19), :bring, :nature, :import, :by)
        returning id
        """)
        .param("organization", organization.value()).param("title", draft.title()).param("summary", draft.summary())
        .param("description", draft.description()).param("field", draft.field()).param("activity", draft.activity())
        .param("wilaya", draft.wilaya() == null ? null : draft.wilaya().value())
        .param("commune", draft.commune() == null ? null : draft.commune().value())
        .param("address", draft.address()).param("lat", draft.at() == null ? null : draft.at().lat())
        .param("lon", draft.at() == null ? null : draft.at().lon()).param("remote", draft.remote())
        .param("audiences", draft.audiences().toArray(String[]::new)).param("minAge", draft.minAge()).param("bring", draft.bring()).param("nature", draft.nature().code())
        .param("import", importId).param("by", by == null ? null : by.value())
        .query(Long.class).single());
  }

  /** Adds a shift to a draft that an import brought. */
  @Transactional
  public ShiftId addShift(OpportunityId opportunity, Instant startsAt, Instant endsAt, int capacity) {
    return new ShiftId(db.sql("""
        insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity)
        select o.id, :starts, :ends, :capacity
        from opportunities.opportunity o
        where o.id = :opportunity and o.state = 'draft' and o.import_id is not null
        returning id
        """)
        .param("opportunity", opportunity.value()).param("starts", Timestamp.from(startsAt)).param("ends", Timestamp.from(endsAt))
        .param("capacity", capacity).query(Long.class).single());
  }

  /** Whether this is still the untouched draft of an import. */
  public boolean isDraft(OpportunityId opportunity) {
    return db.sql("select exists (select from opportunities.opportunity where id = :id and state = 'draft' and import_id is not null)")
        .param("id", opportunity.value()).query(Boolean.class).single();
  }

  /** Deletes a draft that an import brought, with its shifts.
   *  @return false when it is no longer a draft, and so not the import's to take */
  @Transactional
  public boolean takeBack(OpportunityId opportunity, long importId) {
    boolean draft = db.sql("""
        select 1
        from opportunities.opportunity
        where id = :id and import_id = :import and state = 'draft'
        for update
        """).param("id", opportunity.value()).param("import", importId).query(Integer.class).optional().isPresent();
    if (!draft) return false;
    db.sql("delete from opportunities.shift where opportunity_id = :id").param("id", opportunity.value()).update();
    db.sql("delete from opportunities.series where opportunity_id = :id").param("id", opportunity.value()).update();
    db.sql("delete from opportunities.opportunity where id = :id").param("id", opportunity.value()).update();
    return true;
  }
}
