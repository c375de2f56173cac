package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.partnerships.AgreementId;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of benefits. */
@Repository
class BenefitTable {

  private static final int PAGE = 20;

  /** Whether the agreement of a benefit {@code b} holds on the day {@code :today}. */
  static final String COVERED = """
      exists (select from partnerships.active_agreement a
        where a.agreement_id = b.agreement_id and a.partner_id = b.partner_id and a.promise = 'benefits' and :today between a.from_day and a.to_day)""";

  private static final String SELECT = """
      select b.id, b.partner_id, p.name_ar as partner_ar, p.name_fr as partner_fr, b.agreement_id, b.state, b.way, b.symbol, b.name_ar, b.name_fr, b.name_en,
        b.about_ar, b.about_fr, b.about_en, b.quota, b.granted, b.entered, b.take_from, b.take_until, b.use_until, b.rule_version, r.rule::text as rule,
        b.stopped_for, %s as covered
      from rewards.benefit b
      join partnerships.public_partner p on p.id = b.partner_id
      join rewards.rule r on r.benefit_id = b.id and r.version = b.rule_version
      """.formatted(COVERED);

  private final JdbcClient db;

  BenefitTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Benefit> find(BenefitId id, LocalDate today) {
    return db.sql(SELECT + "where b.id = :id").param("id", id.value()).param("today", today).query(BenefitTable::read).optional();
  }

  /** What can be taken today or later, what ends first before; at most so many. */
  List<Benefit> offered(@Nullable WilayaCode wilaya, LocalDate today, int most) {
    return db.sql(SELECT + """
        where b.state = 'open' and b.take_until >= :today
          and (cast(:wilaya as text) is null or not exists (select from rewards.counter c where c.benefit_id = b.id)
            or exists (select from rewards.counter c where c.benefit_id = b.id and c.wilaya_code = :wilaya))
        order by b.take_until, b.id limit :most""")
        .param("today", today).param("wilaya", wilaya == null ? null : wilaya.value()).param("most", most).query(BenefitTable::read).list();
  }

  /** What a partner offers now, for its public page. */
  List<Benefit> offeredBy(PartnerId partner, LocalDate today) {
    return db.sql(SELECT + "where b.partner_id = :partner and b.state = 'open' and b.take_until >= :today order by b.take_until, b.id limit 20")
        .param("partner", partner.value()).param("today", today).query(BenefitTable::read).list();
  }

