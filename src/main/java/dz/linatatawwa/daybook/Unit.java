package dz.linatatawwa.daybook;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** In what goods and achievements are counted.
 *  @param code        as kept, and in the keys of its words where it came with the platform
 *  @param achievement whether it tells what a day achieved and is summed for everybody
 *  @param added       its words in Arabic, French and English, where administrators added it */
public record Unit(String code, boolean achievement, Optional<Map<Language, Naming>> added) {

  /** How a unit is called in one language.
   *  @param label   beside a number: Trees planted
   *  @param counted by plural category (one, two, few, many, other), with {@code #} for the number; {@code other} is always there */
  public record Naming(String label, Map<String, String> counted) {

    public Naming {
      counted = Map.copyOf(counted);
      if (!counted.containsKey("other")) throw new IllegalArgumentException("no other form: " + counted);
    }
  }

  /** What is counted, for a label beside the number: Trees planted. */
  public String name(Words words) {
    return added.map(names -> naming(names, words.language()).label()).orElseGet(() -> words.text("daybook.unit." + code));
  }

  /** A number of them, in words: 12 trees. */
  public String counted(Words words, long number) {
    return added.map(names -> counted(naming(names, words.language()), words, number)).orElseGet(() -> words.text("daybook.counted." + code, number));
  }

  private static String counted(Naming naming, Words words, long number) {
    String category = PluralRules.forLocale(ULocale.forLocale(words.language().locale())).select(number);
    return Objects.requireNonNull(naming.counted().getOrDefault(category, naming.counted().get("other"))).replace("#", words.number(number));
  }

  /** Tamazight reads the Arabic. */
  private static Naming naming(Map<Language, Naming> names, Language language) {
    return Objects.requireNonNull(names.getOrDefault(language, names.get(Language.AR)));
  }
}
