package dz.linatatawwa.recognition.web;

import dz.linatatawwa.eligibility.Condition;
import dz.linatatawwa.eligibility.Period;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.recognition.Badge;
import dz.linatatawwa.recognition.Picture;
import dz.linatatawwa.recognition.Symbol;
import dz.linatatawwa.recognition.Tone;
import dz.linatatawwa.recognition.Wording;
import dz.linatatawwa.site.Problems;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A badge as it stands in its form, but for its rule.
 *  @param keeps {@code true} or nothing */
public record BadgeForm(@Nullable String key, @Nullable String kind, @Nullable String nameAr, @Nullable String nameFr, @Nullable String nameEn, @Nullable String wordsAr,
    @Nullable String wordsFr, @Nullable String wordsEn, @Nullable String shape, @Nullable String tone, @Nullable String number, @Nullable String symbol,
    @Nullable String keeps) {

  static BadgeForm empty() {
    return new BadgeForm("", "badge", "", "", "", "", "", "", "2", "cedar", "", "spark", "true");
  }

  static BadgeForm of(Badge badge) {
    Picture picture = badge.picture();
    return new BadgeForm(badge.key(), badge.kind().code(), badge.name().ar(), badge.name().fr(), badge.name().en(), badge.words().ar(), badge.words().fr(),
        badge.words().en(), Integer.toString(picture.shape()), picture.tone().code(), picture.numbered() ? picture.mark() : "",
        picture.numbered() ? "" : picture.mark(), badge.keeps() ? "true" : "");
  }

  /** What was typed, never null. */
  public static String or(@Nullable String value) {
    return value == null ? "" : value;
  }

  Badge.Kind kindChosen() {
    return "level".equals(kind) ? Badge.Kind.LEVEL : Badge.Kind.BADGE;
  }

  String keyTyped() {
    return Digits.latin(or(key)).strip().toLowerCase(java.util.Locale.ROOT);
  }

  /** What was written, or what is wrong with it beside its fields. */
  Optional<Wording> read(Optional<Rule> rule, Badge.Kind of, Problems problems) {
    LocalName name = worded("name", nameAr, nameFr, nameEn, 80, problems);
    LocalName words = worded("words", wordsAr, wordsFr, wordsEn, 400, problems);
    Picture picture = picture(problems);
    rule.ifPresent(written -> check(written, of, problems));
    return problems.any() || rule.isEmpty() || name == null || words == null || picture == null ? Optional.empty()
        : Optional.of(new Wording(name, words, picture, rule.get(), "true".equals(keeps)));
  }

  private static void check(Rule rule, Badge.Kind of, Problems problems) {
    if (rule.all().isEmpty()) problems.add("rule-hours", "recognition.problem.noRule");
    if (of == Badge.Kind.BADGE && rule.all().stream().anyMatch(condition -> condition instanceof Condition.Hours hours && hours.period() instanceof Period.LastMonths)) {
      problems.add("rule-hours-period", "recognition.problem.lastMonths");
    } else if (of == Badge.Kind.BADGE && rule.all().stream().anyMatch(condition -> period(condition) instanceof Period.LastMonths)) {
      problems.add("rule-hours", "recognition.problem.lastMonths");
    }
  }

  private static @Nullable Period period(Condition condition) {
    return switch (condition) {
      case Condition.Hours c -> c.period();
      case Condition.Count c -> c.period();
      case Condition.Events c -> c.period();
      case Condition.Led c -> c.period();
      default -> null;
    };
  }

  private static @Nullable LocalName worded(String field, @Nullable String ar, @Nullable String fr, @Nullable String en, int longest, Problems problems) {
    String arabic = one(field + "Ar", ar, longest, true, problems);
    String french = one(field + "Fr", fr, longest, false, problems);
    String english = one(field + "En", en, longest, false, problems);
    return arabic.isEmpty() ? null : new LocalName(arabic, french.isEmpty() ? null : french, english.isEmpty() ? null : english);
  }

  private static String one(String field, @Nullable String typed, int longest, boolean needed, Problems problems) {
    String text = Typed.line(typed);
    if (Typed.deceives(typed)) problems.add(field, "site.problem.characters");
    else if (text.isEmpty() && needed) problems.add(field, "site.problem.required");
    else if (text.length() > longest) problems.add(field, "site.problem.tooLong", longest);
    else if (text.length() == 1) problems.add(field, "recognition.problem.short");
    return text;
  }

  private @Nullable Picture picture(Problems problems) {
    String digits = Digits.latin(or(number)).strip();
    if (!digits.isEmpty() && !digits.matches("[0-9]{1,4}")) problems.add("number", "eligibility.problem.number", 0, 9999);
    String mark = digits.isEmpty() ? or(symbol) : digits;
    boolean known = mark.matches("[0-9]{1,4}") || Symbol.of(mark).isPresent();
    if (!known && problems.of("number") == null) problems.add("symbol", "recognition.problem.mark");
    Optional<Tone> colour = Tone.of(or(tone));
    if (colour.isEmpty()) problems.add("tone", "site.problem.required");
    boolean shaped = or(shape).matches("[0-6]");
    if (!shaped) problems.add("shape", "site.problem.required");
    return known && shaped && colour.isPresent() ? new Picture(Integer.parseInt(or(shape)), colour.get(), mark) : null;
  }
}
