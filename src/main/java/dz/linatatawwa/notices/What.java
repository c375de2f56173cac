package dz.linatatawwa.notices;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is told, before it is in anybody's language.
 *  @param kind  what it is about, e.g. {@code application-accepted}
 *  @param link  a path of ours where one can act, or null
 *  @param once  the same key is never told twice, or null
 *  @param how   how much it presses */
record What(String kind, Function<Words, String> title, Function<Words, String> body, @Nullable String link, @Nullable String once, How how) {

  /** How much it presses. */
  enum How {
    /** As the person wishes. */
    PLAINLY,
    /** Every way, at once. */
    URGENTLY,
    /** In the inbox, and nowhere else. */
    INSIDE,
    /** As the person wishes, behind everything else: it is told to very many. */
    IN_BULK
  }

  /** A text of the rooms' words. @param arguments of both texts; an {@link InWords} or a {@link LocalName} is put in the person's language */
  static What of(How how, String kind, String titleKey, String bodyKey, @Nullable String link, @Nullable String once, Object... arguments) {
    return new What(kind, words -> words.text(titleKey, worded(words, arguments)), words -> words.text(bodyKey, worded(words, arguments)), link, once, how);
  }

  static Object[] worded(Words words, Object... arguments) {
    return Arrays.stream(arguments).<Object>map(argument -> switch (argument) {
      case InWords inWords -> inWords.in(words);
      case LocalName name -> name.in(words.language());
      default -> argument;
    }).toArray();
  }
}
