package dz.linatatawwa.accounts;

import java.util.Optional;

/** Where a person can be reached and shows who they are: an e-mail address or an Algerian mobile number. */
public sealed interface Contact {

  /** As kept: the e-mail in lower case, the phone as +213… */
  String text();

  /** As people write it: the phone as 0551 23 45 67. */
  String shown();

  /** What a person typed: {@code 0551…}, {@code +213…}, {@code 00213…}, any digits, any spaces; or an e-mail address.
   *  @return nothing when it is neither an address nor an Algerian mobile */
  static Optional<Contact> parse(String typed) {
    String text = Contacts.clean(typed);
    if (text.isEmpty() || text.length() > 254) return Optional.empty();
    return text.indexOf('@') >= 0 ? Contacts.email(text) : Contacts.mobile(text);
  }

  /** What {@link #text} gave, read again. */
  static Contact of(String kept) {
    return kept.startsWith("+") ? new Phone(kept) : new Email(kept);
  }

  /** An e-mail address in lower case. */
  record Email(String text) implements Contact {
    public Email {
      if (!Contacts.EMAIL.matcher(text).matches()) throw new IllegalArgumentException("not an e-mail address");
    }

    @Override
    public String shown() {
      return text;
    }
  }

  /** An Algerian mobile number in E.164: +213 and nine digits. */
  record Phone(String text) implements Contact {
    public Phone {
      if (!Contacts.MOBILE.matcher(text).matches()) throw new IllegalArgumentException("not an Algerian mobile number");
    }

    @Override
    public String shown() {
      String local = "0" + text.substring(4);
      return local.substring(0, 4) + " " + local.substring(4, 6) + " " + local.substring(6, 8) + " " + local.substring(8);
    }
  }
}
