package dz.linatatawwa.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dz.linatatawwa.figures.Answer;
import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Filter;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Question;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.figures.Suppression;
import dz.linatatawwa.site.DataReplaced;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the public does not see (rule 11, decision 0062). Whatever page asks for a number, this decides in the same way whether it may be told, so that no page gives
 *  away what another hides. Numbers hang in two trees, places and times, and a number is told only where the table in which its place and its time are one cell each
 *  tells it; whatever lies under a hidden number is hidden. Beside place and time there is at most one trait. */
@Component
class Veil {

  private final Answers answers;
  private final Land land;
  private final Times times;
  private final SingleCommune communes;
  private final Cache<Object, Map<String, Set<Period>>> tables = Caffeine.newBuilder().maximumSize(4_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  Veil(Answers answers, Land land, Times times, SingleCommune communes) {
    this.answers = answers;
    this.land = land;
    this.times = times;
    this.communes = communes;
  }

  /** Forgets what was decided. */
  @EventListener(DataReplaced.class)
  public void forget() {
    tables.invalidateAll();
  }

  /** Whether the number of a scope in a period is hidden. */
  boolean hides(Scope scope, Period period) {
    return land.node(scope).map(node -> hidesPlace(node, period)).orElseGet(() -> hidesGroup(scope, period));
  }

  /** The keys of a breakdown that are hidden: of places, of months, or of a trait. */
  Set<String> hidden(Scope scope, Period period, Breakdown by) {
    return switch (by) {
      case MONTH -> hiddenMonths(scope, period);
      case PLACE -> hiddenPlaces(scope, period);
      case ACTIVITY -> {
        Set<String> keys = new HashSet<>();
        answers.whole(question(scope, period)).by(Breakdown.FIELD).forEach(part -> keys.addAll(hiddenTraits(scope, period, Trait.activities(part.key()))));
        yield keys;
      }
      default -> hiddenTraits(scope, period, Trait.of(by));
    };
  }

  // --- places and times

  private boolean hidesPlace(String node, Period period) {
    if (times.isNode(period)) return hidesNode(node, period);
    if (times.wholeMonths(period)) return times.nodes(period).stream().anyMatch(part -> hidesNode(node, part));
    return hidesSpan(node, period);
  }

  private boolean hidesNode(String node, Period period) {
    Optional<Period> above = times.parent(period);
    Optional<String> parent = land.parent(node);
    if (parent.isEmpty()) return alone(above, period);
    return placesByTimes(parent.get(), above).getOrDefault(node, Set.of()).contains(period);
  }

  /** The nation has no brothers: its times are one line. */
  private boolean alone(Optional<Period> above, Period period) {
    return table(List.of("alone", above), () -> {
      List<Period> columns = above.map(times::children).orElseGet(() -> List.of(times.ever()));
      Map<String, List<Cell>> rows = Map.of(Land.NATION, columns.stream().map(column -> total(Scope.NATION, column)).toList());
      return screen(rows, columns, (key, column) -> false, key -> above.isPresent() && hidesNode(Land.NATION, above.get()), column -> false);
    }).getOrDefault(Land.NATION, Set.of()).contains(period);
  }

  private Map<String, Set<Period>> placesByTimes(String parent, Optional<Period> above) {
    return table(List.of("places", parent, above), () -> {
      List<Period> columns = above.map(times::children).orElseGet(() -> List.of(times.ever()));
      List<Map<String, Cell>> cells = columns.stream().map(column -> land.cells(parent, answers.outline(land.divided(parent), column))).toList();
      List<String> keys = land.children(parent);
      return screen(rows(keys, cells), columns, (key, column) -> false, key -> above.isPresent() && hidesNode(key, above.get()),
          column -> hidesNode(parent, columns.get(column)));
    });
  }

  /** A span that cuts through months: it gives way to everything that holds it, so nothing else depends on it. */
  private boolean hidesSpan(String node, Period period) {
    Optional<String> parent = land.parent(node);
    if (parent.isEmpty()) return total(Scope.NATION, period).few() || !fits(total(Scope.NATION, period), Scope.NATION, period);
    if (hidesPlace(parent.get(), period)) return true;
    return table(List.of("span", parent.get(), period), () -> {
      Map<String, Cell> cells = land.cells(parent.get(), answers.outline(land.divided(parent.get()), period));
      Map<Period, Map<String, Cell>> wider = new HashMap<>();
      for (Period around : wider(period)) wider.put(around, land.cells(parent.get(), answers.outline(land.divided(parent.get()), around)));
      List<String> keys = land.children(parent.get());
      Map<String, List<Cell>> rows = rows(keys, List.of(cells));
      return screen(rows, List.of(period), (key, column) -> wider.values().stream().anyMatch(at -> !cell(cells, key).leavesEnoughOf(cell(at, key))), key -> false, column -> false);
    }).getOrDefault(node, Set.of()).contains(period);
  }

  private boolean fits(Cell cell, Scope scope, Period period) {
    return wider(period).stream().allMatch(around -> cell.leavesEnoughOf(total(scope, around)));
  }

  /** Everything public that holds a span which cuts through months. */
  private List<Period> wider(Period period) {
    List<Period> wider = new ArrayList<>(times.around(period));
    Period year = times.twelveMonths();
    if (!year.from().isAfter(period.from()) && !year.to().isBefore(period.to())) wider.add(year);
    return wider;
  }

  private Set<String> hiddenPlaces(Scope scope, Period period) {
    Answer answer = answers.whole(question(scope, period));
    Set<String> hidden = new HashSet<>();
    boolean place = land.node(scope).isPresent();
    if (!place) return placesOfGroup(scope, period, answer);
    answer.by(Breakdown.PLACE).stream().filter(part -> hidesPlace(land.leaf(scope, part.key()), period)).forEach(part -> hidden.add(part.key()));
    return hidden;
  }

  private Set<String> hiddenMonths(Scope scope, Period period) {
    Set<String> hidden = new HashSet<>();
    if (!times.wholeMonths(period) && period.kind() != Period.Kind.EVER) {
      answers.whole(question(scope, period)).by(Breakdown.MONTH).forEach(part -> hidden.add(part.key()));
      return hidden;
    }
    for (Answer.Part part : answers.whole(question(scope, period)).by(Breakdown.MONTH)) {
      if (hides(scope, Period.month(java.time.YearMonth.parse(part.key())))) hidden.add(part.key());
    }
    return hidden;
  }

  // --- traits of one place

  /** Whether a filter's number is hidden; only filters of one trait are ever shown.
   *  @param keys of the trait that the filter lets through */
  boolean hides(Scope scope, Period period, Trait trait, Set<String> keys) {
    return hides(scope, period) || hiddenTraits(scope, period, trait).stream().anyMatch(keys::contains);
  }

  /** The keys of a trait that are hidden. Organisations and campaigns are a trait themselves: nothing more is told of them. */
  Set<String> hiddenTraits(Scope scope, Period period, Trait trait) {
    Set<String> keys = trait.cells(answers.whole(question(scope, period))).keySet();
    Optional<String> node = land.node(scope);
    if (node.isEmpty() || hides(scope, period)) return keys;
    Set<String> hidden = new TreeSet<>();
    if (!times.isNode(period) && !times.wholeMonths(period)) return traitsOfSpan(node.get(), period, trait);
    List<Period> nodes = times.nodes(period);
    for (Period part : nodes) traitsByTimes(node.get(), times.parent(part), trait).forEach((key, columns) -> { if (columns.contains(part)) hidden.add(key); });
    if (trait.by() == Breakdown.AGE && period.kind() == Period.Kind.EVER) hidden.addAll(agesOf(scope, period, List.of(Period.year(period.to().getYear()))));
    else if (trait.by() == Breakdown.AGE && nodes.size() > 1) hidden.addAll(agesOf(scope, period, nodes));
    return hidden;
  }

  private Map<String, Set<Period>> traitsByTimes(String node, Optional<Period> above, Trait trait) {
    return table(List.of("traits", node, above, trait), () -> {
      Scope scope = land.scope(node);
      List<Period> columns = above.map(times::children).orElseGet(() -> List.of(times.ever()));
      List<Map<String, Cell>> cells = columns.stream().map(column -> trait.cells(answers.whole(question(scope, column)))).toList();
      Set<String> keys = new TreeSet<>();
      cells.forEach(column -> keys.addAll(column.keySet()));
      List<String> order = List.copyOf(keys);
      List<List<Map<String, Cell>>> around = land.chain(node).stream().skip(1).map(wider ->
          columns.stream().map(column -> trait.cells(answers.whole(question(land.scope(wider), column)))).toList()).toList();
      Map<String, Set<Period>> gone = above.map(parent -> traitsByTimes(node, times.parent(parent), trait)).orElse(Map.of());
      return screen(rows(order, cells), columns,
          (key, column) -> around.stream().anyMatch(wider -> !cell(cells.get(column), key).leavesEnoughOf(cell(wider.get(column), key))),
          key -> above.isPresent() && gone.getOrDefault(key, Set.of()).contains(above.get()),
          column -> hidesNode(node, columns.get(column)) || trait.sum().filter(field -> hiddenTraits(scope, columns.get(column), Trait.of(Breakdown.FIELD)).contains(field)).isPresent());
    });
  }

  private Set<String> traitsOfSpan(String node, Period period, Trait trait) {
    return hiddenOf(table(List.of("traits of span", node, period, trait), () -> {
      Map<String, Cell> cells = trait.cells(answers.whole(question(land.scope(node), period)));
      List<Map<String, Cell>> wider = new ArrayList<>();
      for (String place : land.chain(node)) {
        for (Period around : wider(period)) if (comparable(trait, period, around)) wider.add(trait.cells(answers.whole(question(land.scope(place), around))));
        if (!place.equals(node)) wider.add(trait.cells(answers.whole(question(land.scope(place), period))));
      }
      return screen(rows(List.copyOf(cells.keySet()), List.of(cells)), List.of(period),
          (key, column) -> wider.stream().anyMatch(at -> !cell(cells, key).leavesEnoughOf(cell(at, key))), key -> false,
          column -> trait.sum().filter(field -> traitsOfSpan(node, period, Trait.of(Breakdown.FIELD)).contains(field)).isPresent());
    }));
  }

  /** Ages are those of a period's last year: over several years they are no sum, so their table stands for itself. */
  private Set<String> agesOf(Scope scope, Period period, List<Period> nodes) {
    Trait ages = Trait.of(Breakdown.AGE);
    Map<String, Cell> cells = ages.cells(answers.whole(question(scope, period)));
    List<Map<String, Cell>> within = nodes.stream().filter(part -> comparable(ages, part, period)).map(part -> ages.cells(answers.whole(question(scope, part)))).toList();
    return hiddenOf(screen(rows(List.copyOf(cells.keySet()), List.of(cells)), List.of(period),
        (key, column) -> within.stream().anyMatch(part -> !cell(part, key).leavesEnoughOf(cell(cells, key))), key -> false, column -> false));
  }

  private static boolean comparable(Trait trait, Period one, Period other) {
    return trait.by() != Breakdown.AGE || one.to().getYear() == other.to().getYear();
  }

  /** The months of a filter that are hidden.
   *  @param keys of the trait that the filter lets through */
  Set<String> hiddenMonths(Scope scope, Period period, Filter filter, Trait trait, Set<String> keys) {
    Set<String> hidden = new HashSet<>();
    boolean cut = !times.wholeMonths(period) && period.kind() != Period.Kind.EVER;
    for (Answer.Part part : answers.whole(new Question(scope, period, filter)).by(Breakdown.MONTH)) {
      if (cut || hides(scope, Period.month(java.time.YearMonth.parse(part.key())), trait, keys)) hidden.add(part.key());
    }
    return hidden;
  }

  // --- organisations and campaigns: hours of the nation with one trait

  private boolean hidesGroup(Scope scope, Period period) {
    if (times.isNode(period)) return groupByTimes(scope, times.parent(period)).getOrDefault("", Set.of()).contains(period);
    if (times.wholeMonths(period)) return times.nodes(period).stream().anyMatch(part -> hidesGroup(scope, part));
    Cell own = total(scope, period);
    return own.few() || crowded(scope, period) || wider(period).stream().anyMatch(around -> !own.leavesEnoughOf(total(scope, around)));
  }

  private Map<String, Set<Period>> groupByTimes(Scope scope, Optional<Period> above) {
    return table(List.of("group", scope, above), () -> {
      List<Period> columns = above.map(times::children).orElseGet(() -> List.of(times.ever()));
      Map<String, List<Cell>> rows = Map.of("", columns.stream().map(column -> total(scope, column)).toList());
      return screen(rows, columns, (key, column) -> crowded(scope, columns.get(column)), key -> above.isPresent() && hidesGroup(scope, above.get()), column -> false);
    });
  }

  /** Whether the hours of others, in the nation or in the one commune where all of these were given, would be told by what is left. */
  private boolean crowded(Scope scope, Period period) {
    Cell own = total(scope, period);
    return !own.leavesEnoughOf(total(Scope.NATION, period))
        || communes.of(scope, period).filter(commune -> !own.leavesEnoughOf(total(new Scope.OfCommune(commune), period))).isPresent();
  }

  private Set<String> placesOfGroup(Scope scope, Period period, Answer answer) {
    List<Map<String, Cell>> wider = new ArrayList<>();
    wider.add(placeCells(answers.outline(Scope.NATION, period)));
    for (Period around : times.isNode(period) ? times.chain(period) : wider(period)) if (!around.equals(period)) wider.add(placeCells(answers.outline(scope, around)));
    Map<String, Cell> cells = placeCells(answer);
    if (hidesGroup(scope, period) || !times.isNode(period)) return cells.keySet();
    Set<String> single = communes.fullOf(scope, period).stream().filter(commune -> !cell(cells, commune.wilaya()).leavesEnoughOf(total(new Scope.OfCommune(commune.commune()), period)))
        .map(SingleCommune.Full::wilaya).collect(java.util.stream.Collectors.toSet());
    return hiddenOf(screen(rows(List.copyOf(cells.keySet()), List.of(cells)), List.of(period),
        (key, column) -> single.contains(key) || wider.stream().anyMatch(at -> !cell(cells, key).leavesEnoughOf(cell(at, key))), key -> false, column -> false));
  }

  private static Map<String, Cell> placeCells(Answer answer) {
    Map<String, Cell> cells = new HashMap<>();
    answer.by(Breakdown.PLACE).forEach(part -> cells.put(part.key(), Cell.of(part.totals())));
    return cells;
  }

  // --- tables

  private interface Small {
    boolean at(String key, int column);
  }

  private static Map<String, Set<Period>> screen(Map<String, List<Cell>> rows, List<Period> columns, Small small, Predicate<String> rowGone, IntPredicate columnGone) {
    List<String> keys = List.copyOf(new TreeSet<>(rows.keySet()));
    Cell[][] cells = new Cell[keys.size()][columns.size()];
    boolean[][] own = new boolean[keys.size()][columns.size()];
    for (int r = 0; r < keys.size(); r++) {
      List<Cell> row = rows.getOrDefault(keys.get(r), List.of());
      for (int c = 0; c < columns.size(); c++) {
        cells[r][c] = row.get(c);
        own[r][c] = row.get(c).weight() > 0 && small.at(keys.get(r), c);
      }
    }
    boolean[][] hidden = Screen.over(cells, own, row -> rowGone.test(keys.get(row)), columnGone);
    Map<String, Set<Period>> found = new HashMap<>();
    for (int r = 0; r < keys.size(); r++) {
      for (int c = 0; c < columns.size(); c++) if (hidden[r][c]) found.computeIfAbsent(keys.get(r), key -> new HashSet<>()).add(columns.get(c));
    }
    return found;
  }

  private Map<String, Set<Period>> table(List<?> name, Supplier<Map<String, Set<Period>>> made) {
    Map<String, Set<Period>> known = tables.getIfPresent(name);
    if (known != null) return known;
    Map<String, Set<Period>> found = made.get();
    tables.put(name, found);
    return found;
  }

  private static Set<String> hiddenOf(Map<String, Set<Period>> table) {
    return new TreeSet<>(table.keySet());
  }

  private static Map<String, List<Cell>> rows(List<String> keys, List<Map<String, Cell>> columns) {
    Map<String, List<Cell>> rows = new HashMap<>();
    keys.forEach(key -> rows.put(key, columns.stream().map(column -> cell(column, key)).toList()));
    return rows;
  }

  private static Cell cell(Map<String, Cell> cells, String key) {
    return cells.getOrDefault(key, Cell.NONE);
  }

  private Cell total(Scope scope, Period period) {
    return Cell.of(answers.outline(scope, period).total());
  }

  private static Question question(Scope scope, Period period) {
    return new Question(scope, period, Filter.NONE);
  }

  /** From how many persons on a number is told. */
  static boolean few(long persons) {
    return persons > 0 && persons < Suppression.FEWEST;
  }
}
