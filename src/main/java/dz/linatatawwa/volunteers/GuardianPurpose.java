package dz.linatatawwa.volunteers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a guardian may agree to, each by itself; words in {@code volunteers.purpose.<code>}. */
public enum GuardianPurpose {
  /** Taking part in volunteering: without it there is no seat. */
  TAKE_PART,
  /** Being recognised in a picture that is published. */
  PICTURES,
  /** A school or another institution sees the minor's hours in its programme. */
  SCHOOL_DATA;

  /** The version of the words that guardians are shown today; it is kept with each consent. A change of the words' meaning raises it. */
  public static final int VERSION = 2;

  /** As kept in the database, in forms and in message keys: {@code take-part}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The message key of its name. */
  public String key() {
    return "volunteers.purpose." + code();
  }

  /** @param code anything that no purpose has gives nothing */
  public static Optional<GuardianPurpose> of(String code) {
    return Arrays.stream(values()).filter(purpose -> purpose.code().equals(code)).findFirst();
  }
}
