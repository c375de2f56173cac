package dz.linatatawwa.attendance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a day comes to, said as sentences about the set of its deeds (docs/decisions/0031) and not as steps: the model that the fold is held
 *  against. It shares no code with it.
 *
 * @param in     when the person came; null: did not
 * @param absent marked as absent */
record PlainDay(@Nullable Instant in, @Nullable Instant out, boolean absent, char grade) {

  private static final Comparator<DayDeed> ORDER = Comparator.comparing((DayDeed d) -> d.at()).thenComparing(d -> d.key());

  static PlainDay of(List<DayDeed> all, Instant opens, Instant shuts) {
    List<DayDeed> said = all.stream().sorted(ORDER).filter(d -> d.kind() != DeedKind.UNDO && !isUndone(d, all)).toList();
    List<DayDeed> standing = said.stream().filter(d -> !isSeenToo(d, said, opens, shuts)).toList();
    // The earliest coming that stands is the beginning; a correction says so too.
    Optional<DayDeed> first = standing.stream().filter(d -> comes(d) || d.kind() == DeedKind.CORRECT).findFirst();
    if (first.isEmpty()) return new PlainDay(null, null, standing.stream().anyMatch(d -> d.kind() == DeedKind.NO_SHOW), 'B');
    DayDeed coming = first.get();
    // The latest correction replaces both times.
    Optional<DayDeed> corrected = last(standing, d -> d.kind() == DeedKind.CORRECT);
    Instant in = corrected.map(d -> d.times().in()).orElse(within(coming.at(), opens, shuts));
    Instant fixed = corrected.map(d -> d.times().out()).orElse(null);
    // Unless a correction gives an end, the first going after it (or after the beginning) that lies after the beginning is the end.
    DayDeed since = corrected.orElse(coming);
    Optional<DayDeed> going = standing.stream().filter(d -> d.kind() == DeedKind.CHECK_OUT && isAfter(d, since))
        .filter(d -> within(d.at(), opens, shuts).isAfter(in)).findFirst();
    Instant out = fixed != null ? fixed : going.map(d -> within(d.at(), opens, shuts)).orElse(null);
    return new PlainDay(in, out, false, grade(standing, coming, corrected, fixed == null ? going : Optional.empty(), opens, shuts));
  }

  /** Paper is never forgotten; two-sided is only what both sides proved, untouched by a correction. */
  private static char grade(List<DayDeed> standing, DayDeed coming, Optional<DayDeed> corrected, Optional<DayDeed> going,
      Instant opens, Instant shuts) {
    boolean paper = going.map(PlainDay::isPaper).orElse(false) || paperBefore(standing, coming, corrected, opens, shuts);
    if (paper) return 'C';
    return corrected.isEmpty() && coming.twoSided() && going.isPresent() && going.get().twoSided() ? 'A' : 'B';
  }

  private static boolean paperBefore(List<DayDeed> standing, DayDeed coming, Optional<DayDeed> corrected, Instant opens, Instant shuts) {
    if (isPaper(coming)) return true;
    if (corrected.isEmpty()) return false;
    List<DayDeed> corrections = standing.stream().filter(d -> d.kind() == DeedKind.CORRECT).toList();
    if (corrections.stream().anyMatch(PlainDay::isPaper)) return true;
    // An end from paper that one of the corrections replaced.
    DayDeed from = coming;
    Instant begins = coming.times() == null ? within(coming.at(), opens, shuts) : coming.times().in();
    boolean open = true;
    for (DayDeed correction : corrections) {
      DayDeed since = from;
      Instant begun = begins;
      Optional<DayDeed> end = standing.stream().filter(d -> d.kind() == DeedKind.CHECK_OUT && isAfter(d, since) && isAfter(correction, d))
          .filter(d -> within(d.at(), opens, shuts).isAfter(begun)).findFirst();
      if (open && end.map(PlainDay::isPaper).orElse(false)) return true;
      from = correction;
      begins = correction.times().in();
      open = correction.times().out() == null;
    }
    return false;
  }

  /** An undo that is not itself undone takes back the deed that it names and, of the same kind, all before it; of corrections, undos and
   *  what is on paper only the named one. An undo is only undone by a later one, so that no two take each other back. */
  private static boolean isUndone(DayDeed deed, List<DayDeed> all) {
    for (DayDeed undo : all) {
      if (undo.kind() != DeedKind.UNDO || undo.key().equals(deed.key())) continue;
      Optional<DayDeed> named = all.stream().filter(d -> d.key().equals(undo.undoes())).findFirst();
      if (named.isEmpty() || (named.get().kind() == DeedKind.UNDO && !isAfter(undo, named.get()))) continue;
      boolean taken = named.get().key().equals(deed.key()) || (isMany(deed) && !isPaper(named.get()) && sameKind(named.get(), deed) && isAfter(undo, deed));
      if (taken && !isUndone(undo, all)) return true;
    }
    return false;
  }

  /** Paper says it, and somebody else saw it: a coming, or a going after the beginning. Then paper says nothing. */
  private static boolean isSeenToo(DayDeed paper, List<DayDeed> said, Instant opens, Instant shuts) {
    if (!isPaper(paper)) return false;
    List<DayDeed> comings = said.stream().filter(PlainDay::comes).toList();
    Optional<DayDeed> seen = comings.stream().filter(d -> !isPaper(d)).findFirst();
    if (comes(paper)) return seen.isPresent();
    Optional<DayDeed> begins = seen.isPresent() ? seen : comings.stream().findFirst();
    return paper.kind() == DeedKind.CHECK_OUT && begins.isPresent() && said.stream().anyMatch(d -> d.kind() == DeedKind.CHECK_OUT && !isPaper(d)
        && within(d.at(), opens, shuts).isAfter(within(begins.get().at(), opens, shuts)));
  }

  private static boolean isMany(DayDeed deed) {
    return deed.kind() != DeedKind.CORRECT && deed.kind() != DeedKind.UNDO;
  }

  private static boolean sameKind(DayDeed one, DayDeed other) {
    return one.kind() == other.kind() || (comes(one) && comes(other));
  }

  private static boolean comes(DayDeed deed) {
    return deed.kind() == DeedKind.CHECK_IN || deed.kind() == DeedKind.WALK_IN;
  }

  private static boolean isPaper(DayDeed deed) {
    return deed.via() == Via.PAPER;
  }

  private static Optional<DayDeed> last(List<DayDeed> standing, Predicate<DayDeed> which) {
    return standing.stream().filter(which).reduce((one, other) -> other);
  }

  private static boolean isAfter(DayDeed one, DayDeed other) {
    return ORDER.compare(one, other) > 0;
  }

  private static Instant within(Instant at, Instant opens, Instant shuts) {
    return at.isBefore(opens) ? opens : at.isAfter(shuts) ? shuts : at;
  }
}
