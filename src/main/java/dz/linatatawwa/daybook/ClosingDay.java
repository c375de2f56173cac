package dz.linatatawwa.daybook;

import dz.linatatawwa.participation.ShiftFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A day on its way to be closed: everybody of it, and what somebody should look at.
 *  @param lacking  minors without a guardian's consent
 *  @param proposal who proposed the hours of all, or null
 *  @param closure  who closed the day, or null while it is open */
public record ClosingDay(ShiftFacts facts, List<DayPerson> people, Set<Long> lacking, @Nullable Step proposal, @Nullable Step closure, Instant now) {

  /** Staying this much longer than planned is nothing to ask about. */
  static final Duration LATER = Duration.ofMinutes(15);

  /** Something that was done with the whole day, by whom and when. */
  public record Step(long by, Instant at) {}

  public ClosingDay {
    people = List.copyOf(people);
    lacking = Set.copyOf(lacking);
  }

  public boolean closed() {
    return closure != null;
  }

  public boolean cancelled() {
    return facts.shiftState().equals("cancelled");
  }

  public boolean begun() {
    return !now.isBefore(facts.startsAt());
  }

  public boolean over() {
    return !now.isBefore(facts.endsAt());
  }

  /** Whether it may be closed now: it is over, or nobody is still in and everybody has a mark. */
  public boolean closable() {
    return !closed() && !cancelled() && begun() && (over() || (stillIn() == 0 && unmarked().isEmpty() && !people.isEmpty()));
  }

  public long came() {
    return people.stream().filter(DayPerson::came).count();
  }

  public long left() {
    return people.stream().filter(DayPerson::left).count();
  }

  public long stillIn() {
    return people.stream().filter(DayPerson::stillIn).count();
  }

  public List<DayPerson> unmarked() {
    return people.stream().filter(DayPerson::unmarked).toList();
  }

  public List<DayPerson> absent() {
    return people.stream().filter(DayPerson::absent).toList();
  }

  /** What there is to look at with one person; empty for most. */
  public List<Reason> reasons(DayPerson person) {
    List<Reason> reasons = new ArrayList<>();
    Instant out = person.out();
    if (person.stillIn()) reasons.add(Reason.STILL_IN);
    if (person.left() && person.proposed()) reasons.add(Reason.PROPOSED_END);
    if (out != null && out.isAfter(facts.endsAt().plus(LATER))) reasons.add(Reason.OVER_TIME);
    if (person.came() && person.corrected()) reasons.add(Reason.CORRECTED);
    if (person.came() && !person.seat()) reasons.add(Reason.WALK_IN);
    if (person.came() && lacking.contains(person.volunteerId())) reasons.add(Reason.NO_CONSENT);
    return reasons;
  }

  /** People to look at, those who wait for an answer first. */
  public List<DayPerson> exceptions() {
    return people.stream().filter(person -> !reasons(person).isEmpty())
        .sorted(java.util.Comparator.comparing(DayPerson::answered)).toList();
  }

  /** How many of them wait for an answer. */
  public long open() {
    return exceptions().stream().filter(person -> !person.answered()).count();
  }

  /** The time of one person as it will be proposed, in whole minutes within the shift and its grace. */
  public long minutes(DayPerson person) {
    Instant in = person.in();
    if (in == null) return 0;
    Instant out = person.out() == null ? facts.endsAt() : person.out();
    Instant from = in.isBefore(facts.opens()) ? facts.opens() : in;
    Instant to = out.isAfter(facts.shuts()) ? facts.shuts() : out;
    return Math.max(0, Duration.between(from, to).toMinutes());
  }

  /** The time of everybody. */
  public long minutes() {
    return people.stream().mapToLong(this::minutes).sum();
  }
}
