package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.CalendarFile;
import java.time.Instant;
import java.util.Map;

/** The coming shifts of an opportunity as a calendar file (RFC 5545). */
public final class Calendar {

  private Calendar() {}

  /** @param changed when each shift last changed
   *  @param address of the opportunity's page */
  public static String of(Showing showing, Map<ShiftId, Instant> changed, String address, Words words) {
    Opportunity opportunity = showing.opportunity();
    CalendarFile calendar = new CalendarFile("opportunities", opportunity.title());
    for (Shift shift : showing.coming()) {
      boolean off = shift.state() == Shift.State.CANCELLED || opportunity.state() == State.CANCELLED;
      calendar.event(new CalendarFile.Event("shift-" + shift.id(), shift.startsAt(), shift.endsAt(), opportunity.title(), opportunity.summary(), where(showing, words), address,
          off ? CalendarFile.Status.CANCELLED : CalendarFile.Status.CONFIRMED, changed.getOrDefault(shift.id(), opportunity.madeAt()), null));
    }
    return calendar.text();
  }

  private static String where(Showing showing, Words words) {
    if (showing.commune() == null) return words.text("opportunities.remote");
    String address = showing.opportunity().address();
    return (address.isEmpty() ? "" : address + ", ") + showing.commune().in(words.language());
  }
}
