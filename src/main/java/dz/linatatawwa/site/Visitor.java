package dz.linatatawwa.site;

import dz.linatatawwa.language.Language;
import org.jspecify.annotations.Nullable;

/** Who looks at a page, as far as the frame must know it.
 *  @param account the id of the account, or null for somebody who has not signed in
 *  @param name    what to call the person; empty when nobody is signed in */
public record Visitor(Language language, @Nullable Long account, String name, boolean administrator) {

  /** Somebody without an account. */
  public static Visitor unknown(Language language) {
    return new Visitor(language, null, "", false);
  }

  public boolean signedIn() {
    return account != null;
  }
}
