package dz.linatatawwa.hours;

import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Rule 4: every change to a person's hours reaches that person. The events are stored with the change, so no receipt is lost. */
@Component
class HourReceipts {

  private static final String BOOK = "/hours";

  private final Notices notices;

  HourReceipts(Notices notices) {
    this.notices = notices;
  }

  @ApplicationModuleListener
  void attested(HoursAttested attested) {
    for (HoursAttested.Credit credit : attested.credits()) {
      notices.tell(credit.volunteer(), "hours-confirmed", "hours.notice.confirmed.title", "hours.notice.confirmed.body", BOOK,
          "hours-confirmed:" + credit.claim(), time(credit.minutes()));
    }
  }

  @ApplicationModuleListener
  void refused(HoursRefused refused) {
    InWords why = words -> words.text("hours.refusal." + refused.why().code());
    for (HoursRefused.Refused claim : refused.claims()) {
      notices.tell(claim.volunteer(), "hours-refused", "hours.notice.refused.title", "hours.notice.refused.body", BOOK,
          "hours-refused:" + claim.claim(), time(claim.minutes()), why, refused.reason());
    }
  }

  @ApplicationModuleListener
  void reversed(HoursReversed reversed) {
    notices.tell(reversed.volunteer(), "hours-reversed", "hours.notice.reversed.title", "hours.notice.reversed.body", BOOK,
        "hours-reversed:" + reversed.claim(), time(reversed.minutes()), reversed.reason());
  }

  @ApplicationModuleListener
  void retimed(HoursRetimed retimed) {
    notices.tell(retimed.volunteer(), "hours-retimed", "hours.notice.retimed.title", "hours.notice.retimed.body", BOOK,
        "hours-retimed:" + retimed.claim() + ":" + retimed.before() + ":" + retimed.after(),
        time(retimed.before()), time(retimed.after()), retimed.reason());
  }

  private static InWords time(int minutes) {
    return words -> words.hours(minutes);
  }
}
