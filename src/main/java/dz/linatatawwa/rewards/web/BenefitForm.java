package dz.linatatawwa.rewards.web;

import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.rewards.Benefit;
import dz.linatatawwa.rewards.Symbols;
import dz.linatatawwa.rewards.Terms;
import dz.linatatawwa.rewards.Way;
import dz.linatatawwa.site.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a partner typed of a benefit, as it was typed. */
public record BenefitForm(String way, String symbol, String nameAr, String nameFr, String nameEn, String aboutAr, String aboutFr, String aboutEn, String quota,
    String takeFrom, String takeUntil, String useUntil) {

  /** A field that was not sent is an empty one. */
  public BenefitForm {
    way = sent(way);
    symbol = sent(symbol);
    nameAr = sent(nameAr);
    nameFr = sent(nameFr);
    nameEn = sent(nameEn);
    aboutAr = sent(aboutAr);
    aboutFr = sent(aboutFr);
    aboutEn = sent(aboutEn);
    quota = sent(quota);
    takeFrom = sent(takeFrom);
    takeUntil = sent(takeUntil);
    useUntil = sent(useUntil);
  }

  private static String sent(@Nullable String field) {
    return Objects.requireNonNullElse(field, "");
  }

  private static final int MOST = 100_000;

  /** Of a new benefit: from today on, for a month, used within two. */
  static BenefitForm empty(LocalDate today) {
    return new BenefitForm(Way.FIRST_COME.code(), Symbols.ALL.getFirst(), "", "", "", "", "", "", "", today.toString(), today.plusMonths(1).toString(),
        today.plusMonths(2).toString());
  }

  static BenefitForm of(Benefit benefit) {
    LocalName name = benefit.name();
    LocalName about = benefit.about();
    return new BenefitForm(benefit.way().code(), benefit.symbol(), name.ar(), text(name.fr()), text(name.en()), about.ar(), text(about.fr()), text(about.en()),
        Integer.toString(benefit.quota()), benefit.takeFrom().toString(), benefit.takeUntil().toString(), benefit.useUntil().toString());
  }

  /** @param rule nothing where it could not be read
   *  @return nothing when something is wrong; the problems say what */
  Optional<Terms> read(Optional<Rule> rule, Problems problems) {
    LocalName name = names("name", nameAr, nameFr, nameEn, 3, 120, problems);
    LocalName about = names("about", aboutAr, aboutFr, aboutEn, 1, 1000, problems);
    Optional<Way> chosen = Way.of(way);
    if (chosen.isEmpty()) problems.add("way", "site.problem.choice");
    if (!Symbols.ALL.contains(symbol)) problems.add("symbol", "site.problem.choice");
    int many = quota(problems);
    LocalDate from = day("takeFrom", takeFrom, problems);
    LocalDate until = day("takeUntil", takeUntil, problems);
    LocalDate use = day("useUntil", useUntil, problems);
    if (from != null && until != null && until.isBefore(from)) problems.add("takeUntil", "rewards.problem.order");
    if (until != null && use != null && use.isBefore(until)) problems.add("useUntil", "rewards.problem.useOrder");
    if (problems.any() || rule.isEmpty() || name == null || about == null || from == null || until == null || use == null) return Optional.empty();
    return Optional.of(new Terms(chosen.orElseThrow(), symbol, name, about, many, from, until, use, rule.get()));
  }

  private int quota(Problems problems) {
    String digits = Digits.latin(quota.strip());
    int many = digits.matches("[1-9]\\d{0,5}") ? Integer.parseInt(digits) : 0;
    if (many < 1 || many > MOST) problems.add("quota", "rewards.problem.quota", MOST);
    return many;
  }

  private static @Nullable LocalName names(String field, String ar, String fr, String en, int least, int most, Problems problems) {
    String arabic = line(field + "Ar", ar, least, most, problems);
    String french = line(field + "Fr", fr, 0, most, problems);
    String english = line(field + "En", en, 0, most, problems);
    if (!french.isEmpty() && french.length() < least) problems.add(field + "Fr", "site.problem.required");
    if (!english.isEmpty() && english.length() < least) problems.add(field + "En", "site.problem.required");
    return arabic.isEmpty() ? null : new LocalName(arabic, french.isEmpty() ? null : french, english.isEmpty() ? null : english);
  }

  private static String line(String field, String typed, int least, int most, Problems problems) {
    if (Typed.deceives(typed)) problems.add(field, "site.problem.characters");
    String text = most > 200 ? Typed.text(typed) : Typed.line(typed);
    if (text.length() < least) problems.add(field, "site.problem.required");
    if (text.length() > most) problems.add(field, "site.problem.tooLong", most);
    return text;
  }

  private static @Nullable LocalDate day(String field, String typed, Problems problems) {
    try {
      return LocalDate.parse(Digits.latin(typed.strip()));
    } catch (DateTimeParseException notADay) {
      problems.add(field, "site.problem.date");
      return null;
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
