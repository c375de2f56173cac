package dz.linatatawwa.partnerships.web;

import dz.linatatawwa.files.FileId;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.partnerships.AgreementText;
import dz.linatatawwa.partnerships.Promise;
import dz.linatatawwa.site.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the form of an agreement, and notes what does not fit beside each field. */
final class AgreementReading {

  private static final int MOST_IN_A_QUOTA = 1_000_000;
  private static final int LONGEST = 40_000;
  private static final int YEARS = 10;

  private final AgreementForm form;
  private final Problems problems = Problems.none();

  AgreementReading(AgreementForm form) {
    this.form = form;
  }

  Problems problems() {
    return problems;
  }

  /** @param annexes those that stay and those that came with the form
   *  @return nothing when there are problems */
  Optional<AgreementText> text(List<FileId> annexes) {
    String titleAr = words("titleAr", 5, 200, false);
    String titleFr = words("titleFr", 5, 200, false);
    String textAr = words("textAr", 20, LONGEST, true);
    String textFr = words("textFr", 20, LONGEST, true);
    LocalDate from = day("from");
    LocalDate to = day("to");
    if (from != null && to != null && (to.isBefore(from) || to.isAfter(from.plusYears(YEARS)))) problems.add("to", "partnerships.problem.days", YEARS);
    Map<Promise, Optional<Integer>> promises = promises();
    if (annexes.size() > AgreementText.MOST_ANNEXES) problems.add("annexes", "partnerships.problem.annexes", AgreementText.MOST_ANNEXES);
    if (problems.any() || from == null || to == null) return Optional.empty();
    return Optional.of(new AgreementText(titleAr, titleFr, textAr, textFr, from, to, promises, new ArrayList<>(annexes)));
  }

  private String words(String field, int shortest, int longest, boolean lines) {
    String raw = form.value(field);
    String text = lines ? Typed.text(raw) : Typed.line(raw);
    if (Typed.deceives(raw)) problems.add(field, "site.problem.characters");
    if (text.isEmpty()) problems.add(field, "site.problem.required");
    if (text.length() < shortest) problems.add(field, "partnerships.problem.short", shortest);
    if (text.length() > longest) problems.add(field, "site.problem.tooLong", longest);
    return text;
  }

  private @Nullable LocalDate day(String field) {
    try {
      return LocalDate.parse(Digits.latin(form.value(field).strip()));
    } catch (DateTimeParseException typedOtherwise) {
      problems.add(field, "site.problem.date");
      return null;
    }
  }

  private Map<Promise, Optional<Integer>> promises() {
    Map<Promise, Optional<Integer>> promises = new EnumMap<>(Promise.class);
    for (String code : form.values("promise")) {
      Optional<Promise> promise = Promise.of(code);
      if (promise.isEmpty()) problems.add("promise", "site.problem.choice");
      else promises.put(promise.get(), quota("quota-" + code));
    }
    if (promises.isEmpty()) problems.add("promise", "partnerships.problem.promise");
    return promises;
  }

  private Optional<Integer> quota(String field) {
    String typed = Digits.latin(form.value(field)).replaceAll("[\\s.]", "");
    if (typed.isEmpty()) return Optional.empty();
    boolean fits = typed.matches("[0-9]{1,7}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= MOST_IN_A_QUOTA;
    if (!fits) problems.add(field, "site.problem.range", 1, MOST_IN_A_QUOTA);
    return fits ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
  }
}
