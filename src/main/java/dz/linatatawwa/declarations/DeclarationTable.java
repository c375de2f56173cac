package dz.linatatawwa.declarations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of declarations. */
@Repository
class DeclarationTable {

  private static final int PAGE = 20;

  private static final String SELECT = """
      select d.id, d.volunteer_id, v.name, d.kind, d.title, d.for_whom, d.first_day, d.last_day, d.from_time, d.to_time, d.reason, d.activity_code,
        d.commune_code, d.wilaya_code, d.organization_id, g.name_ar, g.name_fr, d.state, d.state_since, d.made_at, d.claims, d.refused_by, d.reason_code,
        d.reason_words, d.witness_name, d.witness_contact, d.witness_said, d.organization_said, d.document, d.said_free is distinct from false as free
      from declarations.declaration d
      join volunteers.public_volunteer v on v.id = d.volunteer_id
      left join organizations.public_organization g on g.id = d.organization_id
      """;

  private final JdbcClient db;

  DeclarationTable(JdbcClient db) {
    this.db = db;
  }

  DeclarationId insert(AccountId volunteer, Work work, @Nullable FileId document, Instant now) {
    return new DeclarationId(worked(db.sql("""
        insert into declarations.declaration (volunteer_id, kind, title, for_whom, first_day, last_day, from_time, to_time, minutes_a_day, reason,
          activity_code, commune_code, wilaya_code, organization_id, state, state_since, made_at, witness_name, witness_contact, document, said_free)
        select :volunteer, :kind, :title, :forWhom, :first, :last, :from, :to, :minutes, :reason, :activity, c.code, c.wilaya_code, :organization,
          'waiting', :now, :now, :witness, :contact, :document, :free
        from places.commune c where c.code = :commune
        returning id"""), work).param("volunteer", volunteer.value()).param("document", document == null ? null : document.value())
        .param("now", at(now)).query(Long.class).single());
  }

  /** Other words for the same declaration: whoever had said something has said nothing of these. */
  void change(DeclarationId id, Work work, @Nullable FileId document, Instant now) {
    worked(db.sql("""
        update declarations.declaration d
        set kind = :kind, title = :title, for_whom = :forWhom, first_day = :first, last_day = :last, from_time = :from, to_time = :to,
          minutes_a_day = :minutes, reason = :reason, activity_code = :activity, commune_code = c.code, wilaya_code = c.wilaya_code,
          organization_id = :organization, state = 'waiting', state_since = :now, claims = '{}', reason_code = null, reason_words = null,
          witness_name = :witness, witness_contact = :contact, witness_token = null, witness_asked = null, witness_said = null, witness_said_at = null,
          organization_said = null, organization_said_at = null, organization_said_by = null, document = coalesce(:document, d.document), said_free = :free
        from places.commune c where c.code = :commune and d.id = :id"""), work).param("id", id.value())
        .param("document", document == null ? null : document.value()).param("now", at(now)).update();
  }

  private static JdbcClient.StatementSpec worked(JdbcClient.StatementSpec sql, Work work) {
    OrganizationId organization = work.organization();
    Work.Witness witness = work.witness();
    return sql.param("kind", work.kind()).param("title", work.title()).param("forWhom", work.forWhom()).param("first", work.first())
        .param("last", work.last()).param("from", work.from()).param("to", work.to()).param("minutes", work.minutesADay())
        .param("reason", work.reason().isEmpty() ? null : work.reason()).param("activity", work.activity()).param("commune", work.commune().value())
        .param("organization", organization == null ? null : organization.value()).param("witness", witness == null ? null : witness.name())
        .param("contact", witness == null ? null : witness.contact())
        .param("free", work.free());
  }

  Optional<Declaration> find(DeclarationId id) {
    return db.sql(SELECT + "where d.id = :id").param("id", id.value()).query(DeclarationTable::read).optional();
  }

  /** Waits until nobody else changes it. */
  Optional<Declaration> lock(DeclarationId id) {
    db.sql("select id from declarations.declaration where id = :id for update").param("id", id.value()).query(Long.class).optional();
    return find(id);
  }

  Optional<DeclarationId> byToken(byte[] hash) {
    return db.sql("select id from declarations.declaration where witness_token = :hash").param("hash", hash).query(Long.class).optional()
        .map(DeclarationId::new);
  }

  Optional<DeclarationId> byDocument(FileId file) {
    return db.sql("select id from declarations.declaration where document = :file order by id limit 1").param("file", file.value()).query(Long.class)
        .optional().map(DeclarationId::new);
  }

  Slice<Declaration> of(AccountId volunteer, int page) {
    return page("d.volunteer_id = :who", volunteer.value(), page);
  }

  Slice<Declaration> of(OrganizationId organization, int page) {
    return page("d.organization_id = :who and d.state <> 'withdrawn'", organization.value(), page);
  }

