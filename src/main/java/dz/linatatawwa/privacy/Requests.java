package dz.linatatawwa.privacy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.site.Settings;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people ask of the officer (law 18-07, articles 34 to 36), with the clock of the answer. */
@Component
public class Requests {

  /** What may be asked for. */
  public static final List<String> KINDS = List.of("see", "correct", "erase", "object", "other");
  /** How it may end. */
  public static final List<String> OUTCOMES = List.of("done", "partly", "refused");
  private static final int PAGE = 30;
  private static final String COLUMNS = "id, account_id, kind, words, opened_at, due_at, answered_at, outcome, answer";

  /** One request. @param answeredAt null: it waits */
  public record Request(long id, AccountId person, String kind, String words, Instant openedAt, Instant dueAt, @Nullable Instant answeredAt, @Nullable String outcome,
      @Nullable String answer) {

    /** Whether its clock ran out. */
    public boolean late(Instant now) {
      return answeredAt == null && dueAt.isBefore(now);
    }
  }

  private final JdbcClient db;
  private final Notices notices;
  private final Settings settings;
  private final Officers officers;
  private final Audit audit;
  private final Clock clock;

  Requests(JdbcClient db, Notices notices, Settings settings, Officers officers, Audit audit, Clock clock) {
    this.db = db;
    this.notices = notices;
    this.settings = settings;
    this.officers = officers;
    this.audit = audit;
    this.clock = clock;
  }

  /** How many days the answer may take. */
  public int days() {
    return settings.get(PrivacySettings.ANSWER);
  }

  /** Opens a request and tells the officers. */
  @Transactional
  public void open(AccountId person, String kind, String words) {
    Instant now = clock.instant();
    db.sql("insert into privacy.request (account_id, kind, words, opened_at, due_at) values (:person, :kind, :words, :now, :due)")
        .param("person", person.value()).param("kind", kind).param("words", words).param("now", Timestamp.from(now))
        .param("due", Timestamp.from(now.plus(Duration.ofDays(days())))).update();
    notices.tellAll(officers.all().stream().map(Officers.Officer::account).toList(), "privacy-request", "privacy.notice.request.title", "privacy.notice.request.body",
        "/administration/privacy/requests", null);
  }

  /** A person's own requests, newest first. */
  public List<Request> of(AccountId person) {
    return db.sql("select " + COLUMNS + " from privacy.request where account_id = :person order by opened_at desc limit 50").param("person", person.value())
        .query(Requests::read).list();
  }

  public Optional<Request> find(long id) {
    return db.sql("select " + COLUMNS + " from privacy.request where id = :id").param("id", id).query(Requests::read).optional();
  }

  /** What waits, the most urgent first; or what was answered, newest first. */
  public Slice<Request> page(boolean answered, int page) {
    String which = answered ? "answered_at is not null" : "answered_at is null";
    long total = db.sql("select count(*) from privacy.request where " + which).query(Long.class).single();
    List<Request> rows = db.sql("select " + COLUMNS + " from privacy.request where " + which + " order by " + (answered ? "answered_at desc, id desc" : "due_at, id")
        + " limit :size offset :skip").param("size", PAGE).param("skip", (long) (page - 1) * PAGE).query(Requests::read).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  /** Answers; the first answer counts, and reaches the person. */
  @Transactional
  public boolean answer(AccountId officer, long id, String outcome, String words) {
    Optional<Long> person = db.sql("""
        update privacy.request set answered_at = :now, answered_by = :by, outcome = :outcome, answer = :words
        where id = :id and answered_at is null and account_id <> :by
        returning account_id
        """).param("now", Timestamp.from(clock.instant())).param("by", officer.value()).param("outcome", outcome).param("words", words).param("id", id)
        .query(Long.class).optional();
    person.ifPresent(who -> {
      audit.note(officer, "privacy.request-answered", "account", who.toString(), outcome, Map.of("request", id));
      notices.tell(new AccountId(who), "privacy-answer", "privacy.notice.answer.title", "privacy.notice.answer.body", "/me/data/requests", "privacy-answer:" + id, words);
    });
    return person.isPresent();
  }

  private static Request read(ResultSet row, int number) throws SQLException {
    Timestamp answered = row.getTimestamp("answered_at");
    return new Request(row.getLong("id"), new AccountId(row.getLong("account_id")), row.getString("kind"), row.getString("words"), row.getTimestamp("opened_at").toInstant(),
        row.getTimestamp("due_at").toInstant(), answered == null ? null : answered.toInstant(), row.getString("outcome"), row.getString("answer"));
  }
}
