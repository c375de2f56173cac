package dz.linatatawwa.language;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Every word that people read, by language: the bundles under {@code messages/}. */
@Component
public class Dictionary {

  private final Map<Language, Words> words = new EnumMap<>(Language.class);

  public Dictionary() {
    for (Language language : Language.values()) {
      words.put(language, new Words(language, Bundles.read(language)));
    }
  }

  /** The words of one language; missing keys of Tamazight are Arabic. */
  public Words in(Language language) {
    Words found = words.get(language);
    if (found == null) throw new IllegalStateException("no words in " + language);
    return found;
  }
}
