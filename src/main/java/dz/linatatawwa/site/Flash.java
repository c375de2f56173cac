package dz.linatatawwa.site;

import dz.linatatawwa.language.Words;
import java.util.List;

/** What a deed says on the page that follows it, once: «سُجّل حضورك».
 *  @param key       of the message
 *  @param arguments texts or whole numbers, as text
 *  @param undo      a path of ours to POST to when the person takes the deed back; empty when that is not possible
 *  @param refused   what was asked for was not done: nothing green, no tick */
public record Flash(String key, List<String> arguments, String undo, boolean refused) {

  public Flash {
    arguments = List.copyOf(arguments);
  }

  /** Says what was done. */
  public Flash(String key, List<String> arguments, String undo) {
    this(key, arguments, undo, false);
  }

  /** The message in the words of the reader. */
  public String text(Words words) {
    return words.text(key, arguments.stream().map(Flash::number).toArray());
  }

  private static Object number(String argument) {
    return argument.matches("-?\\d{1,9}") ? Integer.valueOf(argument) : argument;
  }
}
