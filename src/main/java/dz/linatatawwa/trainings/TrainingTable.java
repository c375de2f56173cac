package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Stems;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.partnerships.PartnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of trainings themselves. */
@Repository
class TrainingTable {

  /** Whether a training may be given on {@code :today}. */
  static final String OFFERED = """
      t.host_verified and (t.partner_id is null or exists (
        select from partnerships.active_agreement a
        where a.partner_id = t.partner_id and a.promise = 'training-places' and :today between a.from_day and a.to_day))
      """;

  private static final String SELECT = """
      select t.id, t.organization_id, t.partner_id, t.host_ar, t.host_fr, t.name_ar, t.name_fr, t.name_en, t.about_ar, t.about_fr, t.about_en,
             t.field_code, t.minutes, t.valid_months, t.version, t.rule::text as rule, t.state, t.cancel_reason,
      """ + OFFERED + """
       as offered
      from trainings.hosted t
      """;

  private final JdbcClient db;

  TrainingTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Training> find(TrainingId id, LocalDate today) {
    return db.sql(SELECT + "where t.id = :id").param("id", id.value()).param("today", today).query(TrainingTable::read).optional();
  }

  List<Training> findAll(Collection<Long> ids, LocalDate today) {
    return db.sql(SELECT + "where t.id = any (:ids)").param("ids", ids.toArray(Long[]::new)).param("today", today).query(TrainingTable::read).list();
  }

  /** What one host has, the newest first. */
  List<Training> of(Host host, TrainingState state, LocalDate today, int size, int page) {
    return db.sql(SELECT + "where " + owner(host) + " and t.state = :state order by t.id desc limit :size offset :skip").param("host", number(host))
        .param("state", state.code()).param("today", today).param("size", size).param("skip", (long) (page - 1) * size).query(TrainingTable::read).list();
  }

  Map<TrainingState, Integer> counts(Host host) {
    Map<TrainingState, Integer> counts = new HashMap<>();
    db.sql("select t.state, count(*)::int as n from trainings.training t where " + owner(host) + " group by t.state").param("host", number(host))
        .query(row -> {
          counts.put(TrainingState.of(row.getString("state")).orElseThrow(), row.getInt("n"));
        });
    return counts;
  }

  TrainingId insert(Host host, TrainingTerms terms, AccountId by, Instant now) {
    return new TrainingId(db.sql("""
        insert into trainings.training (organization_id, partner_id, name_ar, name_fr, name_en, about_ar, about_fr, about_en, search_words, field_code,
                                        minutes, valid_months, rule, state_since, made_at, made_by)
        values (:organization, :partner, :nameAr, :nameFr, :nameEn, :aboutAr, :aboutFr, :aboutEn, to_tsvector('simple', :words), :field, :minutes, :months,
                cast(:rule as jsonb), :now, :now, :by)
        returning id
        """).params(values(terms)).param("organization", host instanceof Host.Body(var id) ? id.value() : null)
        .param("partner", host instanceof Host.Institution(var id) ? id.value() : null).param("now", Sql.at(now)).param("by", by.value())
        .query(Long.class).single());
  }

  /** Other words than those that may stand on certificates already are another version. */
  void update(TrainingId id, TrainingTerms terms) {
    db.sql("""
        update trainings.training
        set version = version + case when state <> 'draft' and (name_ar, name_fr, name_en, about_ar, about_fr, about_en, minutes)
                        is distinct from (:nameAr, :nameFr, :nameEn, :aboutAr, :aboutFr, :aboutEn, :minutes) then 1 else 0 end,
            name_ar = :nameAr, name_fr = :nameFr, name_en = :nameEn, about_ar = :aboutAr, about_fr = :aboutFr, about_en = :aboutEn,
            search_words = to_tsvector('simple', :words), field_code = :field, minutes = :minutes, valid_months = :months, rule = cast(:rule as jsonb)
        where id = :id
        """).params(values(terms)).param("id", id.value()).update();
  }

  /** @return false when it was not in one of these states */
  boolean move(TrainingId id, TrainingState to, @Nullable String reason, Instant now, String... from) {
    return db.sql("""
        update trainings.training set state = :to, cancel_reason = :reason, state_since = :now where id = :id and state = any (:from)
        """).param("to", to.code()).param("reason", reason).param("now", Sql.at(now)).param("id", id.value()).param("from", from).update() == 1;
  }

  /** Removes a draft with its sessions, which nobody has seen.
   *  @return false when it was shown already */
  boolean discard(TrainingId id) {
    if (db.sql("select 1 from trainings.training where id = :id and state = 'draft' for update").param("id", id.value()).query(Integer.class).list().isEmpty()) return false;
    db.sql("delete from trainings.session where training_id = :id").param("id", id.value()).update();
    return db.sql("delete from trainings.training where id = :id").param("id", id.value()).update() == 1;
  }

  static String owner(Host host) {
    return host instanceof Host.Body ? "t.organization_id = :host" : "t.partner_id = :host";
  }

  static long number(Host host) {
    return switch (host) {
      case Host.Body(var id) -> id.value();
      case Host.Institution(var id) -> id.value();
    };
  }

  private static Map<String, Object> values(TrainingTerms terms) {
    Map<String, Object> values = new HashMap<>();
    values.put("nameAr", terms.name().ar());
    values.put("nameFr", terms.name().fr());
    values.put("nameEn", terms.name().en());
    values.put("aboutAr", terms.about().ar());
    values.put("aboutFr", terms.about().fr());
    values.put("aboutEn", terms.about().en());
    values.put("words", Stems.searchText(String.join(" ", terms.name().ar(), text(terms.name().fr()), text(terms.name().en()))));
    values.put("field", terms.field());
    values.put("minutes", terms.minutes());
    values.put("months", terms.validMonths());
    values.put("rule", terms.rule().json());
    return values;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Training read(ResultSet row, int number) throws SQLException {
    return new Training(new TrainingId(row.getLong("id")), host(row), new LocalName(row.getString("host_ar"), row.getString("host_fr"), null),
        new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
        new LocalName(row.getString("about_ar"), row.getString("about_fr"), row.getString("about_en")), row.getString("field_code"), row.getInt("minutes"),
        row.getObject("valid_months", Integer.class), row.getInt("version"), rule(row.getString("rule")), TrainingState.of(row.getString("state")).orElseThrow(),
        row.getString("cancel_reason"), row.getBoolean("offered"));
  }

  private static Rule rule(@Nullable String kept) {
    return kept == null ? Rule.EVERYBODY : Rule.of(kept);
  }

  private static Host host(ResultSet row) throws SQLException {
    long organization = row.getLong("organization_id");
    return row.wasNull() ? new Host.Institution(new PartnerId(row.getLong("partner_id"))) : new Host.Body(new OrganizationId(organization));
  }
}