  /** Everything of a partner, the newest first. */
  Slice<Benefit> of(PartnerId partner, LocalDate today, int page) {
    long total = db.sql("select count(*) from rewards.benefit where partner_id = :partner").param("partner", partner.value()).query(Long.class).single();
    List<Benefit> rows = db.sql(SELECT + "where b.partner_id = :partner order by b.id desc limit :size offset :skip")
        .param("partner", partner.value()).param("today", today).param("size", PAGE).param("skip", (page - 1L) * PAGE).query(BenefitTable::read).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  BenefitId insert(PartnerId partner, Terms terms, AccountId by, Instant now) {
    return new BenefitId(termed(db.sql("""
        insert into rewards.benefit (partner_id, way, symbol, name_ar, name_fr, name_en, about_ar, about_fr, about_en, quota, take_from, take_until, use_until,
          made_at, made_by)
        values (:partner, :way, :symbol, :nameAr, :nameFr, :nameEn, :aboutAr, :aboutFr, :aboutEn, :quota, :from, :until, :use, :now, :by)
        returning id"""), terms).param("partner", partner.value()).param("now", Sql.at(now)).param("by", by.value()).query(Long.class).single());
  }

  void change(BenefitId id, Terms terms, int ruleVersion) {
    termed(db.sql("""
        update rewards.benefit
        set way = :way, symbol = :symbol, name_ar = :nameAr, name_fr = :nameFr, name_en = :nameEn, about_ar = :aboutAr, about_fr = :aboutFr,
          about_en = :aboutEn, quota = :quota, take_from = :from, take_until = :until, use_until = :use, rule_version = :version
        where id = :id"""), terms).param("id", id.value()).param("version", ruleVersion).update();
  }

  private static JdbcClient.StatementSpec termed(JdbcClient.StatementSpec sql, Terms terms) {
    LocalName name = terms.name();
    LocalName about = terms.about();
    return sql.param("way", terms.way().code()).param("symbol", terms.symbol()).param("nameAr", name.ar()).param("nameFr", name.fr()).param("nameEn", name.en())
        .param("aboutAr", about.ar()).param("aboutFr", about.fr()).param("aboutEn", about.en()).param("quota", terms.quota())
        .param("from", terms.takeFrom()).param("until", terms.takeUntil()).param("use", terms.useUntil());
  }

  void write(BenefitId id, int version, Rule rule, AccountId by, Instant now) {
    db.sql("insert into rewards.rule (benefit_id, version, rule, since, written_by) values (:id, :version, cast(:rule as jsonb), :now, :by)")
        .param("id", id.value()).param("version", version).param("rule", rule.json()).param("now", Sql.at(now)).param("by", by.value()).update();
  }

  Rule rule(BenefitId id, int version) {
    return Rule.of(db.sql("select rule::text from rewards.rule where benefit_id = :id and version = :version").param("id", id.value()).param("version", version)
        .query(String.class).single());
  }

  /** Waits until nobody else changes it. */
  void lock(BenefitId id) {
    db.sql("select id from rewards.benefit where id = :id for no key update").param("id", id.value()).query(Long.class).list();
  }

  void publish(BenefitId id, AgreementId agreement, Instant now) {
    db.sql("update rewards.benefit set state = 'open', agreement_id = :agreement, published_at = :now where id = :id and state = 'draft'")
        .param("agreement", agreement.value()).param("now", Sql.at(now)).param("id", id.value()).update();
  }

  /** @param why null: its partner closes it */
  boolean end(BenefitId id, AccountId by, @Nullable String why, Instant now) {
    return db.sql("""
        update rewards.benefit set state = case when cast(:why as text) is null then 'closed' else 'stopped' end, ended_at = :now, ended_by = :by, stopped_for = :why
        where id = :id and (state = 'open' or (state = 'closed' and cast(:why as text) is not null))""")
        .param("why", why).param("now", Sql.at(now)).param("by", by.value()).param("id", id.value()).update() == 1;
  }

  List<CounterPlace> counters(BenefitId id) {
    return db.sql("select id, wilaya_code, commune_code, address from rewards.counter where benefit_id = :id order by id").param("id", id.value())
        .query((row, number) -> new CounterPlace(row.getLong("id"), new WilayaCode(row.getString("wilaya_code")),
            new dz.linatatawwa.places.CommuneCode(row.getString("commune_code")), row.getString("address"))).list();
  }

  void addCounter(BenefitId id, dz.linatatawwa.places.CommuneCode commune, String address) {
    db.sql("""
        insert into rewards.counter (benefit_id, wilaya_code, commune_code, address)
        select :id, c.wilaya_code, c.code, :address from places.commune c where c.code = :commune""")
        .param("id", id.value()).param("commune", commune.value()).param("address", address).update();
  }

  void removeCounter(BenefitId id, long counter) {
    db.sql("delete from rewards.counter where benefit_id = :id and id = :counter").param("id", id.value()).param("counter", counter).update();
  }

  private static Benefit read(ResultSet row, int number) throws SQLException {
    Long agreement = row.getObject("agreement_id", Long.class);
    return new Benefit(new BenefitId(row.getLong("id")), new PartnerId(row.getLong("partner_id")),
        new LocalName(row.getString("partner_ar"), row.getString("partner_fr"), null), agreement == null ? null : new AgreementId(agreement),
        BenefitState.of(row.getString("state")), Way.of(row.getString("way")).orElseThrow(), row.getString("symbol"),
        new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
        new LocalName(row.getString("about_ar"), row.getString("about_fr"), row.getString("about_en")), row.getInt("quota"), row.getInt("granted"),
        row.getInt("entered"), row.getObject("take_from", LocalDate.class), row.getObject("take_until", LocalDate.class),
        row.getObject("use_until", LocalDate.class), row.getInt("rule_version"), Rule.of(row.getString("rule")), row.getBoolean("covered"),
        row.getString("stopped_for"));
  }
}
