package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of readers: contacts, language, wishes and browsers in one statement, for one person or for hundreds. */
@Repository
class ReaderTable {

  private final JdbcClient db;

  ReaderTable(JdbcClient db) {
    this.db = db;
  }

  /** Those of these people whose account is open. */
  List<Reader> find(Collection<AccountId> people, Topic topic) {
    return db.sql("""
        select a.id, a.email, a.phone, a.language, p.pace, p.sms, p.push, q.from_hour, q.to_hour,
               array(select s.id from notices.push_subscription s where s.account_id = a.id order by s.id) as browsers
        from accounts.account a
        left join notices.preference p on p.account_id = a.id and p.topic = :topic
        left join notices.quiet q on q.account_id = a.id
        where a.id = any(:people) and a.closed_at is null
        order by a.id
        """).param("topic", topic.code()).param("people", people.stream().map(AccountId::value).toArray(Long[]::new))
        .query((row, number) -> reader(row, topic)).list();
  }

  /** The next accounts after this one, in the order of their numbers. */
  List<AccountId> after(long account, int many) {
    return db.sql("select id from accounts.account where id > :after and closed_at is null order by id limit :many")
        .param("after", account).param("many", many).query((row, number) -> new AccountId(row.getLong("id"))).list();
  }

  int everybody() {
    return db.sql("select count(*) from accounts.account where closed_at is null").query(Integer.class).single();
  }

  List<AccountId> administrators() {
    return db.sql("select id from accounts.account where administrator and closed_at is null order by id")
        .query((row, number) -> new AccountId(row.getLong("id"))).list();
  }

  private static Reader reader(ResultSet row, Topic topic) throws SQLException {
    Preference usual = Preference.usual(topic);
    String pace = row.getString("pace");
    Preference wants = pace == null ? usual : new Preference(Preference.Pace.read(pace).orElse(usual.email()),
        Preference.Use.read(row.getString("sms")).orElse(usual.sms()), row.getBoolean("push"));
    int from = row.getInt("from_hour");
    QuietHours quiet = row.wasNull() ? QuietHours.USUAL : new QuietHours(from, row.getInt("to_hour"));
    return new Reader(new AccountId(row.getLong("id")), row.getString("email"), row.getString("phone"),
        Language.of(row.getString("language")).orElse(Language.AR), wants, quiet, Arrays.asList((Long[]) row.getArray("browsers").getArray()));
  }
}
