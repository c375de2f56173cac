package dz.linatatawwa.accounts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How contacts are read. */
final class Contacts {

  static final Pattern EMAIL = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,8}");
  static final Pattern MOBILE = Pattern.compile("\\+213[567][0-9]{8}");
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  private Contacts() {}

  /** Without spaces around, and without the invisible marks that pasted text carries. */
  static String clean(String typed) {
    StringBuilder kept = new StringBuilder(typed.length());
    typed.codePoints().filter(c -> Character.getType(c) != Character.FORMAT && !Character.isISOControl(c)).forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }

  static Optional<Contact> email(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean dotted = lower.startsWith(".") || lower.contains("..") || lower.contains(".@");
    boolean dashed = lower.contains("@-") || lower.contains("-.") && lower.indexOf("-.") > lower.indexOf('@') || lower.endsWith("-");
    return !dotted && !dashed && EMAIL.matcher(lower).matches() ? Optional.of(new Contact.Email(lower)) : Optional.empty();
  }

  static Optional<Contact> mobile(String text) {
    if (text.length() > 30 || text.codePoints().anyMatch(Character::isLetter)) return Optional.empty();
    try {
      PhoneNumber number = PHONES.parse(text, "DZ");
      boolean algerian = number.getCountryCode() == 213 && PHONES.isValidNumber(number) && PHONES.getNumberType(number) == PhoneNumberType.MOBILE;
      String kept = PHONES.format(number, PhoneNumberFormat.E164);
      return algerian && MOBILE.matcher(kept).matches() ? Optional.of(new Contact.Phone(kept)) : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
