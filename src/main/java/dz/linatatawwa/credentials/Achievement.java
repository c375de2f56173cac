package dz.linatatawwa.credentials;

import dz.linatatawwa.language.Language;
import java.util.Map;

/** What somebody has achieved, in words: the same for everybody who achieves it. The words of a version stand as they were first issued;
 *  other words need another version.
 *  @param key         small letters, digits, dots and dashes, at most 80: part of an address
 *  @param version     from 1
 *  @param name        Arabic at least; other languages fall back to French, then Arabic
 *  @param description one or two sentences; Arabic at least
 *  @param criteria    how it is earned, in words; Arabic at least */
public record Achievement(String key, int version, Map<Language, String> name, Map<Language, String> description, Map<Language, String> criteria,
    AchievementType type) {

  public Achievement {
    if (!key.matches("[a-z0-9][a-z0-9.-]{0,79}")) throw new IllegalArgumentException("not a key of an achievement: " + key);
    if (version < 1) throw new IllegalArgumentException("not a version: " + version);
    name = Map.copyOf(name);
    description = Map.copyOf(description);
    criteria = Map.copyOf(criteria);
    if (in(name, Language.AR).isBlank() || in(description, Language.AR).isBlank() || in(criteria, Language.AR).isBlank()) {
      throw new IllegalArgumentException("an achievement without Arabic words: " + key);
    }
  }

  public String nameIn(Language language) {
    return in(name, language);
  }

  public String descriptionIn(Language language) {
    return in(description, language);
  }

  public String criteriaIn(Language language) {
    return in(criteria, language);
  }

  private static String in(Map<Language, String> words, Language language) {
    String arabic = words.getOrDefault(Language.AR, "");
    return switch (language) {
      case AR, KAB -> arabic;
      case FR -> words.getOrDefault(Language.FR, arabic);
      case EN -> words.getOrDefault(Language.EN, words.getOrDefault(Language.FR, arabic));
    };
  }
}
