package dz.linatatawwa.trainings;

import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A training as somebody typed it: nothing is lost when something is wrong with it. */
public record TrainingForm(Map<String, String> typed) {

  private static final List<String> NAMES = List.of("nameAr", "nameFr", "nameEn");
  private static final List<String> ABOUTS = List.of("aboutAr", "aboutFr", "aboutEn");
  private static final int LONGEST_NAME = 160;
  private static final int LONGEST_ABOUT = 3000;
  private static final int MOST_HOURS = 500;
  private static final int MOST_MONTHS = 120;

  public TrainingForm {
    typed = Map.copyOf(typed);
  }

  /** A form not filled in yet. */
  public static TrainingForm empty() {
    return new TrainingForm(Map.of());
  }

  /** From a form that was sent. */
  public static TrainingForm read(MultiValueMap<String, String> sent) {
    Map<String, String> typed = new HashMap<>();
    sent.forEach((name, values) -> typed.put(name, values.isEmpty() || values.getFirst() == null ? "" : values.getFirst()));
    return new TrainingForm(typed);
  }

  /** From what is kept. */
  public static TrainingForm of(Training it) {
    return new TrainingForm(Map.of("nameAr", it.name().ar(), "nameFr", text(it.name().fr()), "nameEn", text(it.name().en()), "aboutAr", it.about().ar(),
        "aboutFr", text(it.about().fr()), "aboutEn", text(it.about().en()), "field", it.field(), "hours", Integer.toString(it.minutes() / 60),
        "minutes", Integer.toString(it.minutes() % 60), "months", it.validMonths() == null ? "" : it.validMonths().toString()));
  }

  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  /** What it says, with the rule that was read beside it; nothing when something is wrong, which is added to the problems. */
  Optional<TrainingTerms> terms(Rule rule, Problems problems, Taxonomy taxonomy) {
    lengths(problems);
    if (taxonomy.field(value("field")).isEmpty()) problems.add("field", "site.problem.choice");
    Integer hours = number("hours", MOST_HOURS, problems);
    Integer minutes = number("minutes", 59, problems);
    int length = (hours == null ? 0 : hours) * 60 + (minutes == null ? 0 : minutes);
    if (length < 15) problems.add("hours", "trainings.problem.length");
    Integer months = number("months", MOST_MONTHS, problems);
    if (months != null && months == 0) problems.add("months", "site.problem.range", 1, MOST_MONTHS);
    if (problems.any()) return Optional.empty();
    return Optional.of(new TrainingTerms(new LocalName(line("nameAr"), none(line("nameFr")), none(line("nameEn"))),
        new LocalName(Typed.text(value("aboutAr")), none(Typed.text(value("aboutFr"))), none(Typed.text(value("aboutEn")))), value("field"), length, months, rule));
  }

  private void lengths(Problems problems) {
    for (String name : NAMES) length(name, line(name), LONGEST_NAME, problems);
    for (String about : ABOUTS) length(about, Typed.text(value(about)), LONGEST_ABOUT, problems);
    if (line("nameAr").isEmpty()) problems.add("nameAr", "site.problem.required");
    for (String name : NAMES) if (!line(name).isEmpty() && line(name).length() < 3) problems.add(name, "trainings.problem.tooShort", 3);
    if (Typed.text(value("aboutAr")).isEmpty()) problems.add("aboutAr", "site.problem.required");
    else if (Typed.text(value("aboutAr")).length() < 10) problems.add("aboutAr", "trainings.problem.tooShort", 10);
  }

  private void length(String field, String text, int most, Problems problems) {
    if (Typed.deceives(value(field))) problems.add(field, "site.problem.characters");
    else if (text.length() > most) problems.add(field, "site.problem.tooLong", most);
  }

  private @Nullable Integer number(String field, int most, Problems problems) {
    String digits = Digits.latin(line(field));
    if (digits.isEmpty()) return null;
    int number = digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : -1;
    if (number < 0 || number > most) problems.add(field, "site.problem.range", 0, most);
    return number;
  }

  private String line(String field) {
    return Typed.line(value(field));
  }

  private static @Nullable String none(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
