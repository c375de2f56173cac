package dz.linatatawwa.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what became of each application: attendance, claims and the lines of the ledger. */
final class PartRows {

  private final Connection connection;
  private final List<Turnout.Part> parts;
  private final LocalDateTime now;

  PartRows(Connection connection, List<Turnout.Part> parts, LocalDateTime now) {
    this.connection = connection;
    this.parts = parts;
    this.now = now;
  }

  void write() throws SQLException {
    applications();
    attendance();
    deeds();
    closures();
    claims();
    entries();
  }

  private void applications() throws SQLException {
    try (Rows rows = new Rows(connection, "participation.application (id, shift_id, volunteer_id, state, applied_at, answer_due, state_since, decided_by, reason_code,"
        + " answered_at, evening_told)")) {
      for (Turnout.Part part : parts) {
        LocalDateTime applied = applied(part);
        boolean pending = part.fate() == Turnout.Fate.PENDING;
        boolean answered = part.offer().byHand() && !pending && part.fate() != Turnout.Fate.WAITING;
        LocalDateTime since = answered ? earlier(applied.plusHours(1 + part.id() % 40), now) : applied;
        boolean told = part.turn().starts().isBefore(now.plusHours(18));
        rows.row(part.id(), part.turn().id(), part.person().id(), state(part.fate()), Instants.at(applied), pending ? Instants.at(applied.plusHours(72)) : null,
            Instants.at(since), answered ? part.offer().body().coordinator() : null, part.fate() == Turnout.Fate.DECLINED ? "full" : null,
            answered ? Instants.at(since) : null, told ? Instants.at(part.turn().starts().minusHours(16)) : null);
      }
      rows.end();
    }
  }

  /** In the order of their numbers for each shift, at most some days before it, and never after now. */
  private LocalDateTime applied(Turnout.Part part) {
    LocalDateTime latest = earlier(part.turn().starts(), now);
    // Few answers are late: most of those who wait asked in the last three days.
    if (part.fate() == Turnout.Fate.PENDING) return latest.minusMinutes(30 + part.id() * 37 % 4_400).truncatedTo(ChronoUnit.MINUTES);
    return latest.minusDays(3).minusMinutes(400 - part.id() % 400).truncatedTo(ChronoUnit.MINUTES);
  }

