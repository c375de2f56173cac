package dz.linatatawwa.messages;

import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.InWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Fills the gaps of a circular's text with what is known. */
@Component
class GapFilling {

  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]\\n]{1,40})]");

  private final Dictionary dictionary;
  private final List<Words> languages;

  GapFilling(Dictionary dictionary) {
    this.dictionary = dictionary;
    this.languages = Stream.of(Language.AR, Language.FR, Language.EN).map(dictionary::in).toList();
  }

  /** The text with every gap filled that can be; the others stay as they stand. */
  CircularText fill(CircularText text, Map<Gap, InWords> known) {
    return text.changed((language, part) -> fill(part, dictionary.in(language), known));
  }

  private String fill(String text, Words words, Map<Gap, InWords> known) {
    return BRACKETS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(gap(found.group(1)).map(known::get).map(what -> what.in(words)).orElse(found.group())));
  }

  /** The gaps that nothing fills, as they stand in the text. */
  Set<String> open(CircularText text, Map<Gap, InWords> known) {
    Set<String> open = new TreeSet<>();
    for (String part : List.of(text.titleAr(), text.bodyAr(), text.titleFr(), text.bodyFr(), text.titleEn(), text.bodyEn())) {
      Matcher found = BRACKETS.matcher(part);
      while (found.find()) if (gap(found.group(1)).filter(gap -> !known.containsKey(gap)).isPresent()) open.add(found.group());
    }
    return open;
  }

  private Optional<Gap> gap(String between) {
    return Gap.of(between, languages);
  }
}
