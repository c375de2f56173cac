package dz.linatatawwa.statistics;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A figure as a page shows it.
 *  @param value  in the unit of its definition; null: not shown
 *  @param before of the period before; null where there is none to show or nobody asked */
public record Figure(Definition definition, @Nullable BigDecimal value, @Nullable BigDecimal before) {

  static Figure of(Definition definition, long value) {
    return new Figure(definition, BigDecimal.valueOf(value), null);
  }

  static Figure hidden(Definition definition) {
    return new Figure(definition, null, null);
  }

  Figure after(@Nullable BigDecimal earlier) {
    return new Figure(definition, value, earlier);
  }

  /** How much more or less than before, of one; nothing where there is nothing to compare with. */
  public Optional<Double> change() {
    if (value == null || before == null || before.signum() == 0) return Optional.empty();
    return Optional.of(value.subtract(before).doubleValue() / before.doubleValue());
  }
}
