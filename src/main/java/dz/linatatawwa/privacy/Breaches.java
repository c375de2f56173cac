package dz.linatatawwa.privacy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.supervision.Audit;
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

/** The register of breaches: what was noticed when, whom it concerns, what was done, and whether the authority was told within five days (law 25-11). */
@Component
public class Breaches {

  /** The time within which the authority is told. */
  public static final Duration CLOCK = Duration.ofDays(5);
  /** What may be written after the opening. */
  public static final List<String> DEEDS = List.of("added", "authority", "people", "closed");

  /** What was written, once. @param people how many are concerned, as far as known */
  public record Line(int number, String what, @Nullable String measures, @Nullable Integer people, String deed, AccountId writtenBy, Instant writtenAt) {}

  /** One breach with its lines, the first first. */
  public record Breach(long id, Instant noticedAt, Instant dueAt, @Nullable Instant authorityAt, @Nullable Instant peopleAt, @Nullable Instant closedAt, List<Line> lines) {

    /** Whether the authority was not told in time. */
    public boolean late(Instant now) {
      return (authorityAt == null ? now : authorityAt).isAfter(dueAt);
    }

    /** The newest number of people that was written. */
    public @Nullable Integer people() {
      return lines.reversed().stream().filter(line -> line.people() != null).map(Line::people).findFirst().orElse(null);
    }
  }

  private final JdbcClient db;
  private final Audit audit;
  private final Clock clock;

  Breaches(JdbcClient db, Audit audit, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** Writes the first line, and starts the clock. */
  @Transactional
  public long open(AccountId by, Instant noticed, String what, @Nullable String measures, @Nullable Integer people) {
    long id = db.sql("insert into privacy.breach (noticed_at, due_at) values (:noticed, :due) returning id").param("noticed", Timestamp.from(noticed))
        .param("due", Timestamp.from(noticed.plus(CLOCK))).query(Long.class).single();
    write(id, by, "opened", what, measures, people);
    audit.note(by, "breach.opened", "breach", id, null);
    return id;
  }

  /** Adds a line. @return false when the breach is closed or that was said before */
  @Transactional
  public boolean add(AccountId by, long id, String deed, String what, @Nullable String measures, @Nullable Integer people) {
    String column = switch (deed) {
      case "authority" -> "authority_at";
      case "people" -> "people_at";
      case "closed" -> "closed_at";
      default -> "";
    };
    String set = column.isEmpty() ? "noticed_at = noticed_at" : column + " = :now";
    String open = column.isEmpty() ? "" : " and " + column + " is null";
    int done = db.sql("update privacy.breach set " + set + " where id = :id and closed_at is null" + open).param("now", Timestamp.from(clock.instant())).param("id", id).update();
    if (done == 0) return false;
    write(id, by, deed, what, measures, people);
    audit.note(by, "breach." + deed, "breach", id, null);
    return true;
  }

  public Optional<Breach> find(long id) {
    return list("where id = :id", id).stream().findFirst();
  }

  /** All of them, newest first; at most a hundred. */
  public List<Breach> all() {
    return list("where id >= :id", 0);
  }

  /** Those whose authority has not been told and whose clock runs. */
  public List<Breach> running() {
    return list("where id >= :id and authority_at is null and closed_at is null", 0);
  }

  private void write(long id, AccountId by, String deed, String what, @Nullable String measures, @Nullable Integer people) {
    db.sql("""
        insert into privacy.breach_line (breach_id, number, what, measures, people, deed, written_by, written_at)
        select :id, coalesce(max(number), 0) + 1, :what, :measures, cast(:people as integer), :deed, :by, :now
        from privacy.breach_line where breach_id = :id
        """).param("id", id).param("what", what).param("measures", measures).param("people", people).param("deed", deed).param("by", by.value())
        .param("now", Timestamp.from(clock.instant())).update();
  }

  private List<Breach> list(String which, long id) {
    return db.sql("select id, noticed_at, due_at, authority_at, people_at, closed_at from privacy.breach " + which + " order by noticed_at desc, id desc limit 100").param("id", id)
        .query((row, number) -> new Breach(row.getLong("id"), row.getTimestamp("noticed_at").toInstant(), row.getTimestamp("due_at").toInstant(),
            at(row.getTimestamp("authority_at")), at(row.getTimestamp("people_at")), at(row.getTimestamp("closed_at")), lines(row.getLong("id")))).list();
  }

  private List<Line> lines(long id) {
    return db.sql("select number, what, measures, people, deed, written_by, written_at from privacy.breach_line where breach_id = :id order by number").param("id", id)
        .query((row, number) -> new Line(row.getInt("number"), row.getString("what"), row.getString("measures"), row.getObject("people", Integer.class), row.getString("deed"),
            new AccountId(row.getLong("written_by")), row.getTimestamp("written_at").toInstant())).list();
  }

  private static @Nullable Instant at(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
