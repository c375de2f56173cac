package dz.linatatawwa.messages;

import dz.linatatawwa.language.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A gap in the text of a template, that is filled with what is known of the shift: written {@code [المكان]}, {@code [lieu]} or {@code [place]}. */
public enum Gap {
  /** The opportunity's or the campaign's title. */
  WORK,
  PLACE,
  /** Day and times of one shift. */
  DAY,
  TIME,
  ORGANIZATION;

  /** As it is written in a text of this language, with its brackets. */
  public String written(Words words) {
    return "[" + words.text("messages.gap." + name().toLowerCase(Locale.ROOT)) + "]";
  }

  /** The gap that stands between brackets, in whatever language; nothing for brackets that are none.
   *  @param between without the brackets */
  static Optional<Gap> of(String between, Iterable<Words> languages) {
    for (Words words : languages) {
      Optional<Gap> found = Arrays.stream(values()).filter(gap -> gap.written(words).equalsIgnoreCase("[" + between.strip() + "]")).findFirst();
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }
}
