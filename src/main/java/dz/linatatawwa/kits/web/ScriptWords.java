package dz.linatatawwa.kits.web;

import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The words that the scripts of this room say, as JSON that may stand in a page: those under {@code kits.script.}, places for what they name left
 *  as {@code {0}}. */
@Component
class ScriptWords {

  private static final String PREFIX = "kits.script.";

  private final Map<Language, String> texts = new EnumMap<>(Language.class);

  ScriptWords(Dictionary dictionary, JsonMapper json) {
    for (Language language : Language.values()) texts.put(language, json.writeValueAsString(spoken(dictionary.in(language))).replace("<", "\\u003c"));
  }

  String in(Language language) {
    return texts.getOrDefault(language, "{}");
  }

  private static Map<String, String> spoken(Words words) {
    Map<String, String> spoken = new TreeMap<>();
    words.keys(PREFIX).forEach(key -> spoken.put(key.substring(PREFIX.length()), words.text(key, "{0}", "{1}", "{2}")));
    return spoken;
  }
}
