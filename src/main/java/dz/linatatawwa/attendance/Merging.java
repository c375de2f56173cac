package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.AttendanceTable.Closure;
import dz.linatatawwa.attendance.AttendanceTable.Row;
import dz.linatatawwa.attendance.Folded.Effect;
import dz.linatatawwa.opportunities.Seats;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.ShiftFacts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes one deed: under the lock of the person's row the deeds that count are folded anew, and the row, the contradictions and the deed with
 *  its answer are written together or not at all. */
@Component
class Merging {

  private final DeedRules rules;
  private final DeedTable deeds;
  private final AttendanceTable attendance;
  private final ConflictTable conflicts;
  private final Seats seats;
  private final ApplicationEventPublisher events;

  Merging(DeedRules rules, DeedTable deeds, AttendanceTable attendance, ConflictTable conflicts, Seats seats, ApplicationEventPublisher events) {
    this.rules = rules;
    this.deeds = deeds;
    this.attendance = attendance;
    this.conflicts = conflicts;
    this.seats = seats;
    this.events = events;
  }

  /** A deed made on a page, where the one statement did nothing or there is none. What is refused is not kept: the person sees it at once. */
  @Transactional
  public Deed atTheDesk(Mark mark, DeedKind kind, Instant now, @Nullable Times times) {
    ShiftFacts facts = rules.facts(mark.by(), mark.shift());
    Optional<Deed> before = kept(mark.key(), mark.shift(), mark.volunteer(), kind).map(Merging::asDeed);
    if (before.isPresent()) return before.get();
    Instant at = (kind == DeedKind.CHECK_OUT && now.isAfter(facts.shuts()) ? facts.shuts() : now).truncatedTo(ChronoUnit.MICROS);
    Arrived arrived = Arrived.atTheDesk(mark, kind, at, times, null);
    Optional<Deed.Why> refused = rules.refused(arrived, facts);
    if (refused.isPresent()) return new Deed.Refused(refused.get());
    if (!hold(arrived)) return new Deed.Refused(Deed.Why.CLOSED);
    refused = rules.refusedAtTheDesk(arrived, facts);
    if (refused.isPresent()) return new Deed.Refused(refused.get());
    Row row = attendance.lock(mark.shift(), mark.volunteer());
    Deed answer = kept(mark.key(), mark.shift(), mark.volunteer(), kind).map(Merging::asDeed).orElseGet(() -> counted(arrived, facts, row));
    if (answer instanceof Deed.Refused) attendance.forget(row);
    return answer;
  }

  private Deed counted(Arrived arrived, ShiftFacts facts, Row row) {
    List<DayDeed> before = deeds.counting(arrived.shift(), arrived.volunteer());
    if (arrived.kind() == DeedKind.CORRECT && !row.seat() && !Fold.of(before, facts.opens(), facts.shuts()).came()) return new Deed.Refused(Deed.Why.NOT_ON_ROSTER);
    if (arrived.kind() != DeedKind.UNDO) return counted(arrived, before, facts, row);
    Optional<String> last = last(before, facts);
    if (last.isEmpty()) return new Deed.Refused(Deed.Why.NOTHING);
    Mark mark = new Mark(arrived.key(), arrived.by(), arrived.shift(), arrived.volunteer());
    return counted(Arrived.atTheDesk(mark, DeedKind.UNDO, arrived.deed().at(), null, last.get()), before, facts, row);
  }

  private Deed counted(Arrived arrived, List<DayDeed> before, ShiftFacts facts, Row row) {
    Folded folded = fold(before, arrived.deed(), facts);
    Effect effect = folded.effect(arrived.key());
    Optional<Deed.Why> refused = switch (arrived.kind()) {
      case CHECK_OUT -> effect == Effect.WAITS ? Optional.of(Deed.Why.NOT_IN) : isTooEarly(folded, arrived) ? Optional.of(Deed.Why.TOO_EARLY) : Optional.empty();
      case NO_SHOW -> effect == Effect.CONFLICT ? Optional.of(Deed.Why.CAME) : Optional.empty();
      case CHECK_IN, WALK_IN, CORRECT, UNDO -> Optional.empty();
    };
    if (refused.isPresent()) return new Deed.Refused(refused.get());
    Answer answer = answer(arrived, folded);
    write(arrived, answer, folded, facts, row, null);
    return asDeed(answer);
  }

