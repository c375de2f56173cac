package dz.linatatawwa.releases;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.places.Places;
import dz.linatatawwa.taxonomy.Taxonomy;
import dz.linatatawwa.world.WorldTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever has a year and its quarters works out nobody either: small countries, made at random, attacked with another solver. The sums are those of sex, age, sector and month
 *  alone: all of them, five times over, are more than that solver can hold, and how they hang together is the same. */
@WorldTest
class YearMaskingTests {

  private static final Year YEAR = new Year(2026);
  private static final Structure.Plan BY_SEX = new Structure.Plan(List.of(Relation.ofPersons("", List.of("sex=F", "sex=M", "sex=X"))), Set.of("", "sex=F", "sex=M", "sex=X"), Set.of());

  @Autowired Structure structure;
  @Autowired Places places;
  @Autowired Taxonomy taxonomy;

  @ParameterizedTest
  @ValueSource(longs = {3, 4})
  void aYearTellsNobodyWhomItsQuartersHide(long seed) {
    SmallLand land = new SmallLand(seed, 20 + (int) seed * 10, places, taxonomy, YEAR);
    Map<String, Cell> cells = land.cells();
    Together.Joint joint = Together.of(member(YEAR, "", cells), quarters(land), Map.of());
    Set<String> hidden = hidden(joint);
    Attack.on(joint.cells(), joint.plan(), hidden).forEach((key, span) -> assertThat(span.width()).as(key + " may be from " + span.least() + " to " + span.most()).isGreaterThanOrEqualTo(5));
  }

  @Test
  void aYearThatLooksOnlyAtItselfIsWorkedOutWithItsQuarters() {
    Map<String, Cell> year = new HashMap<>();
    List<Together.Published> quarters = new ArrayList<>();
    for (Quarter quarter : YEAR.quarters()) {
      Map<String, Cell> cells = new HashMap<>();
      long few = quarter.number() == 1 ? 3 : 40;
      Map.of("sex=F", 50L, "sex=M", 60L, "sex=X", few).forEach((key, people) -> put(cells, key, people));
      put(cells, "", 110 + few);
      cells.values().forEach(cell -> put(year, cell.key(), cell.persons() + year.getOrDefault(cell.key(), Cell.empty("")).persons()));
      Together.Member member = Together.Member.of(quarter, quarter.name() + ":", 0, cells, BY_SEX);
      quarters.add(new Together.Published(member, hidden(new Together.Joint(cells, BY_SEX)), Set.of()));
    }
    assertThat(quarters.getFirst().hidden()).as("three, and another beside them").hasSize(2);
    assertThat(hidden(new Together.Joint(year, BY_SEX))).as("123 are many").isEmpty();
    Together.Joint joint = Together.of(Together.Member.of(YEAR, "", 0, year, BY_SEX), quarters, Map.of());
    assertThat(Attack.succeeds(joint.cells(), joint.plan(), Set.of())).as("the year less three quarters is the first").isTrue();
    Set<String> hidden = hidden(joint);
    assertThat(hidden).isNotEmpty();
    assertThat(Attack.succeeds(joint.cells(), joint.plan(), hidden)).isFalse();
  }

  private static void put(Map<String, Cell> cells, String key, long people) {
    cells.put(key, new Cell(key, people, people, people * 90, 90, people));
  }

  @Test
  void aQuarterThatComesAfterItsYearTellsNobodyEither() {
    SmallLand land = new SmallLand(3, 80, places, taxonomy, YEAR);
    List<Together.Published> first = quarters(land).subList(0, 3);
    Quarter last = YEAR.quarters().getLast();
    Map<String, Cell> rest = rest(land.cells(last));
    Set<String> ofYear = hidden(Together.of(member(YEAR, "", land.cells()), first, rest));
    rest.forEach((key, cell) -> { if (cell.isSmall() && isShown(key, first)) assertThat(ofYear).as("the fourth quarter by subtraction").contains(key); });
    Together.Published year = new Together.Published(member(YEAR, YEAR.name() + ":", land.cells()), ofYear, Set.of());
    Together.Joint joint = Together.of(member(last, "", land.cells(last)), Stream.concat(Stream.of(year), first.stream()).toList(), Map.of());
    switch (new Masking(joint.cells(), joint.plan(), Masking.Before.NOTHING).mask()) {
      case Masking.Outcome.Impossible(String cell) -> assertThat(cell).as("refused rather than given away").isNotNull();
      case Masking.Outcome.Hidden(Set<String> hidden) ->
          Attack.on(joint.cells(), joint.plan(), hidden).forEach((key, span) -> assertThat(span.width()).as(key).isGreaterThanOrEqualTo(5));
    }
  }

