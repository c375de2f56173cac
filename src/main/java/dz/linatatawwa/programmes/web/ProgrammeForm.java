package dz.linatatawwa.programmes.web;

import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A programme as it was typed, without its goal. */
public record ProgrammeForm(String nameAr, String nameFr, String from, String to) {

  private static final int LONGEST = 200;
  private static final int YEARS = 5;

  static ProgrammeForm empty() {
    return new ProgrammeForm("", "", "", "");
  }

  /** Notes what does not fit beside each field. */
  void check(Problems problems) {
    if (line(nameAr).length() < 2) problems.add("nameAr", "site.problem.required");
    if (line(nameAr).length() > LONGEST) problems.add("nameAr", "site.problem.tooLong", LONGEST);
    if (line(nameFr).length() > LONGEST) problems.add("nameFr", "site.problem.tooLong", LONGEST);
    if (Typed.deceives(nameAr)) problems.add("nameAr", "site.problem.characters");
    if (Typed.deceives(nameFr)) problems.add("nameFr", "site.problem.characters");
    LocalDate first = day(from);
    LocalDate last = day(to);
    if (first == null) problems.add("from", "site.problem.date");
    if (last == null) problems.add("to", "site.problem.date");
    if (first != null && last != null && (last.isBefore(first) || !last.isBefore(first.plusYears(YEARS)))) problems.add("to", "programmes.problem.days", YEARS);
  }

  static String line(String raw) {
    return Typed.line(raw);
  }

  static @Nullable LocalDate day(String typed) {
    try {
      return LocalDate.parse(Digits.latin(typed.strip()));
    } catch (DateTimeParseException typedOtherwise) {
      return null;
    }
  }
}
