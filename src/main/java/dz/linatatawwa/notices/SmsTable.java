package dz.linatatawwa.notices;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what text messages cost. */
@Repository
class SmsTable {

  private final JdbcClient db;

  SmsTable(JdbcClient db) {
    this.db = db;
  }

  /** @param refused messages that were not sent because of the ceiling */
  record Period(int parts, int refused) {}

  /** Parts by period, whose rows are the caller's until the end of its transaction. */
  Map<String, Integer> locked(Collection<String> periods) {
    String[] names = periods.toArray(String[]::new);
    db.sql("insert into notices.sms_period (period) select * from unnest(cast(:names as text[])) as p (name) order by name on conflict do nothing").param("names", names).update();
    return db.sql("select period, parts from notices.sms_period where period = any(:names) order by period for update").param("names", names)
        .query((row, number) -> Map.entry(row.getString("period"), row.getInt("parts"))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Map<String, Period> periods(Collection<String> periods) {
    return db.sql("select period, parts, refused from notices.sms_period where period = any(:names)").param("names", periods.toArray(String[]::new))
        .query((row, number) -> Map.entry(row.getString("period"), new Period(row.getInt("parts"), row.getInt("refused")))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void refused(String period) {
    db.sql("update notices.sms_period set refused = refused + 1 where period = :period").param("period", period).update();
  }

  void add(SmsBudget.Toll toll, int messages, Collection<String> periods) {
    db.sql("update notices.sms_period set parts = parts + :parts where period = any(:names)").param("parts", toll.parts()).param("names", periods.toArray(String[]::new)).update();
    if (messages > 0) first(toll);
    db.sql("""
        update notices.sms_cost set messages = messages + :messages, parts = parts + :parts, centimes = centimes + :centimes
        where day = :day and prefix = :prefix and topic = :topic
        """).param("messages", messages).param("parts", toll.parts()).param("centimes", toll.centimes()).param("day", toll.day())
        .param("prefix", toll.prefix()).param("topic", toll.topic()).update();
  }

  private void first(SmsBudget.Toll toll) {
    db.sql("insert into notices.sms_cost (day, prefix, topic, messages, parts, centimes) values (:day, :prefix, :topic, 0, 0, 0) on conflict do nothing")
        .param("day", toll.day()).param("prefix", toll.prefix()).param("topic", toll.topic()).update();
  }

  /** Once in a period. */
  boolean alertNow(String period, Instant now) {
    return db.sql("update notices.sms_period set alerted_at = :now where period = :period and alerted_at is null").param("now", Timestamp.from(now)).param("period", period).update() > 0;
  }

  /** Sums from a day on, the newest day first. @param by day, prefix or topic */
  List<Cost> costs(String by, LocalDate from) {
    String name = switch (by) {
      case "day" -> "to_char(day, 'YYYY-MM-DD')";
      case "prefix" -> "prefix";
      case "topic" -> "topic";
      default -> throw new IllegalArgumentException("costs by " + by);
    };
    return db.sql("select " + name + " as name, sum(messages) as messages, sum(parts) as parts, sum(centimes) as centimes from notices.sms_cost where day >= :from group by 1 "
        + (by.equals("day") ? "order by 1 desc" : "order by 4 desc, 1")).param("from", from)
        .query((row, number) -> new Cost(row.getString("name"), row.getLong("messages"), row.getLong("parts"), row.getLong("centimes"))).list();
  }

  /** Every line from a day on, for a table: day, prefix, topic, messages, parts, centimes. */
  List<List<String>> lines(LocalDate from) {
    return db.sql("select day, prefix, topic, messages, parts, centimes from notices.sms_cost where day >= :from order by day, prefix, topic").param("from", from)
        .query((row, number) -> List.of(row.getString("day"), row.getString("prefix"), row.getString("topic"), row.getString("messages"), row.getString("parts"),
            row.getString("centimes"))).list();
  }
}
