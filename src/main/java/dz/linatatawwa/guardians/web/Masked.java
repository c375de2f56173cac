package dz.linatatawwa.guardians.web;

import dz.linatatawwa.accounts.Contact;

/** A contact as a link shows it before the code: its owner knows it again, nobody else learns it. */
final class Masked {

  private static final int SHOWN = 2;

  private Masked() {}

  static String of(Contact contact) {
    String text = contact.shown();
    return switch (contact) {
      case Contact.Phone phone -> "•••• " + text.substring(text.length() - SHOWN);
      case Contact.Email email -> text.charAt(0) + "•••" + text.substring(text.indexOf('@'));
    };
  }
}
