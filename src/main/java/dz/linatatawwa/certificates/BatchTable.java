package dz.linatatawwa.certificates;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of certificates for many. */
@Repository
class BatchTable {

  static final int PAGE = 30;

  private static final String ROWS = """
      select b.id, b.organization_id, b.campaign_id, b.opportunity_id, b.subject_ar, b.subject_fr, b.asked_from, b.asked_to, b.at_least, b.state, b.people, b.made,
        b.left_out, b.made_at, b.made_by
      from certificates.batch b
      """;

  private final JdbcClient db;

  BatchTable(JdbcClient db) {
    this.db = db;
  }

  /** Whoever has so many minutes that count in a scope of one organisation, put on a list; nothing when there is nobody. */
  Optional<Long> insert(OrganizationId organization, Scope scope, @Nullable LocalName subject, Span span, int atLeast, AccountId by, Instant now) {
    CampaignId campaign = scope.campaign();
    OpportunityId opportunity = scope.opportunity();
    return db.sql("""
        with found as (
          select w.volunteer_id from hours.written w
          where w.organization_id = :organization and w.taken_back_by is null and w.grade::text = any(:grades)
            and (cast(:opportunity as bigint) is null or w.opportunity_id = :opportunity)
            and (cast(:campaign as bigint) is null or w.opportunity_id in (select i.opportunity_id from opportunities.in_campaign i where i.campaign_id = :campaign))
            and (cast(:from as date) is null or w.day >= :from) and (cast(:to as date) is null or w.day <= :to)
          group by w.volunteer_id having sum(w.minutes) >= :atLeast),
        batch as (
          insert into certificates.batch (organization_id, campaign_id, opportunity_id, subject_ar, subject_fr, asked_from, asked_to, at_least, people, made_at, made_by)
          select :organization, :campaign, :opportunity, :subjectAr, :subjectFr, :from, :to, :atLeast, count(*), :now, :by from found having count(*) > 0
          returning id),
        listed as (insert into certificates.batch_person (batch_id, volunteer_id) select batch.id, found.volunteer_id from batch, found)
        select id from batch""")
        .param("organization", organization.value()).param("grades", Grade.COUNTED.stream().map(Grade::name).toArray(String[]::new))
        .param("opportunity", opportunity == null ? null : opportunity.value()).param("campaign", campaign == null ? null : campaign.value())
        .param("from", span.from()).param("to", span.to()).param("atLeast", atLeast).param("subjectAr", subject == null ? null : subject.ar())
        .param("subjectFr", subject == null ? null : subject.fr()).param("now", Timestamp.from(now)).param("by", by.value()).query(Long.class).optional();
  }

  Optional<CertificateBatch> find(OrganizationId organization, long id) {
    return db.sql(ROWS + "where b.id = :id and b.organization_id = :organization").param("id", id).param("organization", organization.value())
        .query((row, number) -> batch(row)).optional();
  }

  Slice<CertificateBatch> of(OrganizationId organization, int page) {
    long total = db.sql("select count(*) from certificates.batch where organization_id = :organization").param("organization", organization.value())
        .query(Long.class).single();
    return new Slice<>(db.sql(ROWS + "where b.organization_id = :organization order by b.id desc limit :limit offset :offset")
        .param("organization", organization.value()).param("limit", PAGE).param("offset", (page - 1L) * PAGE).query((row, number) -> batch(row)).list(), page, PAGE, total);
  }

  List<Long> running() {
    return db.sql("select id from certificates.batch where state = 'running' order by id").query((row, number) -> row.getLong("id")).list();
  }

  /** Holds a batch that runs, for this transaction; nothing when another worker holds it or it has ended. */
  Optional<CertificateBatch> hold(long id) {
    return db.sql(ROWS + "where b.id = :id and b.state = 'running' for update skip locked").param("id", id).query((row, number) -> batch(row)).optional();
  }

  List<AccountId> waiting(long id, int most) {
    return db.sql("select volunteer_id from certificates.batch_person where batch_id = :id and state = 'waiting' order by volunteer_id limit :most")
        .param("id", id).param("most", most).query((row, number) -> new AccountId(row.getLong("volunteer_id"))).list();
  }

  /** @param certificate null: this person was left out */
  void done(long id, AccountId person, @Nullable Long certificate) {
    db.sql("update certificates.batch_person set state = :state, certificate_id = :certificate where batch_id = :id and volunteer_id = :person")
        .param("state", certificate == null ? "left" : "made").param("certificate", certificate).param("id", id).param("person", person.value()).update();
  }

  void count(long id, int made, int left) {
    db.sql("update certificates.batch set made = made + :made, left_out = left_out + :left where id = :id").param("made", made).param("left", left)
        .param("id", id).update();
  }

  boolean move(OrganizationId organization, long id, CertificateBatch.State from, CertificateBatch.State to, Instant now) {
    return db.sql("update certificates.batch set state = :to, ended_at = :ended where id = :id and organization_id = :organization and state = :from")
        .param("to", to.code()).param("ended", to == CertificateBatch.State.RUNNING ? null : Timestamp.from(now)).param("id", id)
        .param("organization", organization.value()).param("from", from.code()).update() == 1;
  }

  private static CertificateBatch batch(ResultSet row) throws SQLException {
    Long campaign = row.getObject("campaign_id", Long.class);
    Long opportunity = row.getObject("opportunity_id", Long.class);
    OrganizationId organization = new OrganizationId(row.getLong("organization_id"));
    return new CertificateBatch(row.getLong("id"), organization,
        new Scope(organization, campaign == null ? null : new CampaignId(campaign), opportunity == null ? null : new OpportunityId(opportunity)),
        new LocalName(row.getString("subject_ar"), row.getString("subject_fr"), null),
        new Span(row.getObject("asked_from", LocalDate.class), row.getObject("asked_to", LocalDate.class)), row.getInt("at_least"),
        CertificateBatch.State.of(row.getString("state")), row.getInt("people"), row.getInt("made"), row.getInt("left_out"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(), new AccountId(row.getLong("made_by")));
  }
}
