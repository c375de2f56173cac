package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is written down and told when powers are given, prolonged, about to end, and ended. */
@Component
class PowerNews {

  private static final String PAGE = "/supervision";

  private final Audit audit;
  private final Notices notices;
  private final ExtentNames names;

  PowerNews(Audit audit, Notices notices, ExtentNames names) {
    this.audit = audit;
    this.notices = notices;
    this.names = names;
  }

  void given(AccountId by, Power power, String reason) {
    note(by, "supervisor.granted", power, reason, Map.of("until", power.until().toString()));
    if (!by.equals(power.account())) tell(power.account(), "given", power, "power-given:" + power.id(), date(power.from()), date(power.until()));
  }

  void prolonged(AccountId by, Power power, Instant until, String reason) {
    note(by, "supervisor.prolonged", power, reason, Map.of("until", until.toString()));
    tell(power.account(), "prolonged", power, "power-prolonged:" + power.id() + ":" + until, date(until));
  }

  /** Told to who has it and to who gave it.
   *  @param days that are left, at most */
  void ending(Power power, int days) {
    String once = "power-ending:" + power.id() + ":" + power.until() + ":" + days;
    tell(power.account(), "ending", power, once, date(power.until()));
    if (!power.grantedBy().equals(power.account())) tell(power.grantedBy(), "endingOfDeputy", power, once, names.person(power.account()), date(power.until()));
  }

  /** @param cause revoked, laid-down, above, over, left */
  void ended(@Nullable AccountId by, Power power, String cause, String reason) {
    note(by, "supervisor.ended", power, reason, Map.of("cause", cause));
    if (power.absence() != null || cause.equals("left") || cause.equals("laid-down")) return;
    tell(power.account(), "ended." + cause, power, "power-ended:" + power.id(), reason);
  }

  private void note(@Nullable AccountId by, String deed, Power power, String reason, Map<String, String> more) {
    Map<String, Object> details = new HashMap<>(more);
    details.put("territory", power.extent().code());
    details.put("power", power.id());
    if (power.absence() != null) details.put("absence", power.absence());
    audit.note(by, deed, "account", power.account().toString(), reason.isEmpty() ? null : reason, details);
  }

  private void tell(AccountId to, String what, Power power, String once, Object... more) {
    InWords place = words -> names.name(power.extent(), words);
    Object[] arguments = new Object[more.length + 1];
    arguments[0] = place;
    System.arraycopy(more, 0, arguments, 1, more.length);
    notices.tell(to, "power-" + what, "supervision.notice.power." + what + ".title", "supervision.notice.power." + what + ".body", PAGE, once + ":" + to, arguments);
  }

  private static InWords date(Instant at) {
    return words -> words.date(at);
  }
}
