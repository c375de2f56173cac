package dz.linatatawwa.releases;

import dz.linatatawwa.turnout.Excluded;
import dz.linatatawwa.turnout.OperationFigures;
import dz.linatatawwa.turnout.Operations;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.impact.Impact;
import dz.linatatawwa.means.Means;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What other rooms know of a term beside the ledger: organisations, places, what was not counted, what was promised and used. */
@Component("releasesOutside")
class Outside {

  /** Indicators of T13, in its order. */
  static final List<String> COUNTS = List.of("VOL_REG", "ORG_NUM", "OPP_NUM", "PLC_OFFERED", "PLC_FILLED", "NSH_RATE");

  /** Fewer minutes than five people can give in a day may be those of fewer than five. */
  static final long FEWEST_MINUTES = 5 * 12 * 60;

  private final Excluded excluded;
  private final Operations operations;
  private final Impact impact;
  private final Means means;

  Outside(Excluded excluded, Operations operations, Impact impact, Means means) {
    this.excluded = excluded;
    this.operations = operations;
    this.impact = impact;
    this.means = means;
  }

  /** Minutes by reason; -1 where they are so few that they may be those of single people. */
  SortedMap<String, Long> excluded(Term term) {
    SortedMap<String, Long> found = new TreeMap<>();
    excluded.of(Scope.NATION, term.period()).minutes()
        .forEach((reason, minutes) -> found.put(reason.code(), minutes > 0 && minutes < FEWEST_MINUTES ? -1 : minutes));
    return found;
  }

  SortedMap<String, BigDecimal> counts(Term term) {
    OperationFigures of = operations.of(Scope.NATION, term.period());
    SortedMap<String, BigDecimal> counts = new TreeMap<>();
    of.registered().ifPresent(registered -> people(counts, "VOL_REG", registered));
    of.organizations().ifPresent(organizations -> counts.put("ORG_NUM", BigDecimal.valueOf(organizations)));
    counts.put("OPP_NUM", BigDecimal.valueOf(of.opportunities()));
    counts.put("PLC_OFFERED", BigDecimal.valueOf(of.offered()));
    people(counts, "PLC_FILLED", of.filled());
    boolean few = Cell.isFew(of.missed()) || Cell.isFew(of.kept());
    if (!few) {
      counts.put("NSH_RATE", of.kept() + of.missed() == 0 ? BigDecimal.ZERO
          : BigDecimal.valueOf(100 * of.missed()).divide(BigDecimal.valueOf(of.kept() + of.missed()), 2, RoundingMode.HALF_UP));
    }
    return counts;
  }

  List<Beside.Material> materials(Term term) {
    return impact.of(Scope.NATION, term.period()).materials().stream().map(one -> new Beside.Material(one.code(), one.used(), one.returned())).toList();
  }

  List<Beside.Pledge> pledges(Term term) {
    return means.pledged(term.first(), term.last()).stream().map(one -> new Beside.Pledge(one.unit(), one.pledged(), one.delivered())).toList();
  }

  private static void people(SortedMap<String, BigDecimal> counts, String indicator, long people) {
    if (!Cell.isFew(people)) counts.put(indicator, BigDecimal.valueOf(people));
  }
}
