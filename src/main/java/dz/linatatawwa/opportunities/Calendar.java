package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.CalendarFile;
import java.time.Instant;

/** The coming shifts of an opportunity as a calendar file (RFC 5545). */
public final class Calendar {

  private Calendar() {}

  /** @param address of the opportunity's page */
  public static String of(Showing showing, String address, Words words, Instant now) {
    Opportunity opportunity = showing.opportunity();
    CalendarFile calendar = new CalendarFile("opportunities", now);
    for (Shift shift : showing.coming()) {
      boolean off = shift.state() == Shift.State.CANCELLED || opportunity.state() == State.CANCELLED;
      calendar.event("shift-" + shift.id(), shift.startsAt(), shift.endsAt(), opportunity.title(), opportunity.summary(), where(showing, words), address, off);
    }
    return calendar.text();
  }

  private static String where(Showing showing, Words words) {
    if (showing.commune() == null) return words.text("opportunities.remote");
    String address = showing.opportunity().address();
    return (address.isEmpty() ? "" : address + ", ") + showing.commune().in(words.language());
  }
}
