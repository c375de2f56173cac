package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what people want to hear how. */
@Repository
class WishTable {

  private final JdbcClient db;

  WishTable(JdbcClient db) {
    this.db = db;
  }

  Map<Topic, Preference> of(AccountId person) {
    Map<Topic, Preference> said = new EnumMap<>(Topic.class);
    db.sql("select topic, pace, sms, push from notices.preference where account_id = :of").param("of", person.value()).query(row -> {
      Topic topic = Topic.read(row.getString("topic")).orElse(null);
      if (topic == null) return;
      Preference usual = Preference.usual(topic);
      said.put(topic, new Preference(Preference.Pace.read(row.getString("pace")).orElse(usual.email()), Preference.Use.read(row.getString("sms")).orElse(usual.sms()),
          row.getBoolean("push")));
    });
    return said;
  }

  Optional<QuietHours> quiet(AccountId person) {
    return db.sql("select from_hour, to_hour from notices.quiet where account_id = :of").param("of", person.value())
        .query((row, number) -> new QuietHours(row.getInt("from_hour"), row.getInt("to_hour"))).optional();
  }

  void say(AccountId person, Topic topic, Preference wants, Instant now) {
    db.sql("""
        insert into notices.preference (account_id, topic, pace, sms, push, changed_at)
        values (:of, :topic, :pace, :sms, :push, :now)
        on conflict (account_id, topic) do update set pace = excluded.pace, sms = excluded.sms, push = excluded.push, changed_at = excluded.changed_at
        """).param("of", person.value()).param("topic", topic.code()).param("pace", wants.email().code()).param("sms", wants.sms().code())
        .param("push", wants.push()).param("now", Timestamp.from(now)).update();
  }

  void quiet(AccountId person, QuietHours hours) {
    db.sql("""
        insert into notices.quiet (account_id, from_hour, to_hour) values (:of, :from, :to)
        on conflict (account_id) do update set from_hour = excluded.from_hour, to_hour = excluded.to_hour
        """).param("of", person.value()).param("from", hours.from()).param("to", hours.to()).update();
  }
}
