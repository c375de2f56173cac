package dz.linatatawwa.screening.web;

import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.screening.Conditions;
import dz.linatatawwa.screening.Draft;
import dz.linatatawwa.screening.ScreeningRule;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule as it was typed.
 *  @param typed by field: title, place, endsOn, minors, from, to, words, first, newer, seats, field, remote */
public record RuleForm(Map<String, String> typed) {

  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_WORD = 60;
  private static final int YEARS = 3;

  public RuleForm {
    typed = Map.copyOf(typed);
  }

  /** What was typed into a field; empty where nothing was. */
  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  /** Whether a box is ticked. */
  public boolean ticked(String field) {
    return value(field).equals("true");
  }

  static RuleForm empty(LocalDate endsOn) {
    return new RuleForm(Map.of("endsOn", endsOn.toString()));
  }

  static RuleForm of(ScreeningRule rule) {
    Conditions it = rule.conditions();
    Map<String, String> typed = new HashMap<>(Map.of("title", rule.title(), "place", rule.wilaya() == null ? "nation" : rule.wilaya().value(), "endsOn",
        rule.endsOn().toString(), "minors", Boolean.toString(it.minors()), "words", String.join("\n", it.words()), "first", Boolean.toString(it.first()), "field",
        it.field(), "remote", Boolean.toString(it.remote())));
    if (it.newer() > 0) typed.put("newer", Integer.toString(it.newer()));
    if (it.seats() > 0) typed.put("seats", Integer.toString(it.seats()));
    if (it.from() instanceof LocalTime from && it.to() instanceof LocalTime to) typed.putAll(Map.of("from", from.toString(), "to", to.toString()));
    return new RuleForm(typed);
  }

  /** The rule, or nothing when something is wrong, which is added to the problems. */
  Optional<Draft> read(Problems problems, Places places, Taxonomy taxonomy, LocalDate today) {
    String title = Typed.line(value("title"));
    if (Typed.deceives(value("title")) || Typed.deceives(value("words"))) problems.add("title", "site.problem.characters");
    if (title.length() < 3) problems.add("title", "site.problem.required");
    if (title.length() > LONGEST_TITLE) problems.add("title", "site.problem.tooLong", LONGEST_TITLE);
    WilayaCode wilaya = WilayaCode.of(value("place")).filter(code -> places.wilaya(code).isPresent()).orElse(null);
    if (wilaya == null && !value("place").equals("nation")) problems.add("place", "site.problem.choice");
    LocalDate ends = day(value("endsOn"));
    if (ends == null || ends.isBefore(today) || ends.isAfter(today.plusYears(YEARS))) problems.add("endsOn", "screening.problem.ends");
    Conditions conditions = conditions(problems, taxonomy);
    if (!problems.any() && conditions.none()) problems.add("minors", "screening.problem.none");
    return problems.any() || ends == null ? Optional.empty() : Optional.of(new Draft(title, wilaya, ends, conditions));
  }

  private Conditions conditions(Problems problems, Taxonomy taxonomy) {
    LocalTime from = time("from", problems);
    LocalTime to = time("to", problems);
    if ((from == null) != (to == null) || from != null && from.equals(to)) problems.add("from", "screening.problem.hours");
    List<String> words = words(problems);
    String field = value("field");
    if (!field.isEmpty() && taxonomy.field(field).isEmpty()) problems.add("field", "site.problem.choice");
    boolean whole = from != null && to != null && !from.equals(to);
    return new Conditions(ticked("minors"), whole ? from : null, whole ? to : null, words, ticked("first"), number("newer", 1, 3650, problems),
        number("seats", 1, 100_000, problems), field, ticked("remote"));
  }

  private List<String> words(Problems problems) {
    List<String> words = Arrays.stream(Typed.text(value("words")).split("[\n,،]")).map(Typed::line).filter(word -> !word.isEmpty()).distinct().toList();
    if (words.size() > Conditions.MOST_WORDS) problems.add("words", "screening.problem.words", Conditions.MOST_WORDS);
    if (words.stream().anyMatch(word -> Folding.fold(word).length() < 3 || word.length() > LONGEST_WORD)) problems.add("words", "screening.problem.word", LONGEST_WORD);
    return words;
  }

  private @Nullable LocalTime time(String field, Problems problems) {
    String typed = Digits.latin(Typed.line(value(field)));
    if (typed.isEmpty()) return null;
    try {
      return LocalTime.parse(typed);
    } catch (DateTimeParseException e) {
      problems.add("from", "screening.problem.hours");
      return null;
    }
  }

  private int number(String field, int least, int most, Problems problems) {
    String typed = Digits.latin(Typed.line(value(field)));
    if (typed.isEmpty()) return 0;
    int number = typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : -1;
    if (number < least || number > most) problems.add(field, "screening.problem.number", least, most);
    return Math.max(0, number);
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return LocalDate.parse(Digits.latin(Typed.line(typed)));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
