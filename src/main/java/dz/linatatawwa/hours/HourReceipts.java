package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Rule 4: every change to a person's hours reaches that person, by a notice that leads to the receipt of that very entry. The events are
 *  stored with the change, so no receipt is lost. */
@Component
class HourReceipts {

  private final Notices notices;
  private final ReceiptTable table;
  private final Accounts accounts;

  HourReceipts(Notices notices, ReceiptTable table, Accounts accounts) {
    this.notices = notices;
    this.table = table;
    this.accounts = accounts;
  }

  @ApplicationModuleListener
  void attested(HoursAttested attested) {
    for (HoursAttested.Credit credit : attested.credits()) {
      ReceiptTable.Told told = table.told(credit.claim(), false);
      String kind = told.kind();
      notices.tell(credit.volunteer(), "hours-" + kind, "hours.notice." + kind + ".title", "hours.notice." + kind + ".body", told.address(),
          "hours-confirmed:" + credit.claim(), time(credit.minutes()), told.what(), day(told), name(told.by()));
    }
  }

  @ApplicationModuleListener
  void refused(HoursRefused refused) {
    InWords why = words -> words.text("hours.refusal." + refused.why().code());
    for (HoursRefused.Refused claim : refused.claims()) {
      ReceiptTable.Told told = table.told(claim.claim(), false);
      notices.tell(claim.volunteer(), "hours-refused", "hours.notice.refused.title", "hours.notice.refused.body", told.address(),
          "hours-refused:" + claim.claim(), time(claim.minutes()), why, refused.reason(), told.what(), day(told), name(told.by()));
    }
  }

  @ApplicationModuleListener
  void reversed(HoursReversed reversed) {
    ReceiptTable.Told told = table.told(reversed.claim(), true);
    notices.tell(reversed.volunteer(), "hours-reversed", "hours.notice.reversed.title", "hours.notice.reversed.body", told.address(),
        "hours-reversed:" + reversed.claim(), time(reversed.minutes()), reversed.reason(), told.what(), day(told), name(told.by()));
  }

  @ApplicationModuleListener
  void retimed(HoursRetimed retimed) {
    ReceiptTable.Told told = table.told(retimed.claim(), false);
    notices.tell(retimed.volunteer(), "hours-retimed", "hours.notice.retimed.title", "hours.notice.retimed.body", told.address(),
        "hours-retimed:" + retimed.claim() + ":" + retimed.before() + ":" + retimed.after(),
        time(retimed.before()), time(retimed.after()), retimed.reason(), told.what(), day(told));
  }

  private String name(@Nullable AccountId person) {
    return person == null ? "—" : accounts.names(List.of(person)).getOrDefault(person, "—");
  }

  private static InWords day(ReceiptTable.Told told) {
    return words -> words.date(told.day());
  }

  private static InWords time(int minutes) {
    return words -> words.hours(minutes);
  }
}
