package dz.linatatawwa.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/** Somebody who has everything that is published and wants to know what is hidden: linear programs with another solver than the platform's own, over all sums that are known to hold,
 *  and plain subtraction, again and again, until nothing more comes out. */
final class Attack {

  record Span(double least, double most) {
    double width() {
      return most - least;
    }
  }

  private Attack() {}

  /** Where each hidden number of one to four persons may lie; a cell that stands in no table, but could be worked out, too. Numbers that fit everything that is shown
   *  speak for all cells at once, so most need no program of their own. */
  static Map<String, Span> on(Map<String, Cell> cells, Structure.Plan plan, Set<String> hidden) {
    return attack(cells, plan, hidden, false);
  }

  /** Whether any of them lies within five persons. */
  static boolean succeeds(Map<String, Cell> cells, Structure.Plan plan, Set<String> hidden) {
    return attack(cells, plan, hidden, true).values().stream().anyMatch(span -> span.width() < 5);
  }

  private static Map<String, Span> attack(Map<String, Cell> cells, Structure.Plan plan, Set<String> hidden, boolean untilOne) {
    Map<String, Span> found = new TreeMap<>();
    Map<String, double[]> seen = new TreeMap<>();
    Set<String> unknown = unknown(plan, hidden);
    for (String key : unknown) {
      long persons = cells.getOrDefault(key, Cell.empty(key)).persons();
      if (persons < 1 || persons > 4) continue;
      seen.computeIfAbsent(key, any -> new double[] {persons, persons});
      Set<String> near = component(plan, unknown, key);
      for (GoalType goal : new GoalType[] {GoalType.MAXIMIZE, GoalType.MINIMIZE}) {
        if (span(seen.get(key)).width() < 5) new Program(cells, plan, near).extreme(key, persons, goal).forEach((other, number) -> see(seen, other, number));
      }
      found.put(key, span(seen.get(key)));
      if (untilOne && span(seen.get(key)).width() < 5) return found;
    }
    return found;
  }

  private static void see(Map<String, double[]> seen, String key, double number) {
    double[] span = seen.computeIfAbsent(key, any -> new double[] {number, number});
    span[0] = Math.min(span[0], number);
    span[1] = Math.max(span[1], number);
  }

  private static Span span(double[] seen) {
    return new Span(Math.ceil(seen[0] - 1e-4), Math.floor(seen[1] + 1e-4));
  }

  /** Whatever comes out by subtracting shown numbers from each other until nothing more does: no cell of few people, and no difference that few people made. */
  static void overTwoEditions(Map<String, Cell> then, Set<String> hiddenThen, Map<String, Cell> now, Set<String> hiddenNow, Structure.Plan plan) {
    Map<String, Long> before = known(then, plan, unknown(plan, hiddenThen));
    Map<String, Long> after = known(now, plan, unknown(plan, hiddenNow));
    before.forEach((key, persons) -> safe(key, persons));
    after.forEach((key, persons) -> safe(key, persons));
    before.forEach((key, persons) -> { if (after.containsKey(key)) assertThat(Math.abs(after.get(key) - persons)).as("between the editions: " + key).matches(few -> few == 0 || few > 4); });
    // What was shown before and is not any more may still be so: with that put in, nothing small comes out either.
    Set<String> guessed = unknown(plan, hiddenNow);
    guessed.removeIf(key -> before.containsKey(key) && now.getOrDefault(key, Cell.empty(key)).equals(then.getOrDefault(key, Cell.empty(key))));
    known(now, plan, guessed).forEach((key, persons) -> { if (!before.containsKey(key)) safe(key, persons); });
  }

  private static void safe(String key, long persons) {
    assertThat(persons).as("comes out by subtraction: " + key).matches(one -> one == 0 || one > 4);
  }

  /** Persons of every cell that is shown, or follows from what is shown. */
  private static Map<String, Long> known(Map<String, Cell> cells, Structure.Plan plan, Set<String> unknown) {
    Map<String, Long> known = new LinkedHashMap<>();
    plan.relations().stream().flatMap(Relation::keys).filter(key -> !unknown.contains(key)).forEach(key -> known.put(key, cells.getOrDefault(key, Cell.empty(key)).persons()));
    boolean more = true;
    while (more) {
      more = false;
      for (Relation relation : plan.relations()) {
        if (!relation.persons()) continue;
        List<String> open = relation.keys().filter(key -> !known.containsKey(key)).toList();
        if (open.size() != 1) continue;
        String key = open.getFirst();
        long others = relation.parts().stream().filter(part -> !part.equals(key)).mapToLong(known::get).sum();
        known.put(key, key.equals(relation.total()) ? others : known.get(relation.total()) - others);
        more = true;
      }
    }
    return known;
  }

