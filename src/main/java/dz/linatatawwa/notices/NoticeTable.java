package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of notices and of the inbox. */
@Repository
class NoticeTable {

  private static final char ISOLATE = '\u2068';
  private static final char POP = '\u2069';

  private final JdbcClient db;

  NoticeTable(JdbcClient db) {
    this.db = db;
  }

  /** One text for many. @return by person what was kept; those who were told already are not in it */
  Map<AccountId, Long> keep(Notice text, Collection<AccountId> to, @Nullable String once, boolean each) {
    return db.sql("""
        insert into notices.notice (account_id, kind, title, body, link, language, once_key, made_at)
        select p.id, :kind, :title, :body, cast(:link as text), :language, cast(:once as text) || case when :each then ':' || p.id else '' end, cast(:now as timestamptz)
        from unnest(cast(:people as bigint[])) as p (id)
        order by p.id
        on conflict (once_key) do nothing
        returning id, account_id
        """)
        .param("kind", text.kind()).param("title", text.title()).param("body", text.body()).param("link", text.link()).param("language", text.language().code())
        .param("once", once).param("each", each).param("now", Timestamp.from(text.madeAt())).param("people", to.stream().map(AccountId::value).toArray(Long[]::new))
        .query((row, number) -> Map.entry(new AccountId(row.getLong("account_id")), row.getLong("id"))).list()
        .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Written to a contact that need not have an account, or a digest, which stands in no inbox. */
  long keepAside(Notice text) {
    AccountId to = text.to();
    return db.sql("""
        insert into notices.notice (account_id, kind, title, body, link, language, made_at, read_at, listed)
        values (:to, :kind, :title, :body, cast(:link as text), :language, :now, case when cast(:to as bigint) is null then null else cast(:now as timestamptz) end, cast(:to as bigint) is null)
        returning id
        """)
        .param("to", to == null ? null : to.value(), Types.BIGINT).param("kind", text.kind()).param("title", text.title()).param("body", text.body())
        .param("link", text.link()).param("language", text.language().code()).param("now", Timestamp.from(text.madeAt())).query(Long.class).single();
  }

  /** One way of one notice out of the house. */
  record Delivery(long notice, Routing.Way way) {}

  void deliver(List<Delivery> deliveries, Instant now, What.How how) {
    if (deliveries.isEmpty()) return;
    db.sql("""
        insert into notices.delivery (notice_id, channel, address, made_at, next_try, bulk, urgent)
        select d.notice, d.channel, d.address, cast(:now as timestamptz), cast(d.since as timestamptz), :bulk, :urgent
        from unnest(cast(:notices as bigint[]), cast(:channels as text[]), cast(:addresses as text[]), cast(:since as text[])) as d (notice, channel, address, since)
        on conflict (notice_id, channel, address) do nothing
        """)
        .param("now", Timestamp.from(now)).param("bulk", how == What.How.IN_BULK).param("urgent", how == What.How.URGENTLY)
        .param("notices", deliveries.stream().map(Delivery::notice).toArray(Long[]::new))
        .param("channels", deliveries.stream().map(one -> one.way().channel()).toArray(String[]::new))
        .param("addresses", deliveries.stream().map(one -> one.way().address()).toArray(String[]::new))
        .param("since", deliveries.stream().map(one -> one.way().from().toString()).toArray(String[]::new)).update();
  }

  /** Keeps a notice for the next digest of its reader. */
  void hold(long notice, AccountId of, Instant due) {
    db.sql("insert into notices.held (notice_id, account_id, due) values (:notice, :of, :due)")
        .param("notice", notice).param("of", of.value()).param("due", Timestamp.from(due)).update();
  }

  int unread(AccountId of) {
    return db.sql("select count(*) from notices.notice where account_id = :of and read_at is null").param("of", of.value())
        .query(Integer.class).single();
  }

  int count(AccountId of) {
    return db.sql("select count(*) from notices.notice where account_id = :of and listed").param("of", of.value()).query(Integer.class).single();
  }

  List<Notice> page(AccountId of, int size, int offset) {
    return db.sql("""
        select id, account_id, kind, title, body, link, language, made_at, read_at
        from notices.notice
        where account_id = :of and listed
        order by made_at desc, id desc
        limit :size offset :offset
        """).param("of", of.value()).param("size", size).param("offset", offset).query(NoticeTable::notice).list();
  }

  List<Notice> ofKind(AccountId of, String kind, int most) {
    return db.sql("""
        select id, account_id, kind, title, body, link, language, made_at, read_at
        from notices.notice
        where account_id = :of and listed and kind = :kind
        order by made_at desc, id desc
        limit :most
        """).param("of", of.value()).param("kind", kind).param("most", most).query(NoticeTable::notice).list();
  }

  Optional<Notice> find(AccountId of, long id) {
    return db.sql("""
        select id, account_id, kind, title, body, link, language, made_at, read_at
        from notices.notice
        where account_id = :of and id = :id
        """).param("of", of.value()).param("id", id).query(NoticeTable::notice).optional();
  }

  /** Those of these notices whose text message was held back by a ceiling. */
  Set<Long> withheld(Collection<Long> notices) {
    return Set.copyOf(db.sql("select distinct notice_id from notices.delivery where notice_id = any(:ids) and channel = 'sms' and failed = 'ceiling'")
        .param("ids", notices.toArray(Long[]::new)).query(Long.class).list());
  }

  void read(AccountId of, long id, Instant now) {
    db.sql("update notices.notice set read_at = :now where account_id = :of and id = :id and read_at is null")
        .param("of", of.value()).param("id", id).param("now", Timestamp.from(now)).update();
  }

  void readAll(AccountId of, Instant now) {
    db.sql("update notices.notice set read_at = :now where account_id = :of and read_at is null")
        .param("of", of.value()).param("now", Timestamp.from(now)).update();
  }

  /** The person left: what was said to them goes with them. */
  void erase(AccountId of) {
    db.sql("delete from notices.delivery where notice_id in (select id from notices.notice where account_id = :of)").param("of", of.value()).update();
    db.sql("delete from notices.notice where account_id = :of").param("of", of.value()).update();
    for (String table : List.of("preference", "quiet", "push_subscription")) {
      db.sql("delete from notices." + table + " where account_id = :of").param("of", of.value()).update();
    }
  }

  /** What was sent to these contacts, also before there was an account. */
  void eraseLetters(List<String> contacts) {
    List<Long> letters = db.sql("delete from notices.delivery where address = any(:contacts) returning notice_id").param("contacts", contacts.toArray(String[]::new))
        .query((row, number) -> row.getLong("notice_id")).list();
    db.sql("delete from notices.notice n where n.id = any(:ids) and not exists (select from notices.delivery d where d.notice_id = n.id)")
        .param("ids", letters.toArray(Long[]::new)).update();
  }

  /** Texts hold a name between marks of direction: only a name that stands there whole is taken out. */
  void eraseName(String name) {
    String written = ISOLATE + name + POP;
    db.sql("""
        update notices.notice set title = replace(title, :written, :nobody), body = replace(body, :written, :nobody)
        where strpos(title, :written) > 0 or strpos(body, :written) > 0
        """).param("written", written).param("nobody", ISOLATE + "—" + POP).update();
  }

  private static Notice notice(ResultSet row, int number) throws SQLException {
    long account = row.getLong("account_id");
    Timestamp read = row.getTimestamp("read_at");
    return new Notice(row.getLong("id"), account == 0 ? null : new AccountId(account), row.getString("kind"), row.getString("title"),
        row.getString("body"), row.getString("link"), Language.of(row.getString("language")).orElse(Language.AR),
        row.getTimestamp("made_at").toInstant(), read == null ? null : read.toInstant());
  }
}
