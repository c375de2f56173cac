package dz.linatatawwa.attendance;

import dz.linatatawwa.attendance.Contradiction.Kind;
import dz.linatatawwa.attendance.Folded.Effect;
import dz.linatatawwa.attendance.Folded.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds the deeds of one person in one shift, in the order of their times, whatever the order in which they arrived: a pure function of the
 *  set of deeds. The rules stand in docs/decisions/0031; where this changes, that table does. */
final class Fold {

  /** Two marks closer than this are one event, seen twice. */
  static final Duration SAME = Duration.ofMinutes(5);

  private final Instant opens;
  private final Instant shuts;
  private final Map<String, Effect> effects = new HashMap<>();
  private final List<Contradiction> contradictions = new ArrayList<>();
  private final List<String> early = new ArrayList<>();
  private @Nullable Moment in;
  private @Nullable Moment out;
  private @Nullable Moment absent;
  private @Nullable String absentHand;
  private @Nullable DayDeed corrected;

  private Fold(Instant opens, Instant shuts) {
    this.opens = opens;
    this.shuts = shuts;
  }

  /** @param opens the first moment that the grace allows; what is earlier counts from there
   *  @param shuts the last one; what is later counts until there */
  static Folded of(Collection<DayDeed> deeds, Instant opens, Instant shuts) {
    Fold fold = new Fold(opens, shuts);
    List<DayDeed> ordered = deeds.stream().sorted(DayDeed.ORDER).toList();
    Set<String> gone = fold.takenBack(ordered);
    List<DayDeed> standing = ordered.stream().filter(deed -> !gone.contains(deed.key()) && deed.kind() != DeedKind.UNDO).toList();
    Set<DayDeed> aside = fold.aside(standing);
    for (DayDeed deed : standing) if (!aside.contains(deed)) fold.effects.put(deed.key(), fold.step(deed));
    for (DayDeed deed : standing) if (aside.contains(deed)) fold.effects.put(deed.key(), fold.besides(deed));
    return new Folded(fold.in, fold.out, fold.absent, Map.copyOf(fold.effects), List.copyOf(fold.contradictions));
  }

  /** An undo takes its deed back and, of the same kind, everything before itself: whoever undoes sees one mark, not how often it was made.
   *  The latest first, so that an undo may itself be taken back. */
  private Set<String> takenBack(List<DayDeed> ordered) {
    Map<String, DayDeed> byKey = new HashMap<>();
    ordered.forEach(deed -> byKey.put(deed.key(), deed));
    Set<String> gone = new HashSet<>();
    for (DayDeed undo : ordered.reversed()) {
      if (undo.kind() != DeedKind.UNDO || gone.contains(undo.key())) continue;
      Optional<DayDeed> named = Optional.ofNullable(undo.undoes()).map(byKey::get).filter(deed -> deed.kind() != DeedKind.UNDO || deed.before(undo));
      effects.put(undo.key(), named.isEmpty() ? Effect.WAITS : gone.contains(named.get().key()) ? Effect.ALREADY : Effect.DONE);
      named.ifPresent(deed -> ordered.stream().filter(other -> isTakenBy(undo, deed, other)).forEach(other -> take(undo, deed, other, gone)));
    }
    return gone;
  }

  private static boolean isTakenBy(DayDeed undo, DayDeed named, DayDeed other) {
    if (other == named) return true;
    boolean alone = named.kind() == DeedKind.CORRECT || named.kind() == DeedKind.UNDO || named.via() == Via.PAPER;
    return !alone && other.kind().sameAs(named.kind()) && other.before(undo);
  }

  private void take(DayDeed undo, DayDeed named, DayDeed other, Set<String> gone) {
    if (!gone.add(other.key())) return;
    effects.put(other.key(), Effect.UNDONE);
    boolean seenByAnother = other != named && !other.hand().equals(undo.hand()) && !other.hand().equals(named.hand());
    if (seenByAnother) contradictions.add(new Contradiction(Kind.TAKEN_BACK, other.key(), undo.key()));
  }

  /** What paper says and the day saw itself: the day's proof stands, whichever of them is earlier. */
  private Set<DayDeed> aside(List<DayDeed> standing) {
    Optional<DayDeed> seen = standing.stream().filter(deed -> deed.kind().comes() && deed.via() != Via.PAPER).findFirst();
    Optional<DayDeed> begins = seen.or(() -> standing.stream().filter(deed -> deed.kind().comes()).findFirst());
    boolean seenGoing = begins.isPresent() && standing.stream().anyMatch(deed -> deed.kind() == DeedKind.CHECK_OUT && deed.via() != Via.PAPER
        && moment(deed).at().isAfter(moment(begins.get()).at()));
    Set<DayDeed> aside = new HashSet<>();
    for (DayDeed deed : standing) {
      boolean seenToo = deed.kind().comes() ? seen.isPresent() : deed.kind() == DeedKind.CHECK_OUT && seenGoing;
      if (deed.via() == Via.PAPER && seenToo) aside.add(deed);
    }
    return aside;
  }

