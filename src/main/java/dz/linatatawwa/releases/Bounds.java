package dz.linatatawwa.releases;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** What an outsider can work out of cells that are not shown: the least and the most that each may be, given all that is shown and all that adds up. */
final class Bounds {

  /** An hour: who is counted as a person has given at least one. */
  private static final double HOUR = 60;
  /** Nobody takes a cell for more than four times everything that is counted, and a little. */
  private static final int AT_MOST = 4;
  private static final int MORE = 100_000;
  private static final double SLACK = 1e-4;

  private final Map<String, Cell> cells;
  private final Collection<Relation> relations;
  private final Set<String> unknown;
  private final Set<String> withoutHours;

  /** From where to where; wide when nothing says less. */
  record Span(double least, double most) {
    double width() {
      return most - least;
    }
  }

  /** @param relations that touch the unknown cells
   *  @param unknown   keys of the cells whose numbers the outsider lacks */
  Bounds(Map<String, Cell> cells, Collection<Relation> relations, Set<String> unknown, Set<String> withoutHours) {
    this.cells = cells;
    this.relations = relations;
    this.unknown = unknown;
    this.withoutHours = withoutHours;
  }

  Span persons(String key) {
    return span(variables -> variables.get("n " + key));
  }

  Span minutes(String key) {
    return span(variables -> variables.get("m " + key));
  }

  private Span span(Function<Map<String, Variable>, Variable> which) {
    return new Span(solve(which, true), solve(which, false));
  }

  private double solve(Function<Map<String, Variable>, Variable> which, boolean least) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Map<String, Variable> variables = new HashMap<>();
    for (String key : unknown) {
      variables.put("n " + key, model.newVariable("n " + key).lower(0).upper(most(cell("").persons())));
      if (withoutHours.contains(key)) continue;
      variables.put("m " + key, model.newVariable("m " + key).lower(0).upper(most(cell("").minutes())));
      model.newExpression("hour " + key).set(variables.get("m " + key), 1).set(variables.get("n " + key), -HOUR).lower(0);
    }
    int number = 0;
    for (Relation relation : relations) {
      number++;
      if (relation.hours()) sum(model, "hours " + number, "m ", relation, variables);
      if (relation.persons()) sum(model, "persons " + number, "n ", relation, variables);
      else for (String part : relation.parts()) atLeast(model, "part " + number + " " + part, relation.total(), part, variables);
    }
    Variable asked = which.apply(variables);
    asked.weight(1);
    Optimisation.Result result = least ? model.minimise() : model.maximise();
    // What cannot be solved is not trusted: as if it could be worked out exactly.
    if (!result.getState().isFeasible()) return 0;
    double value = result.get(model.indexOf(asked)).doubleValue();
    return least ? Math.ceil(value - SLACK) : Math.floor(value + SLACK);
  }

  private void sum(ExpressionsBasedModel model, String name, String measure, Relation relation, Map<String, Variable> variables) {
    var expression = model.newExpression(name);
    double known = 0;
    boolean open = false;
    for (String key : List.copyOf(relation.keys().toList())) {
      double sign = key.equals(relation.total()) ? -1 : 1;
      Variable variable = variables.get(measure + key);
      if (variable == null) known += sign * value(measure, key);
      else expression.add(variable, sign);
      open |= variable != null;
    }
    if (open) expression.level(-known);
  }

  private void atLeast(ExpressionsBasedModel model, String name, String total, String part, Map<String, Variable> variables) {
    Variable whole = variables.get("n " + total);
    Variable piece = variables.get("n " + part);
    if (whole == null && piece == null) return;
    if (whole == null) piece.upper(Math.min(piece.getUpperLimit().doubleValue(), value("n ", total)));
    else if (piece == null) whole.lower(Math.max(whole.getLowerLimit().doubleValue(), value("n ", part)));
    else model.newExpression(name).set(whole, 1).set(piece, -1).lower(0);
  }

  private double value(String measure, String key) {
    return measure.equals("n ") ? cell(key).persons() : cell(key).minutes();
  }

  private Cell cell(String key) {
    return cells.getOrDefault(key, Cell.empty(key));
  }

  private static double most(long known) {
    return (double) AT_MOST * known + MORE;
  }
}
