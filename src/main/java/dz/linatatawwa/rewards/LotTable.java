package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of drawings of lots. */
@Repository
class LotTable {

  private static final String SELECT = "select benefit_id, number, volunteer_id, rank, outcome from rewards.entry ";

  /** A drawing as it is kept.
   *  @param salt       gives the seed, with the platform's key
   *  @param commitment SHA-256 of the seed
   *  @param seed       null before the draw */
  record Kept(BenefitId benefit, byte[] salt, String commitment, @Nullable String seed, @Nullable Instant drawnAt, @Nullable Instant filledAt) {}

  private final JdbcClient db;

  LotTable(JdbcClient db) {
    this.db = db;
  }

  void prepare(BenefitId id, byte[] salt, String commitment) {
    db.sql("insert into rewards.lot (benefit_id, salt, commitment) values (:id, :salt, :commitment) on conflict (benefit_id) do nothing")
        .param("id", id.value()).param("salt", salt).param("commitment", commitment).update();
  }

  Optional<Kept> lot(BenefitId id) {
    return db.sql("select benefit_id, salt, commitment, seed, drawn_at, filled_at from rewards.lot where benefit_id = :id").param("id", id.value())
        .query((row, number) -> new Kept(id, row.getBytes("salt"), row.getString("commitment"), row.getString("seed"), Sql.maybe(row, "drawn_at"),
            Sql.maybe(row, "filled_at"))).optional();
  }

  /** Every lot that was drawn, the oldest first. */
  List<BenefitId> drawn() {
    return db.sql("select benefit_id from rewards.lot where drawn_at is not null order by benefit_id").query(Long.class).list().stream().map(BenefitId::new).toList();
  }

  /** Lots whose entering is over and that are not drawn, or not given out to the end. */
  List<BenefitId> due(LocalDate today) {
    return db.sql("""
        select l.benefit_id from rewards.lot l join rewards.benefit b on b.id = l.benefit_id
        where l.filled_at is null and b.state in ('open', 'closed') and b.take_until < :today order by l.benefit_id""")
        .param("today", today).query(Long.class).list().stream().map(BenefitId::new).toList();
  }

  void drew(BenefitId id, String seed, Instant now) {
    db.sql("update rewards.lot set seed = :seed, drawn_at = :now where benefit_id = :id and drawn_at is null").param("seed", seed).param("now", Sql.at(now))
        .param("id", id.value()).update();
  }

  void filled(BenefitId id, Instant now) {
    db.sql("update rewards.lot set filled_at = :now where benefit_id = :id").param("now", Sql.at(now)).param("id", id.value()).update();
  }

  /** The next number, to whoever has none; numbers are given in the order in which people come. */
  int enter(BenefitId benefit, AccountId volunteer, Instant now) {
    int number = db.sql("update rewards.benefit set entered = entered + 1 where id = :id returning entered").param("id", benefit.value()).query(Integer.class).single();
    db.sql("insert into rewards.entry (benefit_id, number, volunteer_id, entered_at) values (:benefit, :number, :volunteer, :now)")
        .param("benefit", benefit.value()).param("number", number).param("volunteer", volunteer.value()).param("now", Sql.at(now)).update();
    return number;
  }

  /** @return false when the lot was drawn, or they were not in it */
  boolean leave(BenefitId benefit, AccountId volunteer, Instant now) {
    return db.sql("update rewards.entry set left_at = :now where benefit_id = :benefit and volunteer_id = :volunteer and left_at is null and outcome is null")
        .param("now", Sql.at(now)).param("benefit", benefit.value()).param("volunteer", volunteer.value()).update() == 1;
  }

  void leaveAll(AccountId volunteer, Instant now) {
    db.sql("update rewards.entry set left_at = :now where volunteer_id = :volunteer and left_at is null and outcome is null").param("now", Sql.at(now))
        .param("volunteer", volunteer.value()).update();
  }

  Optional<Entry> of(BenefitId benefit, AccountId volunteer) {
    return db.sql(SELECT + "where benefit_id = :benefit and volunteer_id = :volunteer and left_at is null").param("benefit", benefit.value())
        .param("volunteer", volunteer.value()).query(LotTable::read).optional();
  }

  /** The numbers that take part, rising. */
  List<Integer> numbers(BenefitId benefit) {
    return db.sql("select number from rewards.entry where benefit_id = :benefit and left_at is null order by number").param("benefit", benefit.value())
        .query((row, index) -> row.getInt("number")).list();
  }

  /** The numbers that took part in a draw, in the order that was drawn. */
  List<Entry> ranked(BenefitId benefit) {
    return db.sql(SELECT + "where benefit_id = :benefit and rank is not null order by rank").param("benefit", benefit.value()).query(LotTable::read).list();
  }

  /** @param numbers in the order that was drawn */
  void rank(BenefitId benefit, List<Integer> numbers) {
    db.sql("""
        update rewards.entry e set rank = o.rank
        from unnest(cast(:numbers as integer[])) with ordinality as o (number, rank) where e.benefit_id = :benefit and e.number = o.number""")
        .param("numbers", numbers.toArray(Integer[]::new)).param("benefit", benefit.value()).update();
  }

  /** Whose turn it is; whoever left the lot after the draw is passed over. */
  Optional<Entry> next(BenefitId benefit) {
    return db.sql(SELECT + "where benefit_id = :benefit and outcome is null and left_at is null and rank is not null order by rank limit 1")
        .param("benefit", benefit.value()).query(LotTable::read).optional();
  }

  boolean decide(Entry entry, String outcome) {
    return db.sql("update rewards.entry set outcome = :outcome where benefit_id = :benefit and number = :number and outcome is null and left_at is null")
        .param("outcome", outcome).param("benefit", entry.benefit().value()).param("number", entry.number()).update() == 1;
  }

  private static Entry read(ResultSet row, int number) throws SQLException {
    return new Entry(new BenefitId(row.getLong("benefit_id")), row.getInt("number"), new AccountId(row.getLong("volunteer_id")),
        row.getObject("rank", Integer.class), row.getString("outcome"));
  }
}
