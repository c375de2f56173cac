package dz.linatatawwa.hooks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an address may be told of. Its words: {@code hooks.kind.CODE} and {@code hooks.kind.CODE.text}. */
public enum HookKind {
  OPPORTUNITY_PUBLISHED("opportunity.published", false),
  OPPORTUNITY_CHANGED("opportunity.changed", false),
  OPPORTUNITY_CLOSED("opportunity.closed", false),
  OPPORTUNITY_CANCELLED("opportunity.cancelled", false),
  APPLICATION_CAME("application.came", false),
  APPLICATION_CHANGED("application.changed", false),
  ATTENDANCE_CLOSED("attendance.closed", false),
  ATTENDANCE_CHANGED("attendance.changed", false),
  HOURS_CONFIRMED("hours.confirmed", false),
  HOURS_REVERSED("hours.reversed", false),
  AGREEMENT_SIGNED("agreement.signed", true),
  AGREEMENT_ENDED("agreement.ended", true);

  /** A message that somebody asked for, to try the address; every address gets it. */
  public static final String PING = "ping";

  private final String code;
  private final boolean partners;

  HookKind(String code, boolean partners) {
    this.code = code;
    this.partners = partners;
  }

  /** As the message itself writes it: {@code opportunity.published}. */
  public String code() {
    return code;
  }

  /** The message key of its name. */
  public String key() {
    return "hooks.kind." + code;
  }

  /** What may happen to this one's things. */
  public static List<HookKind> of(HookOwner owner) {
    return Arrays.stream(values()).filter(kind -> kind.partners || owner instanceof HookOwner.OfOrganization).toList();
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<HookKind> read(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
