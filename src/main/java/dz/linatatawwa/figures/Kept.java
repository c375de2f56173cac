package dz.linatatawwa.figures;

import dz.linatatawwa.database.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers about all of the nation, kept in the database for every node: they cost the most and are asked for the most. One that was counted before the last line was
 *  written is used for less than a minute. */
@Repository
class Kept {

  static final Set<Breakdown> ALL = EnumSet.allOf(Breakdown.class);
  private static final Duration FRESH = Duration.ofSeconds(50);

  private static final Duration SOON = Duration.ofSeconds(25);
  /** So many slices of the nation hold fewer lines than are worth it. */
  private static final int SLICES = 50;

  private final JdbcClient db;
  private final Clock clock;
  private final long from;

  /** @param from lines from which an answer is kept; below it counting is quick */
  Kept(JdbcClient db, Clock clock, @Value("${linatatawwa.figures.keep-from:200000}") long from) {
    this.db = db;
    this.clock = clock;
    this.from = from;
  }

  static boolean isFor(Question question) {
    return question.scope() instanceof Scope.Nation && question.filter().isNone();
  }

  /** A kept answer that still holds, with those of its breakdowns that are wanted. */
  Optional<Answer> find(Question question, Set<Breakdown> by) {
    Instant now = clock.instant();
    return db.sql("select as_of, stamp = figures.stamp(:first, :last), answer from figures.kept where question = :question").param("question", name(question))
        .param("first", question.period().from()).param("last", question.period().to())
        .query((row, i) -> {
          Instant asOf = row.getTimestamp(1).toInstant();
          boolean unchanged = row.getBoolean(2);
          if (!unchanged && asOf.plus(FRESH).isBefore(now)) return Optional.<Answer>empty();
          return Optional.of(read(question, unchanged ? Reading.seenUntil(now) : asOf, by, row.getBytes(3)));
        }).optional().flatMap(found -> found);
  }

  /** Whether there is a kept answer that is no longer true, or will soon be too old to be used; or none, though there is much to count. */
  boolean isOld(Question question) {
    return db.sql("""
        select case when k.question is null then (select count(*) from figures.slice where kind = 1) >= :slices
          else k.stamp <> figures.stamp(:first, :last) and k.as_of < :before end
        from (select 1) one left join figures.kept k on k.question = :question""").param("question", name(question))
        .param("first", question.period().from()).param("last", question.period().to())
        .param("before", Timestamp.from(clock.instant().minus(SOON))).param("slices", SLICES).query(Boolean.class).single();
  }

  /** What changes with whatever changes an answer; to be asked for before counting. */
  String stamp(Question question) {
    return db.sql("select figures.stamp(:first, :last)").param("first", question.period().from()).param("last", question.period().to()).query(String.class).single();
  }

  /** Keeps an answer with all breakdowns, if it was long in counting. */
  void keep(Answer answer, long lines, String stamp) {
    if (lines < from) return;
    db.sql("""
        insert into figures.kept (question, as_of, stamp, answer) values (:question, :asOf, :stamp, :answer)
        on conflict (question) do update set as_of = excluded.as_of, stamp = excluded.stamp, answer = excluded.answer where kept.as_of < excluded.as_of""")
        .param("question", name(answer.question())).param("asOf", Timestamp.from(answer.asOf())).param("stamp", stamp).param("answer", written(answer)).update();
  }

  /** Those that were written over and are not brought on are forgotten, and in time all whose period ends with a day that is past. */
  void sweep() {
    db.sql("delete from figures.kept where as_of < :before").param("before", Timestamp.from(clock.instant().minus(Duration.ofDays(40)))).update();
  }

  private static String name(Question question) {
    return question.period().from() + " " + question.period().to();
  }

  private static byte[] written(Answer answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, answer.total());
      for (Breakdown breakdown : Breakdown.values()) {
        out.writeInt(answer.by(breakdown).size());
        for (Answer.Part part : answer.by(breakdown)) {
          out.writeUTF(part.key());
          write(out, part.totals());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Totals totals) throws IOException {
    out.writeLong(totals.persons());
    out.writeLong(totals.givers());
    out.writeLong(totals.minutes());
    out.writeLong(totals.medianMinutes());
  }

  private static Answer read(Question question, Instant asOf, Set<Breakdown> by, byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Totals total = totals(in);
      Map<Breakdown, List<Answer.Part>> parts = new EnumMap<>(Breakdown.class);
      for (Breakdown breakdown : Breakdown.values()) {
        List<Answer.Part> of = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) of.add(new Answer.Part(in.readUTF(), totals(in)));
        if (by.contains(breakdown)) parts.put(breakdown, of);
      }
      return new Answer(question, asOf, total, parts);
    } catch (IOException e) {
      throw new UncheckedIOException("a kept answer cannot be read", e);
    }
  }

  private static Totals totals(DataInputStream in) throws IOException {
    return new Totals(in.readLong(), in.readLong(), in.readLong(), in.readLong());
  }
}
