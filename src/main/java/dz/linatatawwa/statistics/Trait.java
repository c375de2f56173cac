package dz.linatatawwa.statistics;

import dz.linatatawwa.figures.Answer;
import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Totals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a person or an hour is, by which hours of one place and time are divided: the one thing beside place and period that the public may ask for.
 *  @param field whose activities are meant; empty for every other breakdown */
record Trait(Breakdown by, String field) {

  /** What no activity of a field holds, so that the field is the sum of its parts. */
  static final String REST = "rest";
  /** In the order in which pages show them; activities stand under their field. */
  static final List<Breakdown> SHOWN = List.of(Breakdown.FIELD, Breakdown.AUDIENCE, Breakdown.SEX, Breakdown.AGE, Breakdown.EDUCATION, Breakdown.SECTOR, Breakdown.GRADE);

  static Trait of(Breakdown by) {
    return new Trait(by, "");
  }

  static Trait activities(String field) {
    return new Trait(Breakdown.ACTIVITY, field);
  }

  /** Of activities, the field that they are the sum of. */
  Optional<String> sum() {
    return field.isEmpty() ? Optional.empty() : Optional.of(field);
  }

  /** What stands behind each key. */
  Map<String, Cell> cells(Answer answer) {
    Map<String, Cell> cells = new TreeMap<>();
    answer.by(by).stream().filter(part -> part.key().startsWith(field.isEmpty() ? "" : field + "-")).forEach(part -> cells.put(part.key(), Cell.of(part.totals())));
    if (!field.isEmpty()) {
      long whole = answer.by(Breakdown.FIELD).stream().filter(part -> part.key().equals(field)).map(Answer.Part::totals).mapToLong(Totals::minutes).sum();
      long rest = whole - cells.values().stream().mapToLong(Cell::minutes).sum();
      if (rest != 0) cells.put(REST, new Cell(1, 1, rest));
    }
    return cells;
  }
}
