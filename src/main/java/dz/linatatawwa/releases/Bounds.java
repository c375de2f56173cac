package dz.linatatawwa.releases;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** What an outsider can work out of cells that are not shown: numbers that they may have, given all that is shown and all that adds up. */
final class Bounds {

  /** An hour: who is counted as a person has given at least one. */
  private static final double HOUR = 60;
  /** Nobody takes a cell for more than four times everything that is counted, and a little. */
  private static final int AT_MOST = 4;
  private static final int MORE = 1_000;

  private final Map<String, Cell> cells;
  private final Collection<Relation> relations;
  private final Set<String> unknown;
  private final Silent silent;

  /** Of what nobody says anything.
   *  @param hours      keys of cells without minutes
   *  @param persons    keys of cells without persons, whose minutes may be less than nothing
   *  @param everything as many persons and minutes as any cell has */
  record Silent(Set<String> hours, Set<String> persons, Cell everything) {}

  /** Numbers that fit everything that is shown. */
  record Point(Map<String, Double> persons, Map<String, Double> minutes) {}

  /** @param relations that touch the unknown cells
   *  @param unknown   keys of the cells whose numbers the outsider lacks */
  Bounds(Map<String, Cell> cells, Collection<Relation> relations, Set<String> unknown, Silent silent) {
    this.cells = cells;
    this.relations = relations;
    this.unknown = unknown;
    this.silent = silent;
  }

  /** Numbers in which the persons of a cell are as few or as many as they can be; nothing where no such numbers are found. */
  Optional<Point> persons(String key, boolean most) {
    return solve("n " + key, most);
  }

  /** Numbers in which the minutes of a cell are as few or as many as they can be. */
  Optional<Point> minutes(String key, boolean most) {
    return solve("m " + key, most);
  }

  private Optional<Point> solve(String asked, boolean most) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Map<String, Variable> variables = variables(model);
    int number = 0;
    for (Relation relation : relations) {
      number++;
      if (relation.hours()) sum(model, "hours " + number, "m ", relation, variables);
      if (relation.persons()) sum(model, "persons " + number, "n ", relation, variables);
      else if (relation.atLeast()) for (String part : relation.parts()) atLeast(model, "part " + number + " " + part, relation.total(), part, variables);
    }
    Variable variable = variables.get(asked);
    if (variable == null) return Optional.empty();
    variable.weight(1);
    Optimisation.Result result = most ? model.maximise() : model.minimise();
    return result.getState().isFeasible() ? Optional.of(point(model, variables, result)) : Optional.empty();
  }

  private Map<String, Variable> variables(ExpressionsBasedModel model) {
    Map<String, Variable> variables = new HashMap<>();
    double persons = most(silent.everything().persons());
    double minutes = most(silent.everything().minutes()) + HOUR * persons;
    for (String key : unknown) {
      if (silent.persons().contains(key)) {
        variables.put("m " + key, model.newVariable("m " + key).lower(-minutes).upper(minutes));
        continue;
      }
      variables.put("n " + key, model.newVariable("n " + key).lower(0).upper(persons));
      if (silent.hours().contains(key)) continue;
      variables.put("m " + key, model.newVariable("m " + key).lower(0).upper(minutes));
      model.newExpression("hour " + key).set(variables.get("m " + key), 1).set(variables.get("n " + key), -HOUR).lower(0);
    }
    return variables;
  }

  private Point point(ExpressionsBasedModel model, Map<String, Variable> variables, Optimisation.Result result) {
    Map<String, Double> persons = new HashMap<>();
    Map<String, Double> minutes = new HashMap<>();
    variables.forEach((name, variable) -> (name.startsWith("n ") ? persons : minutes).put(name.substring(2), result.get(model.indexOf(variable)).doubleValue()));
    return new Point(persons, minutes);
  }

  private void sum(ExpressionsBasedModel model, String name, String measure, Relation relation, Map<String, Variable> variables) {
    Expression expression = model.newExpression(name);
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
    if (whole != null && piece != null) model.newExpression(name).set(whole, 1).set(piece, -1).lower(0);
    else if (piece != null) piece.upper(Math.min(piece.getUpperLimit().doubleValue(), value("n ", total)));
    else if (whole != null) whole.lower(Math.max(whole.getLowerLimit().doubleValue(), value("n ", part)));
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
