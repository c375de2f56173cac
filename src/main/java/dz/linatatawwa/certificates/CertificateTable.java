package dz.linatatawwa.certificates;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.Slice;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of certificates. */
@Repository
class CertificateTable {

  static final int PAGE = 20;

  private static final String ROWS = """
      select id, number, kind, volunteer_id, name, minor, organization_id, campaign_id, opportunity_id, subject_ar, subject_fr, asked_from, asked_to,
        first_day, last_day, minutes, gone, lines, people, issued_at, changed_at, withdrawn_at
      from certificates.certificate
      """;

  private final JdbcClient db;

  CertificateTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Certificate> find(CertificateNumber number) {
    return db.sql(ROWS + "where number = :number").param("number", number.value()).query((row, n) -> certificate(row)).optional();
  }

  /** The one that says the same and was not withdrawn. */
  Optional<Certificate> same(byte[] facts) {
    return db.sql(ROWS + "where facts = :facts and withdrawn_at is null").param("facts", facts).query((row, n) -> certificate(row)).optional();
  }

  /** @return nothing when somebody else certified the same at this moment */
  Optional<Long> insert(Draft draft, CertificateNumber number, byte[] code, Instant now) {
    Scope scope = draft.scope();
    LocalName subject = draft.subject();
    return db.sql("""
        insert into certificates.certificate (number, kind, facts, volunteer_id, name, minor, organization_id, campaign_id, opportunity_id, subject_ar, subject_fr,
          asked_from, asked_to, first_day, last_day, minutes, lines, people, code, issued_at, issued_by)
        values (:number, :kind, :facts, :person, :name, :minor, :organization, :campaign, :opportunity, :subjectAr, :subjectFr,
          :askedFrom, :askedTo, :first, :last, :minutes, :lines, :people, :code, :now, :by)
        on conflict (facts) where withdrawn_at is null do nothing
        returning id""")
        .param("number", number.value()).param("kind", draft.kind().code()).param("facts", draft.facts()).param("person", value(draft.person()))
        .param("name", draft.name()).param("minor", draft.minor())
        .param("organization", scope.organization() == null ? null : scope.organization().value())
        .param("campaign", scope.campaign() == null ? null : scope.campaign().value())
        .param("opportunity", scope.opportunity() == null ? null : scope.opportunity().value())
        .param("subjectAr", subject == null ? null : subject.ar()).param("subjectFr", subject == null ? null : subject.fr())
        .param("askedFrom", draft.asked().from()).param("askedTo", draft.asked().to()).param("first", draft.first()).param("last", draft.last())
        .param("minutes", draft.minutes().array()).param("lines", draft.entries().size()).param("people", draft.people()).param("code", code)
        .param("now", Timestamp.from(now)).param("by", value(draft.by())).query(Long.class).optional();
  }

