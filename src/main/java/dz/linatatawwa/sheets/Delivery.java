package dz.linatatawwa.sheets;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.Answer;
import dz.linatatawwa.attendance.Arrivals;
import dz.linatatawwa.attendance.Batch;
import dz.linatatawwa.attendance.DeedKind;
import dz.linatatawwa.attendance.DeedLine;
import dz.linatatawwa.attendance.Disputes;
import dz.linatatawwa.attendance.Settled;
import dz.linatatawwa.attendance.Via;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.ShiftFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings what was read on paper to the attendance. A row is kept first and delivered afterwards, under keys that follow from it: whatever is
 *  cut off in between is simply delivered again. */
@Component
class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final LineTable lines;
  private final Arrivals arrivals;
  private final Disputes disputes;
  private final Organizations organizations;
  private final Participation participation;
  private final Applicants applicants;
  private final Clock clock;

  Delivery(LineTable lines, Arrivals arrivals, Disputes disputes, Organizations organizations, Participation participation,
      Applicants applicants, Clock clock) {
    this.lines = lines;
    this.arrivals = arrivals;
    this.disputes = disputes;
    this.organizations = organizations;
    this.participation = participation;
    this.applicants = applicants;
    this.clock = clock;
  }

  /** Everything of one row that has not arrived, the first first. Outside a transaction. */
  void deliver(ShiftId shift, AccountId volunteer) {
    for (SheetLine line : lines.undelivered(shift, volunteer)) deliver(line);
  }

  /** What was kept when the platform was stopped before it was delivered. */
  @Scheduled(fixedDelayString = "${linatatawwa.clock.sheets:1m}", initialDelayString = "${linatatawwa.clock.sheets:1m}")
  void forgotten() {
    for (SheetLine line : lines.forgotten(clock.instant().minus(Duration.ofMinutes(1)))) {
      try {
        deliver(new ShiftId(line.shiftId()), new AccountId(line.volunteerId()));
      } catch (RuntimeException e) {
        LOG.warn("a row of a sheet was not delivered and is tried again", e);
      }
    }
  }

  private void deliver(SheetLine line) {
    ShiftId shift = new ShiftId(line.shiftId());
    AccountId by = new AccountId(line.writtenBy());
    ShiftFacts facts = participation.facts(shift);
    if (!organizations.mayRun(by, new OrganizationId(facts.organizationId()))) {
      lines.delivered(line, "foreign");
      return;
    }
    Instant now = clock.instant();
    List<DeedLine> deeds = new ArrayList<>(takenBack(line, by, now));
    int backs = deeds.size();
    deeds.addAll(deeds(line, facts));
    List<Answer> answers = arrivals.take(new Batch(Via.PAPER, by, null, now, deeds));
    lines.delivered(line, refused(answers.subList(backs, answers.size())));
  }

  private static @Nullable String refused(List<Answer> answers) {
    return answers.stream().filter(answer -> answer.outcome() == Answer.Outcome.REFUSED).map(Answer::code).findFirst().orElse(null);
  }

  /** The deeds of the version before; what of them waits to be accepted is left out instead. */
  private List<DeedLine> takenBack(SheetLine line, AccountId by, Instant now) {
    List<DeedLine> backs = new ArrayList<>();
    if (line.version() == 1) return backs;
    SheetLine before = lines.find(new ShiftId(line.shiftId()), new AccountId(line.volunteerId()), line.version() - 1).orElseThrow();
    if (before.refused() != null) return backs;
    for (String part : parts(before)) {
      if (disputes.leaveOut(by, before.deed(part), "read again: " + line.version()) == Settled.DONE) continue;
      backs.add(new DeedLine(before.deed("x" + part), new ShiftId(line.shiftId()), new AccountId(line.volunteerId()), DeedKind.UNDO, now, line.version(), false,
          null, before.deed(part), null));
    }
    return backs;
  }

  private List<DeedLine> deeds(SheetLine line, ShiftFacts facts) {
    return parts(line).stream().map(part -> switch (part) {
      case "in" -> deed(line, part, hasSeat(facts.id(), line.volunteerId()) ? DeedKind.CHECK_IN : DeedKind.WALK_IN, line.in());
      case "out" -> deed(line, part, DeedKind.CHECK_OUT, line.out());
      default -> deed(line, part, DeedKind.NO_SHOW, facts.startsAt());
    }).toList();
  }

  private boolean hasSeat(ShiftId shift, long volunteer) {
    return applicants.seated(shift).stream().anyMatch(person -> person.id().value() == volunteer);
  }

  private static List<String> parts(SheetLine line) {
    return switch (line.mark()) {
      case CAME -> line.out() == null ? List.of("in") : List.of("in", "out");
      case ABSENT -> List.of("no");
      case BLANK -> List.of();
    };
  }

  private static DeedLine deed(SheetLine line, String part, DeedKind kind, @Nullable Instant at) {
    if (at == null) throw new IllegalStateException("no time of " + line.deed(part));
    return new DeedLine(line.deed(part), new ShiftId(line.shiftId()), new AccountId(line.volunteerId()), kind, at, line.version(), false, null, null, null);
  }
}
