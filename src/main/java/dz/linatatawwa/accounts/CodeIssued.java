package dz.linatatawwa.accounts;

import dz.linatatawwa.language.Language;

/** A one-time code waits to be carried to its contact, inside the transaction that made it. Never stored as an event: it holds the code.
 *  @param domain the site's own host, which phones compare before they fill in the code */
public record CodeIssued(Contact contact, Language language, String code, String domain) {

  @Override
  public String toString() {
    return "CodeIssued[…]";
  }
}