  private static Set<String> unknown(Structure.Plan plan, Set<String> hidden) {
    Set<String> unknown = new TreeSet<>();
    plan.relations().stream().flatMap(Relation::keys).filter(key -> hidden.contains(key) || !plan.published().contains(key) && !plan.known().contains(key)).forEach(unknown::add);
    return unknown;
  }

  /** Everything that is known of some cells that hang together. */
  private static final class Program {

    private static final int FURTHER = 40;

    private final Map<String, Cell> cells;
    private final Structure.Plan plan;
    private final List<String> names;
    private final List<LinearConstraint> all = new ArrayList<>();

    Program(Map<String, Cell> cells, Structure.Plan plan, Set<String> near) {
      this.cells = cells;
      this.plan = plan;
      this.names = List.copyOf(near);
      for (Relation relation : plan.relations()) {
        if (relation.keys().noneMatch(near::contains)) continue;
        if (relation.hours()) all.add(sum(relation, names.size()));
        if (relation.persons()) all.add(sum(relation, 0));
        else if (relation.atLeast()) for (String part : relation.parts()) all.add(atLeast(relation.total(), part));
      }
      for (int i = 0; i < names.size(); i++) {
        double[] hour = new double[2 * names.size()];
        hour[i] = -1;
        hour[names.size() + i] = 1;
        if (hasHours(names.get(i))) all.add(new LinearConstraint(hour, Relationship.GEQ, 0));
      }
    }

    /** Numbers of persons that fit everything, with as many or as few as can be in one cell; no more than forty beside what it is: that is wide enough. */
    Map<String, Double> extreme(String asked, long real, GoalType goal) {
      double[] objective = new double[2 * names.size()];
      objective[names.indexOf(asked)] = 1;
      List<LinearConstraint> bounded = new ArrayList<>(all);
      bounded.add(new LinearConstraint(objective, Relationship.LEQ, real + FURTHER));
      double[] point = new SimplexSolver().optimize(new LinearObjectiveFunction(objective, 0), new LinearConstraintSet(bounded), goal, new NonNegativeConstraint(true)).getPoint();
      bounded.forEach(constraint -> holds(constraint, point));
      Map<String, Double> persons = new TreeMap<>();
      for (int i = 0; i < names.size(); i++) persons.put(names.get(i), point[i]);
      return persons;
    }

    private static void holds(LinearConstraint constraint, double[] point) {
      double sum = constraint.getCoefficients().dotProduct(new ArrayRealVector(point, false));
      double off = sum - constraint.getValue();
      assertThat(constraint.getRelationship() == Relationship.EQ ? Math.abs(off) : constraint.getRelationship() == Relationship.GEQ ? -off : off).isLessThan(1e-3);
    }

    private boolean hasHours(String key) {
      return plan.relations().stream().anyMatch(relation -> relation.hours() && relation.keys().anyMatch(key::equals));
    }

    /** Minutes are counted in hours here, so that numbers are of one size. */
    private double value(String key, boolean persons) {
      Cell cell = cells.getOrDefault(key, Cell.empty(key));
      return persons ? cell.persons() : cell.minutes() / 60.0;
    }

    private LinearConstraint sum(Relation relation, int shift) {
      double[] factors = new double[2 * names.size()];
      double known = 0;
      for (String key : relation.keys().toList()) {
        double sign = key.equals(relation.total()) ? -1 : 1;
        int at = names.indexOf(key);
        if (at >= 0) factors[shift + at] += sign;
        else known += sign * value(key, shift == 0);
      }
      return new LinearConstraint(factors, Relationship.EQ, -known);
    }

    private LinearConstraint atLeast(String total, String part) {
      double[] factors = new double[2 * names.size()];
      double known = 0;
      int whole = names.indexOf(total);
      int piece = names.indexOf(part);
      if (whole >= 0) factors[whole] += 1;
      else known += value(total, true);
      if (piece >= 0) factors[piece] -= 1;
      else known -= value(part, true);
      return new LinearConstraint(factors, Relationship.GEQ, -known);
    }
  }

  private static Set<String> component(Structure.Plan plan, Set<String> unknown, String asked) {
    Set<String> found = new TreeSet<>(Set.of(asked));
    boolean more = true;
    while (more) {
      more = false;
      for (Relation relation : plan.relations()) {
        if (relation.keys().anyMatch(found::contains)) more |= found.addAll(relation.keys().filter(unknown::contains).toList());
      }
    }
    return found;
  }
}
