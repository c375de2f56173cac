package dz.linatatawwa.releases;

import static dz.linatatawwa.releases.Cell.empty;

import dz.linatatawwa.figures.Suppression;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which cells of a release are hidden: those behind which few people stand, and as many more as it takes that nobody works them out.
 *  After each step a linear program asks what an outsider could still find; while a small cell lies within five persons or five hours, one more cell goes. */
final class Masking {

  /** A small cell must be able to be this much more or less, for whoever has only what is shown. */
  static final int PERSONS = Suppression.FEWEST;
  static final int MINUTES = 60 * Suppression.FEWEST;

  private final Map<String, Cell> cells;
  private final Structure.Plan plan;
  private final Set<String> sensitive;
  private final Set<String> hidden = new TreeSet<>();
  private final Set<String> remembered;
  private final Set<String> earlierHidden;
  private final boolean isRevision;
  private final Set<String> withoutHours;
  private final Cell everything;
  private final Map<String, List<Relation>> byKey = new HashMap<>();
  private final Seen persons = new Seen();
  private final Seen minutes = new Seen();

  /** What came of it. */
  sealed interface Outcome {
    /** @param cells keys of the published cells that are not shown */
    record Hidden(Set<String> cells) implements Outcome {
      public Hidden {
        cells = Set.copyOf(cells);
      }
    }

    /** What stands in the edition before gives a small cell away, whatever is hidden now. */
    record Impossible(String cell) implements Outcome {}
  }

  /** What an earlier edition has said.
   *  @param hidden    what it did not show: stays hidden
   *  @param unchanged what it showed and is still so: hiding it now protects nothing
   *  @param few       what differs from it by the lines of few people: whoever subtracts one edition from the other would see them */
  record Before(Set<String> hidden, Set<String> unchanged, Set<String> few) {
    static final Before NOTHING = new Before(Set.of(), Set.of(), Set.of());

    /** @param then    the cells of the earlier edition, counted again
     *  @param now     the cells of today
     *  @param between the cells of the lines that came in between */
    static Before of(Set<String> hidden, Map<String, Cell> then, Map<String, Cell> now, Map<String, Cell> between) {
      Set<String> unchanged = new HashSet<>();
      Set<String> few = new HashSet<>();
      Set<String> all = new HashSet<>(now.keySet());
      all.addAll(then.keySet());
      for (String key : all) {
        Cell before = then.getOrDefault(key, empty(key));
        Cell after = now.getOrDefault(key, empty(key));
        if (before.equals(after) && !hidden.contains(key)) unchanged.add(key);
        long touched = between.getOrDefault(key, empty(key)).touched();
        if (Cell.isFew(touched) || Cell.isFew(Math.abs(before.persons() - after.persons()))) few.add(key);
      }
      return new Before(Set.copyOf(hidden), unchanged, few);
    }
  }

  Masking(Map<String, Cell> cells, Structure.Plan plan, Before before) {
    this.cells = cells;
    this.plan = plan;
    this.remembered = before.unchanged();
    this.earlierHidden = before.hidden();
    this.isRevision = !before.equals(Before.NOTHING);
    plan.relations().forEach(relation -> relation.keys().forEach(key -> byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(relation)));
    this.withoutHours = byKey.entrySet().stream().filter(entry -> entry.getValue().stream().noneMatch(Relation::hours)).map(Map.Entry::getKey).collect(Collectors.toSet());
    this.everything = new Cell("", cells.values().stream().mapToLong(Cell::persons).max().orElse(0), 0, cells.values().stream().mapToLong(Cell::minutes).max().orElse(0), 0, 0);
    Set<String> all = new HashSet<>(byKey.keySet());
    all.removeAll(plan.known());
    this.sensitive = all.stream().filter(key -> cell(key).isSmall() || before.few().contains(key) || plan.few().contains(key)).collect(Collectors.toCollection(TreeSet::new));
    plan.published().stream().filter(key -> sensitive.contains(key) || before.hidden().contains(key)).forEach(hidden::add);
  }

