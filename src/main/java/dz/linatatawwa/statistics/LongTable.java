package dz.linatatawwa.statistics;

import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.turnout.Reason;
import dz.linatatawwa.impact.Reach;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of numbers as one long table: every number a line, codes beside names, so that programs read it without knowing the page. */
public final class LongTable {

  /** Stands for a number that is not shown. */
  public static final String HIDDEN = "c";
  /** The columns. */
  public static final List<String> COLUMNS = List.of("ref_area", "name", "from", "to", "filter", "indicator", "classif", "key", "label", "unit", "obs_value", "obs_status", "as_of");

  private LongTable() {}

  /** One number.
   *  @param indicator code of its definition
   *  @param classif   by what it is divided; empty: by nothing
   *  @param value     plain; null: not shown */
  public record Line(String indicator, String classif, String key, String label, String unit, @Nullable BigDecimal value) {

    /** {@code c} where it is not shown, as ILOSTAT writes it. */
    public String status() {
      return value == null ? HIDDEN : "";
    }
  }

  /** All numbers of a page, in its order. */
  public static List<Line> of(Dashboard dashboard) {
    List<Line> lines = new ArrayList<>();
    for (Figure figure : dashboard.figures()) lines.add(line(figure));
    for (Figure figure : dashboard.operations()) lines.add(line(figure));
    add(lines, dashboard.months());
    dashboard.traits().forEach(chart -> add(lines, chart));
    add(lines, dashboard.places());
    for (Reason reason : Reason.values()) {
      Long minutes = dashboard.excluded().get(reason);
      if (minutes != null) lines.add(new Line(Definition.EXCLUDED.code(), "reason", reason.code(), reason.code(), Definition.EXCLUDED.unit().code(), BigDecimal.valueOf(minutes)));
    }
    for (Reach.Line line : dashboard.reach()) {
      lines.add(new Line(Definition.IMPACT.code(), "unit", line.code(), line.code(), "number", BigDecimal.valueOf(line.reached())));
      lines.add(new Line(Definition.IMPACT.code() + "-planned", "unit", line.code(), line.code(), "number", BigDecimal.valueOf(line.planned())));
    }
    return lines;
  }

  private static Line line(Figure figure) {
    return new Line(figure.definition().code(), "", "", "", figure.definition().unit().code(), figure.value());
  }

  private static void add(List<Line> lines, Chart chart) {
    String classif = chart.by() == Breakdown.PLACE ? "place" : chart.code();
    for (Chart.Bar bar : chart.bars()) {
      lines.add(new Line(Definition.HOURS.code(), classif, bar.key(), bar.label(), Definition.HOURS.unit().code(), number(bar.minutes())));
      lines.add(new Line(Definition.ACTIVE.code(), classif, bar.key(), bar.label(), Definition.ACTIVE.unit().code(), number(bar.persons())));
    }
  }

  private static @Nullable BigDecimal number(long number) {
    return number == Chart.HIDDEN ? null : BigDecimal.valueOf(number);
  }
}
