package dz.linatatawwa.programmes;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.partnerships.PartnerId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of programmes, their cohorts and what was handed over. */
@Component
class ProgrammeTable {

  private static final String COLUMNS = "g.id, g.partner_id, g.name_ar, g.name_fr, g.goal::text as goal, g.from_day, g.to_day, g.join_code, g.closed_at";
  private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient db;

  ProgrammeTable(JdbcClient db) {
    this.db = db;
  }

  /** A list that was handed over. */
  record Transcript(String number, int people, Instant madeAt) {}

  Optional<Programme> find(ProgrammeId id) {
    return db.sql("select " + COLUMNS + " from programmes.programme g where g.id = :id").param("id", id.value()).query(ProgrammeTable::read).optional();
  }

  Map<ProgrammeId, Programme> findAll(Collection<ProgrammeId> ids) {
    if (ids.isEmpty()) return Map.of();
    return db.sql("select " + COLUMNS + " from programmes.programme g where g.id = any(:ids)").param("ids", ids.stream().map(ProgrammeId::value).toArray(Long[]::new))
        .query(ProgrammeTable::read).list().stream().collect(Collectors.toMap(Programme::id, Function.identity()));
  }

  Optional<Programme> byCode(String code) {
    return db.sql("select " + COLUMNS + " from programmes.programme g where g.join_code = :code").param("code", code).query(ProgrammeTable::read).optional();
  }

  List<Programme> of(PartnerId partner) {
    return db.sql("select " + COLUMNS + " from programmes.programme g where g.partner_id = :partner order by g.id desc limit 100").param("partner", partner.value())
        .query(ProgrammeTable::read).list();
  }

  /** Only while the partner's agreement promises recognition on that day.
   *  @return nothing where it does not */
  Optional<ProgrammeId> insert(PartnerId partner, String nameAr, @Nullable String nameFr, Rule goal, LocalDate from, LocalDate to, AccountId by, LocalDate today,
      Instant now) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 8; i++) code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    return db.sql("""
        insert into programmes.programme (partner_id, name_ar, name_fr, goal, from_day, to_day, join_code, made_at, made_by)
        select :partner, :nameAr, :nameFr, cast(:goal as jsonb), :from, :to, :code, :now, :by
        where exists (select 1 from partnerships.active_agreement a
                      where a.partner_id = :partner and a.promise = 'recognition' and :today between a.from_day and a.to_day)
        returning id
        """).param("partner", partner.value()).param("nameAr", nameAr).param("nameFr", nameFr).param("goal", goal.json()).param("from", from).param("to", to)
        .param("code", code.toString()).param("now", at(now)).param("by", by.value()).param("today", today).query(Long.class).optional().map(ProgrammeId::new);
  }

  /** @return false when it was closed before */
  boolean close(ProgrammeId id, Instant now) {
    return db.sql("update programmes.programme set closed_at = :now where id = :id and closed_at is null").param("now", at(now)).param("id", id.value()).update() == 1;
  }

  List<Cohort> cohorts(ProgrammeId id) {
    return db.sql("select id, name from programmes.cohort where programme_id = :id order by name limit 500").param("id", id.value())
        .query((row, number) -> new Cohort(row.getLong("id"), row.getString("name"))).list();
  }

  /** The cohort of this name, made where there is none. */
  Cohort cohort(ProgrammeId id, String name) {
    long number = db.sql("""
        insert into programmes.cohort (programme_id, name) values (:id, :name)
        on conflict (programme_id, name) do update set name = excluded.name
        returning id
        """).param("id", id.value()).param("name", name).query(Long.class).single();
    return new Cohort(number, name);
  }

  void handedOver(ProgrammeId id, String number, int people, AccountId by, Instant now) {
    db.sql("""
        insert into programmes.transcript (programme_id, number, people, made_at, made_by)
        values (:id, :number, :people, :now, :by)
        on conflict do nothing
        """).param("id", id.value()).param("number", number).param("people", people).param("now", at(now)).param("by", by.value()).update();
  }

  List<Transcript> transcripts(ProgrammeId id) {
    return db.sql("select number, people, made_at from programmes.transcript where programme_id = :id order by made_at desc limit 50").param("id", id.value())
        .query((row, number) -> new Transcript(row.getString("number"), row.getInt("people"), row.getObject("made_at", OffsetDateTime.class).toInstant())).list();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atZone(Words.ZONE).toOffsetDateTime();
  }

  private static Programme read(ResultSet row, int number) throws SQLException {
    OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
    return new Programme(new ProgrammeId(row.getLong("id")), new PartnerId(row.getLong("partner_id")), row.getString("name_ar"), row.getString("name_fr"),
        Rule.of(row.getString("goal")), row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class), row.getString("join_code"),
        closed == null ? null : closed.toInstant());
  }
}
