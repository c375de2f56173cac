package dz.linatatawwa.site;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;

/** What every template gets: words, who looks, where, and the token of its forms.
 *  @param path   the path asked for, without the query
 *  @param query  the query as sent, without {@code lang}; empty when there is none
 *  @param csrf   goes into every form as {@code _csrf}
 *  @param assets addresses of style and script files, with their fingerprint */
public record Page(Words words, Visitor visitor, String path, String query, String csrf, Assets assets) {

  /** Shorthand of the templates. */
  public String text(String key, Object... arguments) {
    return words.text(key, arguments);
  }

  public Language language() {
    return visitor.language();
  }

  public String asset(String path) {
    return assets.address(path);
  }

  /** This same page in another language. */
  public String in(Language other) {
    return path + "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + other.code();
  }
}