  Outcome mask() {
    Deque<String> open = new ArrayDeque<>(sensitive);
    while (!open.isEmpty()) {
      String cell = open.peek();
      if (isProtected(cell)) {
        open.remove();
        continue;
      }
      Optional<String> next = next(cell);
      if (next.isEmpty()) return new Outcome.Impossible(cell);
      hidden.add(next.get());
    }
    // A revision without its total would tell less than the edition that stands.
    return isRevision && hidden.contains("") && !earlierHidden.contains("") ? new Outcome.Impossible("") : new Outcome.Hidden(hidden);
  }

  /** Asks a linear program for the numbers that differ most, one after the other, until they differ enough. What it finds speaks for the cells beside this one too. */
  private boolean isProtected(String key) {
    if (isProtectedAsSeen(key)) return true;
    if (relations(key).stream().anyMatch(relation -> (relation.persons() || relation.hours()) && relation.keys().filter(this::isUnknown).count() < 2)) return false;
    Set<String> component = component(key);
    Bounds bounds = new Bounds(cells, relations(component), component, new Bounds.Silent(withoutHours, plan.rests(), everything));
    for (boolean most : new boolean[] {true, false}) {
      bounds.persons(key, most).ifPresent(this::see);
      if (isProtectedAsSeen(key)) return true;
    }
    for (boolean most : new boolean[] {true, false}) {
      if (!arePersonsSafe(key)) return false;
      bounds.minutes(key, most).ifPresent(this::see);
      if (isProtectedAsSeen(key)) return true;
    }
    return false;
  }

  /** Of what one release holds more than others, nobody says how many persons. */
  private boolean arePersonsSafe(String key) {
    return plan.rests().contains(key) || persons.width(key, cell(key).persons()) >= PERSONS;
  }

  private void see(Bounds.Point point) {
    persons.see(point.persons());
    minutes.see(point.minutes());
  }

  private boolean isProtectedAsSeen(String key) {
    if (!arePersonsSafe(key)) return false;
    return withoutHours.contains(key) || minutes.width(key, cell(key).minutes()) >= MINUTES;
  }

  /** A shown cell whose hiding helps: of the sum with the fewest gaps near the cell; one that closes a circle of gaps rather than opening a new sum, the smaller rather. */
  private Optional<String> next(String key) {
    Set<String> component = component(key);
    List<Relation> near = relations(component).stream().filter(relation -> relation.keys().anyMatch(this::canHide))
        .sorted(Comparator.<Relation>comparingLong(relation -> relation.keys().filter(this::isUnknown).count())
            .thenComparing(relation -> relation.keys().noneMatch(key::equals)).thenComparing(Relation::total).thenComparing(relation -> relation.parts().getFirst())).toList();
    return near.stream().findFirst().flatMap(relation -> relation.keys().filter(this::canHide)
        .min(Comparator.<String>comparingInt(other -> other.isEmpty() ? 1 : 0).thenComparing(other -> other.equals(relation.total()))
            .thenComparingLong(this::opened).thenComparingLong(other -> cell(other).persons()).thenComparingLong(other -> cell(other).minutes())
            .thenComparing(Comparator.naturalOrder())));
  }

  /** Sums that have no gap yet and would have one, alone. */
  private long opened(String key) {
    return relations(key).stream().filter(relation -> relation.keys().noneMatch(this::isUnknown)).count();
  }

  /** Everything unknown that hangs together with a cell through sums. */
  private Set<String> component(String key) {
    Set<String> found = new LinkedHashSet<>(Set.of(key));
    Deque<String> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      relations(open.poll()).stream().flatMap(Relation::keys).filter(this::isUnknown).filter(found::add).forEach(open::add);
    }
    return found;
  }

  private Set<Relation> relations(Collection<String> keys) {
    return keys.stream().flatMap(key -> relations(key).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<Relation> relations(String key) {
    return byKey.getOrDefault(key, List.of());
  }

  private boolean canHide(String key) {
    Cell cell = cell(key);
    return plan.published().contains(key) && !hidden.contains(key) && !remembered.contains(key) && cell.touched() > 0;
  }

  /** For an outsider: hidden now and not remembered from before, or never published. That a cell is empty is always shown. */
  private boolean isUnknown(String key) {
    if (plan.known().contains(key)) return false;
    if (plan.published().contains(key)) return hidden.contains(key) && (!remembered.contains(key) || sensitive.contains(key));
    return byKey.containsKey(key);
  }

  private Cell cell(String key) {
    return cells.getOrDefault(key, Cell.empty(key));
  }
}
