package dz.linatatawwa.accounts;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.Link;
import java.util.List;

/** Ways in that a room above offers on the page of sign-in, besides a code and a passkey. */
public interface OtherWayIn {

  /** @param to where to go afterwards; may be empty
   *  @return names and addresses; nothing where there are none */
  List<Link> ways(Language language, String to);
}
