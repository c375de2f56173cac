package dz.linatatawwa.teams.web;

import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.participation.NamedPerson;
import dz.linatatawwa.site.Problems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People without an account, as somebody typed them: line by line, whatever was typed.
 *  @param rows  at least one
 *  @param shift the chosen one */
public record FamilyForm(String shift, List<Row> rows) {

  private static final int LONGEST_NAME = 120;
  private static final int OLDEST = 110;

  /** One of them. */
  public record Row(String name, String born, String relation, boolean agreed) {

    static final Row EMPTY = new Row("", "", "", false);

    boolean empty() {
      return name.isBlank() && born.isBlank() && relation.isBlank();
    }
  }

  /** As it was sent: {@code name1}, {@code born1}, {@code relation1}, {@code agreed1}, {@code name2} … @param most rows */
  static FamilyForm read(Map<String, String> sent, int most) {
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i <= most && sent.containsKey("name" + i); i++) {
      rows.add(new Row(sent.getOrDefault("name" + i, ""), sent.getOrDefault("born" + i, ""), sent.getOrDefault("relation" + i, ""), "true".equals(sent.get("agreed" + i))));
    }
    if (rows.isEmpty()) rows.addAll(List.of(Row.EMPTY, Row.EMPTY));
    return new FamilyForm(sent.getOrDefault("shift", ""), rows.subList(0, Math.min(rows.size(), most)));
  }

  /** With one more line to type in. */
  FamilyForm longer(int most) {
    List<Row> more = new ArrayList<>(rows);
    if (more.size() < most) more.add(Row.EMPTY);
    return new FamilyForm(shift, more);
  }

  /** Who is meant, by the number of the line; what is wrong is said beside its field. */
  Map<Integer, NamedPerson> people(LocalDate today, Problems problems) {
    Map<Integer, NamedPerson> people = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).empty()) person(i + 1, rows.get(i), today, problems).ifPresent(put(people, i + 1));
    }
    if (people.isEmpty() && !problems.any()) problems.add("name1", "teams.problem.nobody");
    return people;
  }

  private static java.util.function.Consumer<NamedPerson> put(Map<Integer, NamedPerson> people, int line) {
    return person -> people.put(line, person);
  }

  private static Optional<NamedPerson> person(int line, Row row, LocalDate today, Problems problems) {
    String name = Typed.line(row.name());
    String year = Digits.latin(row.born().strip());
    int born = year.matches("[0-9]{4}") ? Integer.parseInt(year) : 0;
    Optional<NamedPerson.Relation> relation = NamedPerson.Relation.of(row.relation());
    boolean named = name.length() >= 2 && name.length() <= LONGEST_NAME;
    boolean possible = born > today.getYear() - OLDEST && born <= today.getYear();
    if (!named) problems.add("name" + line, "teams.problem.personName");
    if (!possible) problems.add("born" + line, "volunteers.problem.year");
    if (relation.isEmpty()) problems.add("relation" + line, "teams.problem.relation");
    return named && possible && relation.isPresent() ? Optional.of(NamedPerson.of(name, born, relation.get(), row.agreed())) : Optional.empty();
  }
}