  private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
    return one.isBefore(other) ? one : other;
  }

  private static String state(Turnout.Fate fate) {
    return switch (fate) {
      case CAME, MISSED, HERE_NOW, EXPECTED -> "accepted";
      case WAITING -> "waiting";
      case PENDING -> "pending";
      case WITHDRAWN -> "withdrawn";
      case DECLINED -> "declined";
    };
  }

  private void attendance() throws SQLException {
    try (Rows rows = new Rows(connection, "attendance.attendance (id, shift_id, volunteer_id, application_id, checked_in_at, checked_in_by, checked_out_at,"
        + " checked_out_by, no_show_at, no_show_by, grade, closed_at)")) {
      for (Turnout.Part part : parts) {
        if (part.fate() == Turnout.Fate.EXPECTED || !part.holdsSeat()) continue;
        boolean missed = part.fate() == Turnout.Fate.MISSED;
        boolean here = part.fate() == Turnout.Fate.HERE_NOW;
        long by = part.offer().body().coordinator();
        rows.row(part.id(), part.turn().id(), part.person().id(), part.id(), missed ? null : Instants.at(part.in()), missed ? null : by,
            missed || here ? null : Instants.at(part.out()), missed || here ? null : by,
            missed ? Instants.at(part.turn().ends()) : null, missed ? by : null, Fates.of(part, now).grade(),
            here || !Fates.of(part, now).closed() ? null : Instants.at(part.turn().ends().plusMinutes(30)));
      }
      rows.end();
    }
  }

  /** The deeds behind the attendance: a scan of both sides for grade A, paper for C, else the coordinator's page. */
  private void deeds() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("""
          insert into attendance.deed (key, shift_id, volunteer_id, deed, at, by_account, via, two_sided, made_at)
          select 'demo-' || m.deed || '-' || a.id, a.shift_id, a.volunteer_id, m.deed, m.at, m.by_account,
                 case a.grade when 'A' then 'site-code' when 'C' then 'paper' else 'desk' end, a.grade = 'A', m.at
          from attendance.attendance a
          cross join lateral (values ('check-in', a.checked_in_at, a.checked_in_by), ('check-out', a.checked_out_at, a.checked_out_by),
                                     ('no-show', a.no_show_at, a.no_show_by)) m (deed, at, by_account)
          where m.at is not null
          """);
    }
  }

  private void closures() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("""
          insert into attendance.closure (shift_id, closed_at, closed_by, came, no_shows, proposed)
          select a.shift_id, min(a.closed_at), min(coalesce(a.checked_out_by, a.no_show_by)), count(a.checked_in_at), count(a.no_show_at), 0
          from attendance.attendance a where a.closed_at is not null group by a.shift_id
          """);
    }
  }

  private void claims() throws SQLException {
    try (Rows rows = new Rows(connection, "hours.claim (id, volunteer_id, attendance_id, shift_id, opportunity_id, organization_id, during, minutes, grade, state,"
        + " proposed_at, proposed_by, due_at, decided_at, decided_by, seconded_by, reason_code, entered_at)")) {
      for (Turnout.Part part : parts) {
        Fates fates = Fates.of(part, now);
        if (!fates.claimed()) continue;
        LocalDateTime proposed = part.turn().ends().plusHours(1);
        boolean decided = !fates.state().equals("proposed");
        String at = Instants.at(fates.decided());
        rows.row(part.id(), part.person().id(), part.id(), part.turn().id(), part.offer().id(), part.offer().body().id(),
            "[\"" + Instants.at(part.in()) + "\",\"" + Instants.at(part.out()) + "\")", minutes(part.in(), part.out()), fates.grade(), fates.state(),
            Instants.at(proposed), part.offer().body().coordinator(), Instants.at(proposed.plusHours(72)), decided ? at : null,
            decided ? part.offer().body().coordinator() : null, fates.grade().equals("D") && decided ? part.offer().body().owner() : null,
            reason(fates.state()), Instants.at(entered(part.turn().ends(), fates.grade())));
      }
      rows.end();
    }
  }

  /** On the day itself, from a sheet the day after, or, with a document, days later. */
  private static LocalDateTime entered(LocalDateTime ends, String grade) {
    return switch (grade) {
      case "C" -> ends.plusHours(20);
      case "D" -> ends.plusHours(70);
      default -> ends.plusMinutes(20);
    };
  }

  private static @Nullable String reason(String state) {
    return switch (state) {
      case "refused" -> "not-present";
      default -> null;
    };
  }

  private void entries() throws SQLException {
    try (Rows rows = new Rows(connection, "hours.entry (id, claim_id, reverses, volunteer_id, day, minutes, grade, organization_id, opportunity_id, field_code,"
        + " activity_code, wilaya_code, commune_code, written_at, written_by, reason)")) {
      long next = 1;
      for (Turnout.Part part : parts) {
        Fates fates = Fates.of(part, now);
        if (!fates.inLedger()) continue;
        for (LocalDate day = part.in().toLocalDate(); day.atStartOfDay().isBefore(part.out()); day = day.plusDays(1)) {
          int minutes = minutes(later(part.in(), day.atStartOfDay()), earlier(part.out(), day.plusDays(1).atStartOfDay()));
          if (minutes == 0) continue;
          long line = next++;
          entry(rows, line, null, part, fates, day, minutes, fates.decided());
          if (fates.state().equals("reversed")) entry(rows, next++, line, part, fates, day, -minutes, fates.decided().plusDays(1));
        }
      }
      rows.end();
    }
  }

  private static void entry(Rows rows, long id, @Nullable Long reverses, Turnout.Part part, Fates fates, LocalDate day, int minutes, LocalDateTime at)
      throws SQLException {
    Offer offer = part.offer();
    rows.row(id, part.id(), reverses, part.person().id(), day, minutes, fates.grade(), offer.body().id(), offer.id(), offer.work().field(),
        offer.work().activity(), offer.remote() ? null : offer.town().wilaya(), offer.remote() ? null : offer.town().code(), Instants.at(at),
        offer.body().coordinator(), reverses == null ? null : "سُجّلت باسم شخص آخر");
  }

  private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
    return one.isAfter(other) ? one : other;
  }

  private static int minutes(LocalDateTime from, LocalDateTime to) {
    return (int) Duration.between(from, to).toMinutes();
  }
}