  private Slice<Declaration> page(String where, long who, int page) {
    long total = db.sql("select count(*) from declarations.declaration d where " + where).param("who", who).query(Long.class).single();
    List<Declaration> rows = db.sql(SELECT + "where " + where + " order by d.first_day desc, d.id desc limit :size offset :skip")
        .param("who", who).param("size", PAGE).param("skip", (page - 1L) * PAGE).query(DeclarationTable::read).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  /** The most minutes that somebody has declared already in one of the months of a span; what was refused or withdrawn is none. */
  long mostOfAMonth(AccountId volunteer, LocalDate first, LocalDate last, @Nullable DeclarationId aside) {
    return db.sql("""
        select coalesce(max(minutes), 0) from (
          select sum(d.minutes_a_day) as minutes
          from declarations.declaration d cross join lateral generate_series(d.first_day, d.last_day, interval '1 day') as s(day)
          where d.volunteer_id = :volunteer and d.state in ('waiting', 'declared', 'raised') and d.id <> :aside
            and date_trunc('month', s.day) between date_trunc('month', cast(:first as date)) and date_trunc('month', cast(:last as date))
          group by date_trunc('month', s.day)) m""")
        .param("volunteer", volunteer.value()).param("first", first).param("last", last).param("aside", aside == null ? 0 : aside.value())
        .query(Long.class).single();
  }

  /** How many witnesses somebody asked since a moment. */
  int askedSince(AccountId volunteer, Instant since) {
    return db.sql("select count(*) from declarations.declaration where volunteer_id = :volunteer and witness_asked > :since")
        .param("volunteer", volunteer.value()).param("since", at(since)).query(Integer.class).single();
  }

  void asked(DeclarationId id, byte[] hash, Instant now) {
    db.sql("update declarations.declaration set witness_token = :hash, witness_asked = :now where id = :id")
        .param("hash", hash).param("now", at(now)).param("id", id.value()).update();
  }

  void witnessSaid(DeclarationId id, String said, Instant now) {
    db.sql("update declarations.declaration set witness_said = :said, witness_said_at = :now where id = :id")
        .param("said", said).param("now", at(now)).param("id", id.value()).update();
  }

  void organizationSaid(DeclarationId id, String said, AccountId by, Instant now) {
    db.sql("""
        update declarations.declaration set organization_said = :said, organization_said_at = :now, organization_said_by = :by where id = :id""")
        .param("said", said).param("now", at(now)).param("by", by.value()).param("id", id.value()).update();
  }

  void handIn(DeclarationId id, FileId document) {
    db.sql("update declarations.declaration set document = :document where id = :id").param("document", document.value()).param("id", id.value()).update();
  }

  /** @param state declared or raised */
  void stands(DeclarationId id, String state, List<ClaimId> claims, @Nullable String words, Instant now) {
    db.sql("""
        update declarations.declaration set state = :state, state_since = :now, claims = :claims, reason_code = null, reason_words = :words
        where id = :id""")
        .param("state", state).param("now", at(now)).param("claims", claims.stream().map(ClaimId::value).toArray(Long[]::new)).param("words", words)
        .param("id", id.value()).update();
  }

  void note(DeclarationId id, @Nullable String words) {
    db.sql("update declarations.declaration set reason_words = :words where id = :id").param("words", words).param("id", id.value()).update();
  }

  /** @param state refused or withdrawn */
  void ends(DeclarationId id, String state, @Nullable String by, @Nullable String code, @Nullable String words, Instant now) {
    db.sql("""
        update declarations.declaration
        set state = :state, state_since = :now, claims = '{}', refused_by = :by, reason_code = :code, reason_words = :words where id = :id""")
        .param("state", state).param("now", at(now)).param("by", by).param("code", code).param("words", words).param("id", id.value()).update();
  }

  /** Who leaves takes the names and contacts of others along. */
  void forget(AccountId volunteer) {
    db.sql("""
        update declarations.declaration set witness_name = null, witness_contact = null, witness_token = null, for_whom = '—' where volunteer_id = :volunteer""")
        .param("volunteer", volunteer.value()).update();
  }

  private static Declaration read(ResultSet row, int number) throws SQLException {
    Long organization = row.getObject("organization_id", Long.class);
    String witness = row.getString("witness_name");
    String contact = row.getString("witness_contact");
    String nameAr = row.getString("name_ar");
    String reason = row.getString("reason");
    UUID document = row.getObject("document", UUID.class);
    Work work = new Work(row.getString("kind"), row.getString("title"), row.getString("for_whom"), row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class), row.getObject("from_time", LocalTime.class), row.getObject("to_time", LocalTime.class),
        row.getString("activity_code"), new CommuneCode(row.getString("commune_code")), organization == null ? null : new OrganizationId(organization),
        reason == null ? "" : reason, witness == null || contact == null ? null : new Work.Witness(witness, contact), row.getBoolean("free"));
    List<ClaimId> claims = Arrays.stream((Long[]) row.getArray("claims").getArray()).map(ClaimId::new).toList();
    return new Declaration(new DeclarationId(row.getLong("id")), new AccountId(row.getLong("volunteer_id")), row.getString("name"), work,
        new WilayaCode(row.getString("wilaya_code")), row.getString("state"), row.getObject("state_since", OffsetDateTime.class).toInstant(),
        row.getObject("made_at", OffsetDateTime.class).toInstant(), claims, row.getString("refused_by"), row.getString("reason_code"),
        row.getString("reason_words"), row.getString("witness_said"), nameAr == null ? null : new LocalName(nameAr, row.getString("name_fr"), null),
        row.getString("organization_said"), document == null ? null : new FileId(document));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
