package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.partnerships.PartnerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of counters: codes that were shown, redeemed, and taken back. */
@Repository
class ShowingTable {

  private final JdbcClient db;

  ShowingTable(JdbcClient db) {
    this.db = db;
  }

  /** One showing as it is kept. */
  record Row(UUID key, GrantingId granting, AccountId by, Instant seenAt, @Nullable Instant redeemedAt, @Nullable Instant undoneAt) {}

  /** A line of a partner's list of what was redeemed.
   *  @param salt of the code, of which the list shows the end */
  record Line(Instant at, String benefit, byte[] salt, String by) {}

  void keep(UUID key, GrantingId granting, AccountId by, Instant now) {
    db.sql("insert into rewards.showing (key, granting_id, seen_by, seen_at) values (:key, :granting, :by, :now) on conflict (key) do nothing")
        .param("key", key).param("granting", granting.value()).param("by", by.value()).param("now", Sql.at(now)).update();
  }

  Optional<Row> find(UUID key) {
    return db.sql("select key, granting_id, seen_by, seen_at, redeemed_at, undone_at from rewards.showing where key = :key").param("key", key)
        .query((row, number) -> new Row(key, new GrantingId(row.getLong("granting_id")), new AccountId(row.getLong("seen_by")), Sql.at(row, "seen_at"),
            Sql.maybe(row, "redeemed_at"), Sql.maybe(row, "undone_at"))).optional();
  }

  void redeem(UUID key, Instant now) {
    db.sql("update rewards.showing set redeemed_at = :now where key = :key and redeemed_at is null").param("now", Sql.at(now)).param("key", key).update();
  }

  void undo(UUID key, String why, Instant now) {
    db.sql("update rewards.showing set undone_at = :now, undone_for = :why where key = :key").param("now", Sql.at(now)).param("why", why).param("key", key).update();
  }

  void miss(PartnerId partner, AccountId by, Instant now) {
    db.sql("insert into rewards.miss (partner_id, account_id, at) values (:partner, :by, :now)").param("partner", partner.value()).param("by", by.value())
        .param("now", Sql.at(now)).update();
  }

  int misses(AccountId by, Instant since) {
    return db.sql("select count(*) from rewards.miss where account_id = :by and at > :since").param("by", by.value()).param("since", Sql.at(since))
        .query(Integer.class).single();
  }

  void forgetMisses(Instant before) {
    db.sql("delete from rewards.miss where at < :before").param("before", Sql.at(before)).update();
  }

  /** What a partner redeemed, the newest first. */
  List<Line> redeemed(PartnerId partner, Instant since, int most) {
    return db.sql("""
        select s.redeemed_at, b.name_ar, g.salt, a.name
        from rewards.showing s
        join rewards.granting g on g.id = s.granting_id
        join rewards.benefit b on b.id = g.benefit_id
        join accounts.account a on a.id = s.seen_by
        where b.partner_id = :partner and s.redeemed_at >= :since and s.undone_at is null
        order by s.redeemed_at desc limit :most""")
        .param("partner", partner.value()).param("since", Sql.at(since)).param("most", most)
        .query((row, number) -> new Line(Sql.at(row, "redeemed_at"), row.getString("name_ar"), row.getBytes("salt"), row.getString("name"))).list();
  }
}
