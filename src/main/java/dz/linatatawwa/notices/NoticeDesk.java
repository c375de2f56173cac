package dz.linatatawwa.notices;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What administrators see of letters: the queue, what nobody tries any more and why, and what text messages cost. */
@Service
public class NoticeDesk {

  private static final int PAGE = 50;

  /** Ends that are as they should be, and are shown only to who asks for them. */
  private static final String USUAL_ENDS = " ('gone', 'late', 'too old', 'stopped', 'ceiling') ";
  private static final String DEAD = """
      from notices.delivery d join notices.notice n on n.id = d.notice_id
      where d.failed is not null and (:channel = '' or d.channel = :channel) and (:why = '' and d.failed not in""" + USUAL_ENDS + """
      or d.failed = :why)
      """;

  private final JdbcClient db;
  private final SmsTable sms;
  private final SmsBudget budget;
  private final HandingOver handing;
  private final Sending sending;
  private final Clock clock;

  NoticeDesk(JdbcClient db, SmsTable sms, SmsBudget budget, HandingOver handing, Sending sending, Clock clock) {
    this.db = db;
    this.sms = sms;
    this.budget = budget;
    this.handing = handing;
    this.sending = sending;
    this.clock = clock;
  }

  /** Each way out of the house. */
  public List<QueueState> queues() {
    Instant now = clock.instant();
    Map<String, QueueState> found = db.sql("""
        select channel, sum(waiting) as waiting, min(oldest) as oldest, sum(sent) as sent, sum(dead) as dead from (
          select channel, count(*) as waiting, min(next_try) filter (where next_try <= :now) as oldest, 0 as sent, 0 as dead
          from notices.delivery where sent_at is null and failed is null group by channel
          union all select channel, 0, null, count(*), 0 from notices.delivery where sent_at > :since and failed is null group by channel
          union all select channel, 0, null, 0, count(*) from notices.delivery where failed is not null and failed not in""" + USUAL_ENDS + """
          group by channel) parts
        group by channel
        """).param("now", Timestamp.from(now)).param("since", Timestamp.from(now.minus(Duration.ofDays(1)))).query(this::queue).list().stream()
        .collect(Collectors.toMap(QueueState::channel, state -> state));
    return List.of("email", "sms", "push").stream()
        .map(channel -> found.getOrDefault(channel, new QueueState(channel, handing.channels().contains(channel), 0, null, 0, 0))).toList();
  }

  /** Letters that nobody tries any more, the newest first, fifty a page.
   *  @param channel empty: all
   *  @param why     empty: all but the ends that are as they should be */
  public Slice<DeadLetter> dead(String channel, String why, int page) {
    long total = db.sql("select count(*) " + DEAD).param("channel", channel).param("why", why).query(Long.class).single();
    List<DeadLetter> rows = db.sql("select d.id, d.channel, d.address, n.kind, d.failed, d.tries, d.made_at " + DEAD + "order by d.id desc limit :size offset :offset")
        .param("channel", channel).param("why", why).param("size", PAGE).param("offset", (page - 1) * PAGE).query(NoticeDesk::letter).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  /** Why letters were given up, and how many, the most first. */
  public Map<String, Long> reasons() {
    return db.sql("select failed, count(*) as number from notices.delivery where failed is not null group by failed order by 2 desc, 1 limit 30")
        .query((row, number) -> Map.entry(row.getString("failed"), row.getLong("number"))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, java.util.LinkedHashMap::new));
  }

  /** Has one tried anew, from the first try on. @return false when it is not among the dead, or a code */
  public boolean again(long letter) {
    return again("d.id = " + letter, "", "") > 0;
  }

  /** Has all of these tried anew. @return how many */
  public int againAll(String channel, String why) {
    return again("true", channel, why);
  }

  private int again(String which, String channel, String why) {
    int many = db.sql("update notices.delivery set failed = null, sent_at = null, tries = 0, next_try = :now, reference = null, delivered_at = null where id in (select d.id "
        + DEAD.replace("(:why = ''", "(:one or :why = ''") + " and n.kind <> 'code' and n.body <> '' and " + which + ")")
        .param("now", Timestamp.from(clock.instant())).param("channel", channel).param("why", why).param("one", !which.equals("true")).update();
    sending.wake();
    return many;
  }

  /** The ceilings of this day and this month. */
  public List<Spent> spent() {
    return budget.spent();
  }

  /** What text messages cost. @param by day, prefix or topic @param days back from today */
  public List<Cost> costs(String by, int days) {
    return sms.costs(by, LocalDate.now(clock.withZone(Words.ZONE)).minusDays(days - 1L));
  }

  /** The same line by line: day, beginning of the number, topic, messages, parts, centimes. */
  public List<List<String>> costLines(int days) {
    return sms.lines(LocalDate.now(clock.withZone(Words.ZONE)).minusDays(days - 1L));
  }

  private QueueState queue(ResultSet row, int number) throws SQLException {
    Timestamp oldest = row.getTimestamp("oldest");
    return new QueueState(row.getString("channel"), handing.channels().contains(row.getString("channel")), row.getLong("waiting"), oldest == null ? null : oldest.toInstant(),
        row.getLong("sent"), row.getLong("dead"));
  }

  private static DeadLetter letter(ResultSet row, int number) throws SQLException {
    String kind = row.getString("kind");
    return new DeadLetter(row.getLong("id"), row.getString("channel"), Masks.address(row.getString("channel"), row.getString("address")), Topic.of(kind),
        row.getString("failed"), row.getInt("tries"), row.getTimestamp("made_at").toInstant(), !kind.equals(Sending.CODE));
  }
}