  private static boolean isTooEarly(Folded folded, Arrived arrived) {
    return folded.lost(arrived.key()).filter(c -> c.kind() == Contradiction.Kind.END_BEFORE_BEGINNING).isPresent();
  }

  /** The last deed that did something. */
  private static Optional<String> last(List<DayDeed> before, ShiftFacts facts) {
    Folded folded = Fold.of(before, facts.opens(), facts.shuts());
    return before.stream().filter(d -> d.kind() != DeedKind.UNDO && folded.effect(d.key()) == Effect.DONE).max(DayDeed.ORDER).map(DayDeed::key);
  }

  /** A deed that arrived from elsewhere. */
  @Transactional
  public Answer take(Batch batch, DeedLine line, Instant at, Instant received) {
    Arrived arrived = Arrived.of(batch, line, at);
    Optional<Answer> before = kept(line.key(), line.shift(), line.volunteer(), line.kind());
    if (before.isPresent()) return before.get();
    Optional<ShiftFacts> facts = rules.facts(batch, line.shift());
    if (facts.isEmpty()) return refused(arrived, Deed.Why.FOREIGN);
    if (!rules.isVolunteer(line.volunteer())) return refused(arrived, Deed.Why.NOT_ON_ROSTER);
    boolean open = hold(arrived);
    Row row = attendance.lock(line.shift(), line.volunteer());
    return kept(line.key(), line.shift(), line.volunteer(), line.kind()).orElseGet(() -> taken(batch, arrived, facts.get(), row, open, received));
  }

  private Answer taken(Batch batch, Arrived arrived, ShiftFacts facts, Row row, boolean open, Instant received) {
    Optional<Deed.Why> refused = rules.refused(arrived, facts);
    if (refused.isPresent()) return keptAs(arrived, refused(arrived, refused.get()));
    Optional<String> review = rules.toReview(batch, arrived, facts, received);
    if (review.isPresent()) return forReview(arrived, review.get());
    Folded folded = fold(deeds.counting(arrived.shift(), arrived.volunteer()), arrived.deed(), facts);
    Answer answer = answer(arrived, folded);
    if (open) return write(arrived, answer, folded, facts, row, null);
    return answer.outcome() == Answer.Outcome.ALREADY ? keptAs(arrived, answer) : forReview(arrived, Deed.Why.CLOSED.code());
  }

  /** Counts what has come to count since, in a day open or closed: a review was accepted. */
  void again(ShiftFacts facts, AccountId volunteer) {
    ShiftId shift = facts.id();
    Closure closure = hold(shift).orElse(null);
    Row row = attendance.lock(shift, volunteer);
    Folded folded = Fold.of(deeds.counting(shift, volunteer), facts.opens(), facts.shuts());
    write(shift, volunteer, folded, facts, row, closure);
  }

  /** A deed by which somebody settles a contradiction, in a day open or closed. */
  void settles(Mark mark, DeedKind kind, Via via, Instant now, @Nullable Times times, @Nullable String undoes) {
    ShiftFacts facts = rules.facts(mark.by(), mark.shift());
    if (deeds.kept(mark.key()).isPresent()) return;
    Closure closure = hold(mark.shift()).orElse(null);
    Row row = attendance.lock(mark.shift(), mark.volunteer());
    Arrived arrived = Arrived.settled(mark, kind, via, now.truncatedTo(ChronoUnit.MICROS), times, undoes);
    Folded folded = fold(deeds.counting(mark.shift(), mark.volunteer()), arrived.deed(), facts);
    write(arrived, answer(arrived, folded), folded, facts, row, closure);
  }

  /** The end that the clock or the closing proposed, where it still can be. */
  private static Instant proposed(ShiftFacts facts, Instant in, Row row) {
    Instant before = row.outProposed() ? row.checkedOutAt() : null;
    return before != null && before.isAfter(in) ? before : later(facts.endsAt(), in.plusSeconds(60));
  }

  /** @return false when the day is closed */
  private boolean hold(Arrived arrived) {
    if (arrived.kind() == DeedKind.WALK_IN) seats.lock(arrived.shift());
    return attendance.holdOpen(arrived.shift());
  }

