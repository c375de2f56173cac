package dz.linatatawwa.notices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How somebody wants to hear about one topic, beside their inbox, which holds everything.
 *  @param email how often by e-mail
 *  @param sms   when by text message
 *  @param push  whether browsers that take notes show one */
public record Preference(Pace email, Use sms, boolean push) {

  /** How often letters come. Words: {@code notices.pace.CODE}. */
  public enum Pace {
    NOW, DAILY, WEEKLY, NEVER;

    /** As it is stored. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What was typed or stored; nothing when it is none. */
    public static Optional<Pace> read(String code) {
      return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }

  /** When text messages come, which cost the platform money. Words: {@code notices.use.CODE}. */
  public enum Use {
    /** Only where neither an e-mail nor a note can reach the person. */
    NEEDED, ALWAYS, NEVER;

    /** As it is stored. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What was typed or stored; nothing when it is none. */
    public static Optional<Use> read(String code) {
      return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }

  /** Whether letters come together. */
  public boolean digest() {
    return email == Pace.DAILY || email == Pace.WEEKLY;
  }

  /** What holds until somebody chooses: everything at once; announcements never by text message. */
  public static Preference usual(Topic topic) {
    return new Preference(Pace.NOW, topic == Topic.NEWS ? Use.NEVER : Use.NEEDED, true);
  }
}
