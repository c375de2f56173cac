package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what was given to people. */
@Repository
class GrantingTable {

  private static final int PAGE = 20;

  private static final String SELECT = """
      select g.id, g.benefit_id, b.name_ar, b.name_fr, b.name_en, b.symbol, b.partner_id, p.name_ar as partner_ar, p.name_fr as partner_fr, g.volunteer_id, g.way,
        g.rule_version, g.state, g.state_since, g.granted_at, b.use_until, g.salt,
        (select s.redeemed_at from rewards.showing s where s.granting_id = g.id and s.redeemed_at is not null and s.undone_at is null) as redeemed_at
      from rewards.granting g
      join rewards.benefit b on b.id = g.benefit_id
      join partnerships.public_partner p on p.id = b.partner_id
      """;

  private final JdbcClient db;

  GrantingTable(JdbcClient db) {
    this.db = db;
  }

  /** One person's deeds come one after the other, and after whoever takes hours back from them. */
  void lockVolunteer(AccountId volunteer) {
    db.sql("select 1 from volunteers.volunteer where account_id = :id for no key update").param("id", volunteer.value()).query(Integer.class).list();
  }

  /** @return nothing when another granting has this mark by chance: a new salt is needed */
  Optional<GrantingId> insert(Benefit benefit, AccountId volunteer, String way, byte[] salt, byte[] mark, Instant now) {
    return db.sql("""
        insert into rewards.granting (benefit_id, volunteer_id, way, rule_version, state, state_since, granted_at, salt, code_mark)
        values (:benefit, :volunteer, :way, :version, 'granted', :now, :now, :salt, :mark)
        on conflict (code_mark) do nothing returning id""")
        .param("benefit", benefit.id().value()).param("volunteer", volunteer.value()).param("way", way).param("version", benefit.ruleVersion())
        .param("now", Sql.at(now)).param("salt", salt).param("mark", mark).query(Long.class).optional().map(GrantingId::new);
  }

  Optional<Granting> find(GrantingId id) {
    return db.sql(SELECT + "where g.id = :id").param("id", id.value()).query(GrantingTable::read).optional();
  }

  /** Waits until nobody else changes it. */
  Granting lock(GrantingId id) {
    db.sql("select id from rewards.granting where id = :id for update").param("id", id.value()).query(Long.class).single();
    return find(id).orElseThrow();
  }

  Optional<Granting> byMark(byte[] mark) {
    return db.sql(SELECT + "where g.code_mark = :mark").param("mark", mark).query(GrantingTable::read).optional();
  }

  /** What somebody has of a benefit, or had and used. */
  Optional<Granting> standing(AccountId volunteer, BenefitId benefit) {
    return db.sql(SELECT + "where g.benefit_id = :benefit and g.volunteer_id = :volunteer and g.state in ('granted', 'held', 'redeemed')")
        .param("benefit", benefit.value()).param("volunteer", volunteer.value()).query(GrantingTable::read).optional();
  }

  /** What of these benefits somebody has, or had and used. */
  List<Granting> standing(AccountId volunteer, Collection<BenefitId> benefits) {
    return db.sql(SELECT + "where g.benefit_id = any(:benefits) and g.volunteer_id = :volunteer and g.state in ('granted', 'held', 'redeemed')")
        .param("benefits", benefits.stream().map(BenefitId::value).toArray(Long[]::new)).param("volunteer", volunteer.value()).query(GrantingTable::read).list();
  }

  /** Codes that are good or wait, what ends first before. */
  List<Granting> living(AccountId volunteer) {
    return db.sql(SELECT + "where g.volunteer_id = :volunteer and g.state in ('granted', 'held') order by b.use_until, g.id limit 50")
        .param("volunteer", volunteer.value()).query(GrantingTable::read).list();
  }

  /** What is over, the newest first. */
  Slice<Granting> past(AccountId volunteer, int page) {
    long total = db.sql("select count(*) from rewards.granting where volunteer_id = :volunteer and state not in ('granted', 'held')")
        .param("volunteer", volunteer.value()).query(Long.class).single();
    List<Granting> rows = db.sql(SELECT + "where g.volunteer_id = :volunteer and g.state not in ('granted', 'held') order by g.id desc limit :size offset :skip")
        .param("volunteer", volunteer.value()).param("size", PAGE).param("skip", (page - 1L) * PAGE).query(GrantingTable::read).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  /** What a reversal of hours may touch. */
  List<Granting> touchable(AccountId volunteer) {
    return db.sql(SELECT + "where g.volunteer_id = :volunteer and g.state in ('granted', 'redeemed') order by g.id").param("volunteer", volunteer.value())
        .query(GrantingTable::read).list();
  }

  /** What is held of these people's. */
  List<Granting> held(Collection<AccountId> volunteers) {
    return db.sql(SELECT + "where g.volunteer_id = any(:volunteers) and g.state = 'held' order by g.id")
        .param("volunteers", volunteers.stream().map(AccountId::value).toArray(Long[]::new)).query(GrantingTable::read).list();
  }

  void move(GrantingId id, GrantingState to, Instant now) {
    db.sql("update rewards.granting set state = :state, state_since = :now where id = :id").param("state", to.code()).param("now", Sql.at(now))
        .param("id", id.value()).update();
  }

  /** Codes whose last day is over. */
  int lapse(LocalDate today, Instant now) {
    return db.sql("""
        update rewards.granting g set state = 'lapsed', state_since = :now
        from rewards.benefit b where b.id = g.benefit_id and g.state in ('granted', 'held') and b.use_until < :today""")
        .param("now", Sql.at(now)).param("today", today).update();
  }

  /** The codes of somebody who left. */
  void lapse(AccountId volunteer, Instant now) {
    db.sql("update rewards.granting set state = 'lapsed', state_since = :now where volunteer_id = :volunteer and state in ('granted', 'held')")
        .param("now", Sql.at(now)).param("volunteer", volunteer.value()).update();
  }

  /** Good codes whose last day is this one. */
  List<Granting> ending(LocalDate day) {
    return db.sql(SELECT + "where g.state = 'granted' and b.use_until = :day order by g.id limit 5000").param("day", day).query(GrantingTable::read).list();
  }

  void trace(GrantingId id, long claim, int minutes, Instant now) {
    db.sql("insert into rewards.trace (granting_id, claim_id, minutes, at) values (:id, :claim, :minutes, :now) on conflict do nothing")
        .param("id", id.value()).param("claim", claim).param("minutes", minutes).param("now", Sql.at(now)).update();
  }

  /** How many minutes were taken back beneath it since it was redeemed. */
  long traced(GrantingId id) {
    return db.sql("select coalesce(sum(minutes), 0) from rewards.trace where granting_id = :id").param("id", id.value()).query(Long.class).single();
  }

  private static Granting read(ResultSet row, int number) throws SQLException {
    return new Granting(new GrantingId(row.getLong("id")), new BenefitId(row.getLong("benefit_id")),
        new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")), row.getString("symbol"),
        new PartnerId(row.getLong("partner_id")), new LocalName(row.getString("partner_ar"), row.getString("partner_fr"), null),
        new AccountId(row.getLong("volunteer_id")), row.getString("way"), row.getInt("rule_version"), GrantingState.of(row.getString("state")),
        Sql.at(row, "state_since"), Sql.at(row, "granted_at"), row.getObject("use_until", LocalDate.class), Sql.maybe(row, "redeemed_at"), row.getBytes("salt"));
  }
}