  private Optional<Closure> hold(ShiftId shift) {
    return attendance.holdOpen(shift) ? Optional.empty() : attendance.closure(shift);
  }

  private Answer forReview(Arrived arrived, String why) {
    Answer answer = keptAs(arrived, new Answer(arrived.key(), Answer.Outcome.REVIEW, why, arrived.deed().at()));
    conflicts.review(arrived.key());
    return answer;
  }

  private Answer keptAs(Arrived arrived, Answer answer) {
    deeds.keep(arrived, answer);
    return answer;
  }

  private Answer write(Arrived arrived, Answer answer, Folded folded, ShiftFacts facts, Row row, @Nullable Closure closure) {
    deeds.keep(arrived, answer);
    write(arrived.shift(), arrived.volunteer(), folded, facts, row, closure);
    return answer;
  }

  private void write(ShiftId shift, AccountId volunteer, Folded folded, ShiftFacts facts, Row row, @Nullable Closure closure) {
    Folded.Moment in = folded.in();
    boolean over = folded.out() == null && (row.outProposed() || closure != null);
    attendance.write(row, folded, over && in != null ? proposed(facts, in.at(), row) : null, closure);
    conflicts.keep(shift, volunteer, folded.contradictions());
    if (closure == null) return;
    attendance.recount(shift);
    events.publishEvent(new AttendanceChanged(shift, row.id()));
  }

  private Optional<Answer> kept(String key, ShiftId shift, AccountId volunteer, DeedKind kind) {
    return deeds.kept(key).map(kept -> {
      boolean same = kept.shiftId() == shift.value() && kept.volunteerId() == volunteer.value() && kept.deed().equals(kind.code());
      return same ? new Answer(key, Answer.Outcome.of(kept.outcome()), kept.why(), kept.at())
          : new Answer(key, Answer.Outcome.REFUSED, Deed.Why.KEY_USED.code(), kept.at());
    });
  }

  private static Folded fold(List<DayDeed> before, DayDeed deed, ShiftFacts facts) {
    List<DayDeed> all = new ArrayList<>(before);
    all.add(deed);
    return Fold.of(all, facts.opens(), facts.shuts());
  }

  private static Answer answer(Arrived arrived, Folded folded) {
    Instant stands = stands(arrived, folded);
    return switch (folded.effect(arrived.key())) {
      case DONE -> new Answer(arrived.key(), Answer.Outcome.DONE, null, arrived.deed().at());
      case ALREADY -> new Answer(arrived.key(), Answer.Outcome.ALREADY, null, stands);
      case CONFLICT -> new Answer(arrived.key(), Answer.Outcome.CONFLICT, folded.lost(arrived.key()).orElseThrow().kind().code(), stands);
      case WAITS -> new Answer(arrived.key(), Answer.Outcome.DONE, Answer.WAITS, arrived.deed().at());
      case UNDONE -> new Answer(arrived.key(), Answer.Outcome.ALREADY, Answer.UNDONE, arrived.deed().at());
    };
  }

  /** The time of the mark that stands where this deed wanted to put its own. */
  private static Instant stands(Arrived arrived, Folded folded) {
    Folded.Moment mark = switch (arrived.kind()) {
      case CHECK_IN, WALK_IN -> folded.in();
      case CHECK_OUT -> folded.out();
      case NO_SHOW -> folded.absent();
      case CORRECT, UNDO -> null;
    };
    return mark == null ? arrived.deed().at() : mark.at();
  }

  private static Answer refused(Arrived arrived, Deed.Why why) {
    return new Answer(arrived.key(), Answer.Outcome.REFUSED, why.code(), arrived.deed().at());
  }

  private static Deed asDeed(Answer answer) {
    return switch (answer.outcome()) {
      case DONE -> new Deed.Done(answer.at());
      case ALREADY, CONFLICT -> new Deed.Already(answer.at());
      case REVIEW -> new Deed.Refused(Deed.Why.CLOSED);
      case REFUSED -> new Deed.Refused(Deed.Why.of(answer.code() == null ? "" : answer.code()).orElse(Deed.Why.NOTHING));
    };
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