  /** A mark on paper beside the one that stands; whoever corrected the times has looked at both. */
  private Effect besides(DayDeed deed) {
    Moment stands = deed.kind().comes() ? in : out;
    if (stands == null || corrected != null || isNear(moment(deed).at(), stands.at())) return Effect.ALREADY;
    return loses(deed.kind().comes() ? Kind.TWO_BEGINNINGS : Kind.TWO_ENDS, deed, stands);
  }

  private Effect step(DayDeed deed) {
    return switch (deed.kind()) {
      case CHECK_IN, WALK_IN -> comes(deed);
      case CHECK_OUT -> goes(deed);
      case NO_SHOW -> staysAway(deed);
      case CORRECT -> corrects(deed);
      case UNDO -> throw new IllegalStateException("undone before");
    };
  }

  private Effect comes(DayDeed deed) {
    if (in != null) {
      Moment end = out;
      return end != null && isLater(deed.at(), end.at()) ? loses(Kind.CAME_BACK, deed, end) : Effect.ALREADY;
    }
    in = moment(deed);
    early.forEach(key -> contradictions.add(new Contradiction(Kind.END_BEFORE_BEGINNING, key, deed.key())));
    if (absent != null && !deed.hand().equals(absentHand)) contradictions.add(new Contradiction(Kind.ABSENT_AND_CAME, absent.key(), deed.key()));
    absent = null;
    return Effect.DONE;
  }

  private Effect goes(DayDeed deed) {
    Moment end = moment(deed);
    if (in == null) {
      early.add(deed.key());
      return Effect.WAITS;
    }
    if (!end.at().isAfter(in.at())) return loses(Kind.END_BEFORE_BEGINNING, deed, in);
    if (out == null) {
      out = end;
      return Effect.DONE;
    }
    return isNear(end.at(), out.at()) ? Effect.ALREADY : loses(Kind.TWO_ENDS, deed, out);
  }

  private Effect staysAway(DayDeed deed) {
    if (in != null) return loses(Kind.ABSENT_AND_CAME, deed, in);
    if (absent != null) return Effect.ALREADY;
    absent = new Moment(deed.at(), deed.by(), deed.key(), deed.twoSided(), false);
    absentHand = deed.hand();
    return Effect.DONE;
  }

  /** Whoever corrects has looked: the person was there from then to then, checked in before or not. */
  private Effect corrects(DayDeed deed) {
    Times times = deed.times();
    if (times == null) return Effect.WAITS;
    DayDeed before = corrected;
    if (before != null && before.times() != null && before.by() != deed.by() && !areNear(before.times(), times)) {
      contradictions.add(new Contradiction(Kind.TWO_CORRECTIONS, before.key(), deed.key()));
    }
    boolean paper = deed.via() == Via.PAPER || (in != null && in.paper()) || (out != null && out.paper());
    in = new Moment(times.in(), in == null ? deed.by() : in.by(), deed.key(), false, paper);
    absent = null;
    out = times.out() == null ? null : new Moment(times.out(), deed.by(), deed.key(), false, paper);
    corrected = deed;
    return Effect.DONE;
  }

  private Effect loses(Kind kind, DayDeed deed, Moment against) {
    contradictions.add(new Contradiction(kind, deed.key(), against.key()));
    return Effect.CONFLICT;
  }

  private Moment moment(DayDeed deed) {
    Instant at = deed.at().isAfter(shuts) ? shuts : deed.at().isBefore(opens) ? opens : deed.at();
    return new Moment(at, deed.by(), deed.key(), deed.twoSided(), deed.via() == Via.PAPER);
  }

  private static boolean areNear(Times one, Times other) {
    if ((one.out() == null) != (other.out() == null)) return false;
    return isNear(one.in(), other.in()) && (one.out() == null || other.out() == null || isNear(one.out(), other.out()));
  }

  private static boolean isNear(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(SAME) <= 0;
  }

  private static boolean isLater(Instant one, Instant other) {
    return Duration.between(other, one).compareTo(SAME) > 0;
  }
}