  Slice<Certificate> of(AccountId person, int page) {
    long total = db.sql("select count(*) from certificates.certificate where volunteer_id = :person").param("person", person.value()).query(Long.class).single();
    List<Certificate> rows = db.sql(ROWS + "where volunteer_id = :person order by issued_at desc, id desc limit :limit offset :offset")
        .param("person", person.value()).param("limit", PAGE).param("offset", (page - 1L) * PAGE).query((row, n) -> certificate(row)).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  /** What a batch made, by number of the person. */
  List<Certificate> ofBatch(long batch, int limit, int offset) {
    return db.sql(ROWS + """
        where id in (select p.certificate_id from certificates.batch_person p where p.batch_id = :batch and p.state = 'made')
        order by volunteer_id, id limit :limit offset :offset""").param("batch", batch).param("limit", limit).param("offset", offset)
        .query((row, n) -> certificate(row)).list();
  }

  Optional<byte[]> code(long id) {
    return db.sql("select code from certificates.certificate where id = :id and code is not null").param("id", id).query(byte[].class).optional();
  }

  boolean withdraw(AccountId person, CertificateNumber number, Instant now) {
    return db.sql("update certificates.certificate set withdrawn_at = :now where number = :number and volunteer_id = :person and withdrawn_at is null")
        .param("now", Timestamp.from(now)).param("number", number.value()).param("person", person.value()).update() == 1;
  }

  void list(long certificate, List<Listed> people) {
    List<Long[]> grades = new ArrayList<>();
    for (Grade grade : Grade.values()) grades.add(people.stream().map(one -> one.minutes().of(grade)).toArray(Long[]::new));
    db.sql("""
        insert into certificates.listed (certificate_id, place, volunteer_id, name, minutes)
        select :certificate, l.place, l.person, l.name, array[l.a, l.b, l.c, l.d, l.e]
        from unnest(cast(:places as integer[]), cast(:people as bigint[]), cast(:names as text[]), cast(:a as bigint[]), cast(:b as bigint[]),
          cast(:c as bigint[]), cast(:d as bigint[]), cast(:e as bigint[])) as l(place, person, name, a, b, c, d, e)""")
        .param("certificate", certificate).param("places", people.stream().map(Listed::place).toArray(Integer[]::new))
        .param("people", people.stream().map(one -> one.person().value()).toArray(Long[]::new)).param("names", people.stream().map(Listed::name).toArray(String[]::new))
        .param("a", grades.get(0)).param("b", grades.get(1)).param("c", grades.get(2)).param("d", grades.get(3)).param("e", grades.get(4)).update();
  }

  List<Listed> listed(long certificate) {
    return db.sql("select place, volunteer_id, name, minutes from certificates.listed where certificate_id = :certificate order by place")
        .param("certificate", certificate).query((row, n) -> new Listed(row.getInt("place"), new AccountId(row.getLong("volunteer_id")), row.getString("name"),
            graded(row.getArray("minutes")))).list();
  }

  /** Lines of this claim were just taken back: what counted them says so.
   *  @return the certificates of one person that changed */
  List<Certificate> changed(ClaimId claim, Instant now) {
    List<Long> changed = db.sql("""
        update certificates.certificate c set changed_at = :now, gone = array[g.a, g.b, g.c, g.d, g.e]
        from (
          select v.certificate_id, coalesce(sum(w.minutes) filter (where w.grade = 'A'), 0) as a, coalesce(sum(w.minutes) filter (where w.grade = 'B'), 0) as b,
            coalesce(sum(w.minutes) filter (where w.grade = 'C'), 0) as c, coalesce(sum(w.minutes) filter (where w.grade = 'D'), 0) as d,
            coalesce(sum(w.minutes) filter (where w.grade = 'E'), 0) as e
          from certificates.covered v
          join hours.written w on w.id = v.entry_id
          where w.taken_back_by is not null and v.certificate_id in (
            select v2.certificate_id from certificates.covered v2 join hours.written w2 on w2.id = v2.entry_id
            where w2.claim_id = :claim and w2.taken_back_by is not null)
          group by v.certificate_id) g
        where c.id = g.certificate_id and c.gone <> array[g.a, g.b, g.c, g.d, g.e]::bigint[]
        returning c.id""").param("now", Timestamp.from(now)).param("claim", claim.value())
        .query((row, n) -> row.getLong("id")).list();
    return db.sql(ROWS + "where id = any(:changed) and volunteer_id is not null and withdrawn_at is null order by id").param("changed", changed.toArray(Long[]::new))
        .query((row, n) -> certificate(row)).list();
  }

  /** Numbers stay, names go, and with them the signed words that hold them. */
  void forget(AccountId person) {
    db.sql("update certificates.certificate set name = null, code = null where volunteer_id = :person").param("person", person.value()).update();
    db.sql("update certificates.listed set name = null where volunteer_id = :person").param("person", person.value()).update();
  }

  private static Certificate certificate(ResultSet row) throws SQLException {
    Long person = row.getObject("volunteer_id", Long.class);
    Long organization = row.getObject("organization_id", Long.class);
    Long campaign = row.getObject("campaign_id", Long.class);
    Long opportunity = row.getObject("opportunity_id", Long.class);
    String subject = row.getString("subject_ar");
    return new Certificate(row.getLong("id"), new CertificateNumber(row.getString("number")), Kind.of(row.getString("kind")).orElseThrow(),
        person == null ? null : new AccountId(person), row.getString("name"), row.getBoolean("minor"),
        new Scope(organization == null ? null : new OrganizationId(organization), campaign == null ? null : new CampaignId(campaign),
            opportunity == null ? null : new OpportunityId(opportunity)),
        subject == null ? null : new LocalName(subject, row.getString("subject_fr"), null),
        new Span(row.getObject("asked_from", LocalDate.class), row.getObject("asked_to", LocalDate.class)),
        row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class), graded(row.getArray("minutes")), graded(row.getArray("gone")),
        row.getInt("lines"), row.getInt("people"), instant(row, "issued_at"), maybe(row, "changed_at"), maybe(row, "withdrawn_at"));
  }

  private static Graded graded(Array minutes) throws SQLException {
    return new Graded(List.of((Long[]) minutes.getArray()));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable Long value(@Nullable AccountId account) {
    return account == null ? null : account.value();
  }
}
