package dz.linatatawwa.accounts;

import dz.linatatawwa.language.Language;
import java.util.List;

/** An account has another e-mail or phone from now on; all that it had before is told. Never stored as an event: it holds the token by which the change is taken back.
 *  @param before what the account had, the replaced one included; empty where it had none
 *  @param undo   path of the page on which the change is taken back */
public record ContactChanged(AccountId account, Language language, List<Contact> before, Contact after, String undo) {

  public ContactChanged {
    before = List.copyOf(before);
  }

  @Override
  public String toString() {
    return "ContactChanged[…]";
  }
}
