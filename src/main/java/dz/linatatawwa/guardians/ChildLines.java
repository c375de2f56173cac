package dz.linatatawwa.guardians;

import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.volunteers.Ages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Children as a leader types or pastes them, one a line: name, year of birth, guardian, the guardian's phone or e-mail, with semicolons, tabs or commas
 *  between; or the code of somebody who has an account, then guardian and contact. */
final class ChildLines {

  private static final int LONGEST_NAME = 120;

  private ChildLines() {}

  /** Reads the lines; what is wrong is added to the problems of {@code children} with the number of its line. */
  static List<Child> read(String typed, LocalDate today, Problems problems) {
    List<String> lines = Arrays.stream(Typed.text(typed).split("\n")).map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) problems.add("children", "guardians.problem.lines.none");
    if (lines.size() > YouthGroups.MOST) problems.add("children", "guardians.problem.lines.many", YouthGroups.MOST);
    List<Child> children = new ArrayList<>();
    for (int i = 0; i < lines.size() && !problems.any(); i++) {
      Optional<Child> child = child(lines.get(i), today);
      if (child.isEmpty()) problems.add("children", "guardians.problem.line", i + 1, lines.get(i));
      else children.add(child.get());
    }
    return problems.any() ? List.of() : List.copyOf(children);
  }

  private static Optional<Child> child(String line, LocalDate today) {
    List<String> cells = Arrays.stream(line.split("[;؛\t,،]", -1)).map(Typed::line).toList();
    String first = Digits.latin(cells.getFirst()).replace(" ", "");
    if (first.matches("\\d{6,8}")) return with(first, "", 0, cells, 1);
    String year = cells.size() > 1 ? Digits.latin(cells.get(1)) : "";
    int born = year.matches("\\d{4}") ? Integer.parseInt(year) : 0;
    boolean possible = born <= today.getYear() && Ages.surely(born, today) >= Ages.IN_A_GROUP && Ages.surely(born, today) < 25;
    return !isName(cells.getFirst()) || !possible ? Optional.empty() : with("", cells.getFirst(), born, cells, 2);
  }

  private static Optional<Child> with(String code, String name, int born, List<String> cells, int from) {
    @Nullable String guardian = cells.size() > from && !cells.get(from).isEmpty() ? cells.get(from) : null;
    String typed = cells.size() > from + 1 ? cells.get(from + 1) : "";
    Optional<Contact> contact = Contact.parse(typed);
    boolean wrong = guardian != null && !isName(guardian) || !typed.isEmpty() && contact.isEmpty() || cells.size() > from + 2;
    return wrong ? Optional.empty() : Optional.of(new Child(code, name, born, guardian, contact.orElse(null)));
  }

  private static boolean isName(String text) {
    return text.length() >= 2 && text.length() <= LONGEST_NAME;
  }
}
