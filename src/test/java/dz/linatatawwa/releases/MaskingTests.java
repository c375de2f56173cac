package dz.linatatawwa.releases;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.places.Places;
import dz.linatatawwa.taxonomy.Taxonomy;
import dz.linatatawwa.world.WorldTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
}
