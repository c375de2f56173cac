package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.carriers.Carried;
import dz.linatatawwa.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of the queue of letters. */
@Repository
class LetterTable {

  /** So long a letter that was taken is nobody else's: longer than carrying one can take. Text messages go in parts, and wait between them. */
  static final Duration MINE = Duration.ofSeconds(60);
  private static final Duration MINE_IN_PARTS = Duration.ofMinutes(4);

  private final JdbcClient db;

  LetterTable(JdbcClient db) {
    this.db = db;
  }

  /** Takes some letters that are due, those told to very many last; for a while nobody else takes them.
   *  @param bulk whether letters told to very many are taken too */
  List<Letter> take(Collection<String> channels, boolean bulk, int many, Instant now) {
    return db.sql("""
        update notices.delivery d
        set tries = d.tries + 1, next_try = case when d.channel = 'sms' then cast(:mineInParts as timestamptz) else cast(:mine as timestamptz) end
        from notices.notice n
        where n.id = d.notice_id and d.id in (
          select id
          from notices.delivery
          where sent_at is null and failed is null and next_try <= :now and channel = any(:channels) and (:bulk or not bulk)
          order by bulk, next_try
          limit :many
          for update skip locked)
        returning d.id, d.channel, d.address, d.tries, d.urgent, d.bulk, n.account_id, n.kind, n.title, n.body, n.link, n.language, n.made_at
        """)
        .param("mine", Timestamp.from(now.plus(MINE))).param("mineInParts", Timestamp.from(now.plus(MINE_IN_PARTS))).param("now", Timestamp.from(now))
        .param("channels", channels.toArray(String[]::new)).param("bulk", bulk).param("many", many).query(LetterTable::letter).list();
  }

  void sent(long letter, Instant now, Carried.Handed handed) {
    db.sql("update notices.delivery set sent_at = :now, reference = :reference, parts = :parts where id = :id and sent_at is null").param("id", letter)
        .param("now", Timestamp.from(now)).param("reference", handed.reference()).param("parts", handed.parts()).update();
  }

  void again(long letter, Instant when) {
    db.sql("update notices.delivery set next_try = :when where id = :id").param("id", letter).param("when", Timestamp.from(when)).update();
  }

  /** Puts back what was not tried after all. */
  void putBack(List<Long> letters, Instant when) {
    if (letters.isEmpty()) return;
    db.sql("update notices.delivery set next_try = :when, tries = tries - 1 where id = any(:ids) and sent_at is null")
        .param("ids", letters.toArray(Long[]::new)).param("when", Timestamp.from(when)).update();
  }

  void givenUp(long letter, String why) {
    db.sql("update notices.delivery set failed = :why where id = :id").param("id", letter).param("why", why).update();
  }

  /** A text message that is over the ceiling: the person's e-mail address gets it in its place, if there is one. */
  @Transactional
  public void byMailInstead(long letter, Instant now) {
    db.sql("""
        insert into notices.delivery (notice_id, channel, address, made_at, next_try, bulk)
        select d.notice_id, 'email', a.email, :now, :now, d.bulk
        from notices.delivery d
        join notices.notice n on n.id = d.notice_id
        join accounts.account a on a.id = n.account_id
        where d.id = :id and a.email is not null and a.closed_at is null
        on conflict (notice_id, channel, address) do nothing
        """).param("id", letter).param("now", Timestamp.from(now)).update();
    givenUp(letter, Sending.CEILING);
  }

  /** What the message centre told later of a message that it took: centres write their own numbers in more than one way. */
  boolean receipt(List<String> references, boolean arrived, String state, Instant now) {
    return db.sql("""
        update notices.delivery
        set delivered_at = case when :arrived then cast(:now as timestamptz) end, failed = case when :arrived then null else 'SMS ' || :state end
        where reference = any(:references) and channel = 'sms' and delivered_at is null
        """).param("references", references.toArray(String[]::new)).param("arrived", arrived).param("state", state).param("now", Timestamp.from(now)).update() > 0;
  }

  /** Takes the text out of a notice that held a code. */
  void wipe(long letter) {
    db.sql("update notices.notice set body = '' where id = (select notice_id from notices.delivery where id = :id)").param("id", letter).update();
  }

  /** Takes the text out of all codes that are older than this, sent or not. */
  void wipeCodes(Instant before) {
    db.sql("update notices.notice set body = '' where kind = 'code' and body <> '' and made_at < :before").param("before", Timestamp.from(before)).update();
    db.sql("""
        update notices.delivery
        set failed = 'late'
        where sent_at is null and failed is null and made_at < :before
          and notice_id in (select id from notices.notice where kind = 'code' and body = '')
        """).param("before", Timestamp.from(before)).update();
  }

  /** Forgets letters to people without an account that are older than this. */
  void forgetStrangers(Instant before) {
    db.sql("delete from notices.delivery where notice_id in (select id from notices.notice where account_id is null and made_at < :before)")
        .param("before", Timestamp.from(before)).update();
    db.sql("delete from notices.notice where account_id is null and made_at < :before").param("before", Timestamp.from(before)).update();
  }

  /** How many letters of this channel wait. */
  int waiting(String channel) {
    return db.sql("select count(*) from notices.delivery where sent_at is null and failed is null and channel = :channel").param("channel", channel)
        .query(Integer.class).single();
  }

  private static Letter letter(ResultSet row, int number) throws SQLException {
    long to = row.getLong("account_id");
    return new Letter(row.getLong("id"), row.getString("channel"), row.getString("address"), row.getInt("tries"), to == 0 ? null : new AccountId(to),
        row.getString("kind"), row.getString("title"), row.getString("body"), row.getString("link"),
        Language.of(row.getString("language")).orElse(Language.AR), row.getTimestamp("made_at").toInstant(), row.getBoolean("urgent"), row.getBoolean("bulk"));
  }
}
