package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.AfterAll;
import dz.linatatawwa.attendance.Deed;
import dz.linatatawwa.attendance.Mark;
import dz.linatatawwa.attendance.Roster;
import dz.linatatawwa.attendance.Times;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.participation.YoungRules;
import dz.linatatawwa.site.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way to the end of a day: exceptions are answered one by one, and each answer can be taken back until the day is closed.
 *  Whatever was answered is kept at once, so that the day can be left and taken up again, by anybody who runs it. */
@Service
public class ClosingDays {

  private final ClosingTable table;
  private final Organizations organizations;
  private final Applicants applicants;
  private final YoungRules young;
  private final Roster roster;
  private final AfterAll afterAll;
  private final Clock clock;

  ClosingDays(ClosingTable table, Organizations organizations, Applicants applicants, YoungRules young, Roster roster, AfterAll afterAll, Clock clock) {
    this.table = table;
    this.organizations = organizations;
    this.applicants = applicants;
    this.young = young;
    this.roster = roster;
    this.afterAll = afterAll;
    this.clock = clock;
  }

  /** A day as it stands.
   *  @throws NotFound for whoever does not run the organisation, and for a shift of another one */
  public ClosingDay of(OrganizationId organization, ShiftId shift, AccountId viewer) {
    organizations.runBy(viewer, organization);
    ShiftFacts facts = applicants.facts(organization, shift).orElseThrow(() -> new NotFound("shift " + shift + " of " + organization));
    List<DayPerson> people = table.people(shift);
    var lacking = young.of(facts, people.stream().filter(DayPerson::came).map(person -> new AccountId(person.volunteerId())).toList()).entrySet().stream()
        .filter(entry -> entry.getValue().fault() != null && entry.getValue().fault().lacksConsent()).map(entry -> entry.getKey().value())
        .collect(Collectors.toSet());
    return new ClosingDay(facts, people, lacking, table.proposal(shift).orElse(null),
        table.closure(shift).orElse(null), clock.instant());
  }

  /** Proposes the hours of everybody who came, where hours may come of it: whoever is still in until the planned end. Each may still be answered by itself.
   *  @return how many people */
  @Transactional
  public long propose(ClosingDay day, AccountId by) {
    if (!day.over() || day.closed() || day.cancelled() || !day.facts().counts()) return 0;
    table.propose(day.facts().id(), by, day.came());
    return day.came();
  }

  /** Takes the proposal of all back, while the day is open. */
  @Transactional
  public void takeBackProposal(ClosingDay day) {
    if (!day.closed()) table.takeBackProposal(day.facts().id());
  }

  /** Answers the exception of one person. Of two who answer at once the first one is heard.
   *  @param key    of the deed that the roster keeps with it
   *  @param times  other times, with {@link Answer#TIMES}
   *  @param reason what the person reads beside changed times */
  @Transactional
  public Answered answer(ClosingDay day, AccountId volunteer, AccountId by, String key, Answer answer, @Nullable Times times, String reason) {
    ShiftId shift = day.facts().id();
    table.queue(shift, volunteer);
    DayPerson person = table.people(shift).stream().filter(one -> one.volunteerId() == volunteer.value()).findFirst()
        .orElseThrow(() -> new NotFound("volunteer " + volunteer + " in shift " + shift));
    if (table.closure(shift).isPresent()) return new Answered.Refused(Deed.Why.CLOSED);
    if (answer != Answer.TIMES && person.answered()) return new Answered.Already();
    if (volunteer.equals(by)) return new Answered.Refused(Deed.Why.OWN);
    Deed deed = deed(day.facts(), person, new Mark(key, by, shift, volunteer), answer, times, reason);
    if (deed instanceof Deed.Refused(var why)) return new Answered.Refused(why);
    table.answer(shift, volunteer, answer, deed != null, by);
    return new Answered.Done();
  }

  /** Takes an answer back, and with it the deed that it made.
   *  @return false when there was none, or the day is closed */
  @Transactional
  public boolean takeBack(ClosingDay day, AccountId volunteer, AccountId by, String key) {
    ShiftId shift = day.facts().id();
    table.queue(shift, volunteer);
    if (table.closure(shift).isPresent()) return false;
    return table.takeBack(shift, volunteer).map(deed -> !deed || !(roster.undo(new Mark(key, by, shift, volunteer)) instanceof Deed.Refused)).orElse(false);
  }

  private @Nullable Deed deed(ShiftFacts facts, DayPerson person, Mark mark, Answer answer, @Nullable Times times, String reason) {
    return switch (answer) {
      case RIGHT -> null;
      case UNTIL_END -> roster.correct(mark, new Times(Objects.requireNonNullElse(person.in(), facts.startsAt()), end(facts, person), reason));
      case CAME -> afterAll.came(mark, new Times(facts.startsAt(), facts.endsAt(), reason));
      case ABSENT -> roster.noShow(mark);
      case TIMES -> person.came() ? roster.correct(mark, Objects.requireNonNull(times)) : afterAll.came(mark, Objects.requireNonNull(times));
    };
  }

  /** Whoever came after the planned end stayed a minute. */
  private static Instant end(ShiftFacts facts, DayPerson person) {
    Instant in = person.in();
    return in == null || in.isBefore(facts.endsAt()) ? facts.endsAt() : in.plusSeconds(60);
  }
}
