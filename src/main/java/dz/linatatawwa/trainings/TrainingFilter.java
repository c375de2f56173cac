package dz.linatatawwa.trainings;

import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A search of the catalogue as the address says it; whatever does not exist or makes no sense is left out, so that every address shows a list.
 *  @param from   a session on this day or later
 *  @param to     a session on this day or earlier
 *  @param remote only at a distance
 *  @param left   only where a place is left */
public record TrainingFilter(String words, @Nullable WilayaCode wilaya, String field, @Nullable LocalDate from, @Nullable LocalDate to, boolean remote,
    boolean left) {

  private static final int LONGEST = 120;

  /** Everything. */
  public static TrainingFilter all() {
    return new TrainingFilter("", null, "", null, null, false, false);
  }

  /** @param asked names and values of the address */
  public static TrainingFilter read(Map<String, String> asked, Places places, Taxonomy taxonomy) {
    String words = Typed.line(asked.getOrDefault("q", ""));
    return new TrainingFilter(words.length() > LONGEST ? words.substring(0, LONGEST) : words,
        WilayaCode.of(asked.getOrDefault("wilaya", "")).flatMap(places::wilaya).map(found -> found.code()).orElse(null),
        taxonomy.field(asked.getOrDefault("field", "")).map(found -> found.code()).orElse(""), day(asked.get("from")), day(asked.get("to")),
        yes(asked.get("remote")), yes(asked.get("left")));
  }

  /** Whether anything narrows the list. */
  public boolean narrows() {
    return !words.isEmpty() || !field.isEmpty() || bySession();
  }

  /** Whether only trainings with a coming session of some kind are meant. */
  boolean bySession() {
    return wilaya != null || from != null || to != null || remote || left;
  }

  private static boolean yes(@Nullable String value) {
    return "true".equals(value) || "1".equals(value);
  }

  private static @Nullable LocalDate day(@Nullable String typed) {
    try {
      LocalDate day = typed == null || typed.isEmpty() ? null : LocalDate.parse(Digits.latin(typed.strip()));
      return day == null || day.getYear() < 2000 || day.getYear() > 2199 ? null : day;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
