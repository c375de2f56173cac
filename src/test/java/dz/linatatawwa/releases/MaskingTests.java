package dz.linatatawwa.releases;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.places.Places;
import dz.linatatawwa.taxonomy.Taxonomy;
import dz.linatatawwa.world.WorldTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody works out a small cell: small countries, made at random, attacked with another solver. */
@WorldTest
class MaskingTests {

  private static final Quarter QUARTER = new Quarter(2026, 3);

  @Autowired Structure structure;
  @Autowired Places places;
  @Autowired Taxonomy taxonomy;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void noHiddenCellOfAFewPersonsCanBeWorkedOut(long seed) {
    SmallLand land = new SmallLand(seed, 12 + (int) seed * 9, places, taxonomy, QUARTER);
    Map<String, Cell> cells = land.cells();
    Structure.Plan plan = structure.plan(QUARTER, cells.keySet(), seed % 2 == 0);
    Set<String> hidden = hidden(new Masking(cells, plan, Masking.Before.NOTHING));
    plan.published().forEach(key -> { if (cells.getOrDefault(key, Cell.empty(key)).isSmall()) assertThat(hidden).contains(key); });
    Attack.on(cells, plan, hidden).forEach((key, span) -> assertThat(span.width()).as(key + " may be from " + span.least() + " to " + span.most()).isGreaterThanOrEqualTo(5));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void aRevisionUncoversNobodyEither(long seed) {
    SmallLand land = new SmallLand(seed, 40 + (int) seed * 6, places, taxonomy, QUARTER);
    Map<String, Cell> then = land.cells();
    Structure.Plan before = structure.plan(QUARTER, then.keySet(), false);
    Set<String> hiddenThen = hidden(new Masking(then, before, Masking.Before.NOTHING));
    Map<String, Cell> between = land.grow(400);
    Map<String, Cell> now = land.cells();
    Structure.Plan plan = structure.plan(QUARTER, now.keySet(), false);
    switch (new Masking(now, plan, Masking.Before.of(hiddenThen, then, now, between)).mask()) {
      case Masking.Outcome.Impossible(String cell) -> assertThat(cell).as("refused rather than given away").isNotNull();
      case Masking.Outcome.Hidden(Set<String> hidden) -> {
        assertThat(hidden).containsAll(hiddenThen);
        Attack.on(now, plan, hidden).forEach((key, span) -> assertThat(span.width()).as(key).isGreaterThanOrEqualTo(5));
        Attack.overTwoEditions(then, hiddenThen, now, hidden, plan);
      }
    }
  }

  @Test
  void anAttackOnTablesInWhichOnlySmallCellsAreHiddenSucceeds() {
    Map<String, Cell> cells = new SmallLand(3, 60, places, taxonomy, QUARTER).cells();
    Structure.Plan plan = structure.plan(QUARTER, cells.keySet(), false);
    Set<String> onlySmall = new HashSet<>(plan.published());
    onlySmall.removeIf(key -> !cells.getOrDefault(key, Cell.empty(key)).isSmall());
    assertThat(Attack.succeeds(cells, plan, onlySmall)).as("the attack can find what is badly hidden").isTrue();
  }

  @Test
  void whereNobodyIsFewNothingIsHidden() {
    Map<String, Cell> cells = new HashMap<>();
    SmallLand land = new SmallLand(5, 40, places, taxonomy, QUARTER);
    land.cells().forEach((key, cell) -> cells.put(key, new Cell(key, cell.persons() * 10, cell.givers() * 10, cell.minutes() * 10, cell.median(), cell.touched() * 10)));
    Structure.Plan plan = structure.plan(QUARTER, cells.keySet(), true);
    assertThat(hidden(new Masking(cells, plan, Masking.Before.NOTHING))).isEmpty();
  }

  private static Set<String> hidden(Masking masking) {
    if (masking.mask() instanceof Masking.Outcome.Hidden(Set<String> hidden)) return hidden;
    throw new AssertionError("a first edition can always be made");
  }

  /** What the queries would count of a few people made at random, counted here by hand. */
  static final class SmallLand {

    private final Random random;
    private final Places places;
    private final Taxonomy taxonomy;
    private final Quarter quarter;
    private final Map<Integer, Map<String, Long>> given = new HashMap<>();
    private final Map<Integer, String[]> people = new HashMap<>();
    private int last;

    SmallLand(long seed, int number, Places places, Taxonomy taxonomy, Quarter quarter) {
      this.random = new Random(seed);
      this.places = places;
      this.taxonomy = taxonomy;
      this.quarter = quarter;
      this.last = number;
      for (int person = 0; person < number; person++) {
        people.put(person, person());
        int lines = 1 + random.nextInt(4);
        for (int line = 0; line < lines; line++) give(given, person);
      }
    }

    /** So many people give again; what they gave is counted by itself. */
    Map<String, Cell> grow(int number) {
      Map<Integer, Map<String, Long>> more = new HashMap<>();
      for (int i = 0; i < number; i++) give(more, random.nextInt(last));
      more.forEach((person, lines) -> lines.forEach((line, minutes) -> given.get(person).merge(line, minutes, Long::sum)));
      return count(more);
    }

    Map<String, Cell> cells() {
      return count(given);
    }

    private String[] person() {
      String band = pick("15-24", "15-24", "15-24", "25-29", "30-54", "30-54", "55-64", "65+");
      String wilaya = places.wilayas().get(random.nextInt(3) == 0 ? random.nextInt(69) : random.nextInt(6)).code().value();
      return new String[] {pick("F", "M", "M", "X"), band, pick("none", "middle", "higher", "higher", "X"), pick("student", "student", "employed", "retired", "X"), wilaya};
    }

    private void give(Map<Integer, Map<String, Long>> to, int person) {
      String field = taxonomy.fields().get(Math.min(random.nextInt(23), random.nextInt(23))).code();
      var activities = taxonomy.activities(field);
      String activity = activities.isEmpty() || random.nextInt(5) == 0 ? "X" : activities.get(random.nextInt(activities.size())).code();
      String wilaya = random.nextInt(12) == 0 ? "X" : places.wilayas().get(Math.min(random.nextInt(69), random.nextInt(20))).code().value();
      String line = String.join("/", quarter.months().get(random.nextInt(3)), field, activity, pick("non-profit", "non-profit", "government", "enterprise", "direct"), wilaya);
      to.computeIfAbsent(person, any -> new HashMap<>()).merge(line, 30L * (1 + random.nextInt(12)), Long::sum);
    }

    private String pick(String... of) {
      return of[random.nextInt(of.length)];
    }

    private Map<String, Cell> count(Map<Integer, Map<String, Long>> lines) {
      Map<String, Map<Integer, Long>> minutes = new HashMap<>();
      lines.forEach((person, all) -> all.forEach((line, amount) -> {
        for (String key : keys(person, all, line)) minutes.computeIfAbsent(key, any -> new HashMap<>()).merge(person, amount, Long::sum);
      }));
      Map<String, Cell> cells = new HashMap<>();
      minutes.forEach((key, by) -> cells.put(key, new Cell(key, by.values().stream().filter(m -> m >= 60).count(), by.values().stream().filter(m -> m > 0).count(),
          by.values().stream().mapToLong(Long::longValue).sum(), 0, by.size())));
      flow(minutes, cells);
      return cells;
    }

    /** Who came first, came again and stayed away; nobody came in the month before. */
    private void flow(Map<String, Map<Integer, Long>> minutes, Map<String, Cell> cells) {
      Set<Integer> seen = new HashSet<>();
      Set<Integer> before = new HashSet<>();
      put(cells, "month=" + quarter.monthBefore().toString().substring(0, 7), 0);
      for (String month : quarter.months()) {
        Set<Integer> active = new HashSet<>();
        minutes.getOrDefault("month=" + month, Map.of()).forEach((person, amount) -> { if (amount >= 60) active.add(person); });
        Set<Integer> fresh = new HashSet<>(active);
        fresh.removeAll(seen);
        Set<Integer> stayed = new HashSet<>(active);
        stayed.retainAll(before);
        stayed.removeAll(fresh);
        put(cells, "month=" + month + "|flow=new", fresh.size());
        put(cells, "month=" + month + "|flow=stayed", stayed.size());
        put(cells, "month=" + month + "|flow=back", active.size() - fresh.size() - stayed.size());
        put(cells, "month=" + month + "|flow=returning", active.size() - fresh.size());
        Set<Integer> lapsed = new HashSet<>(before);
        lapsed.removeAll(active);
        put(cells, "month=" + month + "|flow=lapsed", lapsed.size());
        seen.addAll(active);
        before = active;
      }
    }

    private static void put(Map<String, Cell> cells, String key, long persons) {
      cells.put(key, new Cell(key, persons, persons, 0, 0, persons));
    }

    private Set<String> keys(int person, Map<String, Long> all, String line) {
      String[] one = people.get(person);
      String[] part = line.split("/");
      boolean direct = all.keySet().stream().anyMatch(other -> other.split("/")[3].equals("direct"));
      boolean organised = all.keySet().stream().anyMatch(other -> !other.split("/")[3].equals("direct"));
      String type = direct && organised ? "both" : direct ? "direct" : "organisation";
      String age = one[1].equals("25-29") || one[1].equals("30-54") ? "25-54" : one[1];
      boolean young = one[1].equals("15-24") || one[1].equals("25-29");
      Set<String> keys = new HashSet<>(Set.of(""));
      for (String sex : new String[] {"", "sex=" + one[0] + "|"}) {
        keys.addAll(Set.of(sex + "age=" + age, sex + "band=" + one[1], sex + "type=" + type));
        if (young) keys.add(sex + "young=15-29");
      }
      keys.addAll(Set.of("sex=" + one[0], "education=" + one[2], "status=" + one[3], "r69=" + one[4], "sex=" + one[0] + "|r69=" + one[4]));
      var home = places.wilayas().stream().filter(wilaya -> wilaya.code().value().equals(one[4])).findFirst().orElseThrow();
      keys.addAll(Set.of("r58=" + home.in58().value(), "r48=" + home.in48().value(), "month=" + part[0], "field=" + part[1], "work=" + part[1] + "/" + part[2], "sector=" + part[3],
          "w69=" + part[4]));
      keys.add("section=" + taxonomy.field(part[1]).orElseThrow().icnpTso2018().charAt(0));
      keys.add("isco=" + taxonomy.activity(part[2]).map(activity -> activity.isco().substring(0, 1)).orElse("X"));
      places.wilayas().stream().filter(wilaya -> wilaya.code().value().equals(part[4])).findFirst()
          .ifPresentOrElse(wilaya -> keys.addAll(Set.of("w58=" + wilaya.in58().value(), "w48=" + wilaya.in48().value())), () -> keys.addAll(Set.of("w58=X", "w48=X")));
      return keys;
    }
  }
}
