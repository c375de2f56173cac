package dz.linatatawwa.organizations;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import org.jspecify.annotations.Nullable;

/** How the public reaches an organisation. */
public record Reach(@Nullable String phone, @Nullable String email, @Nullable String website) {

  /** No way is known. */
  public static final Reach NONE = new Reach(null, null, null);

  /** The phone number as people write it: 036 84 12 34; null when there is none. */
  public @Nullable String shownPhone() {
    if (phone == null) return null;
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    try {
      return phones.format(phones.parse(phone, "DZ"), PhoneNumberFormat.NATIONAL);
    } catch (NumberParseException e) {
      return phone;
    }
  }
}