  @Test
  void whatFewPeopleAddedSinceTheQuartersIsNotFoundBySubtraction() {
    SmallLand land = new SmallLand(5, 50, places, taxonomy, YEAR);
    List<Together.Published> quarters = quarters(land);
    Map<String, Cell> rest = rest(land.grow(3));
    Together.Joint joint = Together.of(member(YEAR, "", land.cells()), quarters, rest);
    Set<String> hidden = hidden(joint);
    assertThat(rest.values().stream().filter(Cell::isSmall)).isNotEmpty();
    rest.forEach((key, cell) -> { if (cell.isSmall() && joint.plan().published().contains(key) && isShown(key, quarters)) assertThat(hidden).contains(key); });
  }

  @Test
  void whereNobodyIsFewAYearHidesNothing() {
    SmallLand land = new SmallLand(6, 30, places, taxonomy, YEAR);
    Map<String, Cell> many = many(land.cells());
    List<Together.Published> quarters = YEAR.quarters().stream().map(quarter -> new Together.Published(member(quarter, quarter.name() + ":", many(land.cells(quarter))), Set.of(), Set.of()))
        .toList();
    assertThat(hidden(Together.of(member(YEAR, "", many), quarters, Map.of()))).isEmpty();
  }

  private static Map<String, Cell> many(Map<String, Cell> cells) {
    Map<String, Cell> many = new HashMap<>();
    cells.forEach((key, cell) -> many.put(key, new Cell(key, cell.persons() * 10, cell.givers() * 10, cell.minutes() * 10, cell.median(), cell.touched() * 10)));
    return many;
  }

  private List<Together.Published> quarters(SmallLand land) {
    return YEAR.quarters().stream().map(quarter -> {
      Map<String, Cell> cells = land.cells(quarter);
      Together.Member member = member(quarter, quarter.name() + ":", cells);
      return new Together.Published(member, hidden(new Together.Joint(cells, member.plan())), Set.of());
    }).toList();
  }

  private Together.Member member(Term term, String before, Map<String, Cell> cells) {
    return Together.Member.of(term, before, 0, cells, plan(term, cells));
  }

  private Structure.Plan plan(Term term, Map<String, Cell> cells) {
    Structure.Plan whole = structure.plan(term, cells.keySet(), false);
    List<Relation> some = whole.relations().stream().filter(relation -> relation.keys().allMatch(YearMaskingTests::isMeant)).toList();
    return new Structure.Plan(some, whole.published().stream().filter(YearMaskingTests::isMeant).collect(Collectors.toSet()), whole.known());
  }

  private static boolean isMeant(String key) {
    return key.isEmpty() || key.matches("(sex=.(\\|(age|band|young)=.*)?|(age|band|young|sector|month)=.*)");
  }

  /** What the statement beside {@code CellTable} would count: cells whose hours add up over quarters. */
  private static Map<String, Cell> rest(Map<String, Cell> more) {
    Map<String, Cell> rest = new HashMap<>();
    more.forEach((key, cell) -> {
      if (cell.minutes() != 0 && isMeant(key) && !key.contains("|flow=")) rest.put(key, new Cell(key, cell.persons(), cell.touched(), cell.minutes(), 0, cell.touched()));
    });
    return rest;
  }

  private static boolean isShown(String key, List<Together.Published> quarters) {
    return quarters.stream().allMatch(quarter -> quarter.member().plan().published().contains(key) && !quarter.hidden().contains(key));
  }

  private static Set<String> hidden(Together.Joint joint) {
    if (new Masking(joint.cells(), joint.plan(), Masking.Before.NOTHING).mask() instanceof Masking.Outcome.Hidden(Set<String> hidden)) return new HashSet<>(hidden);
    throw new AssertionError("a first edition can always be made");
  }
}
