package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The coming shifts of an opportunity as a calendar file (RFC 5545). */
public final class Calendar {

  private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder file = new StringBuilder();

  private Calendar() {}

  /** @param address of the opportunity's page */
  public static String of(Showing showing, String address, Words words, Instant now) {
    Calendar calendar = new Calendar();
    calendar.line("BEGIN:VCALENDAR").line("VERSION:2.0").line("PRODID:-//Linatatawwa//opportunities//AR").line("METHOD:PUBLISH");
    for (Shift shift : showing.coming()) calendar.event(showing, shift, address, words, now);
    return calendar.line("END:VCALENDAR").file.toString();
  }

  private void event(Showing showing, Shift shift, String address, Words words, Instant now) {
    Opportunity opportunity = showing.opportunity();
    boolean off = shift.state() == Shift.State.CANCELLED || opportunity.state() == dz.linatatawwa.opportunities.State.CANCELLED;
    line("BEGIN:VEVENT").line("UID:shift-" + shift.id() + "@linatatawwa").line("DTSTAMP:" + UTC.format(now));
    line("DTSTART:" + UTC.format(shift.startsAt())).line("DTEND:" + UTC.format(shift.endsAt()));
    line("SUMMARY:" + escaped(opportunity.title())).line("DESCRIPTION:" + escaped(opportunity.summary())).line("URL:" + address);
    line("LOCATION:" + escaped(where(showing, words))).line("STATUS:" + (off ? "CANCELLED" : "CONFIRMED")).line("END:VEVENT");
  }

  private static String where(Showing showing, Words words) {
    if (showing.commune() == null) return words.text("opportunities.remote");
    String address = showing.opportunity().address();
    return (address.isEmpty() ? "" : address + ", ") + showing.commune().in(words.language());
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r", "").replace("\n", "\\n");
  }

  /** Folded at 75 bytes, never within a letter. */
  private Calendar line(String line) {
    int bytes = 0;
    for (int i = 0; i < line.length(); ) {
      int letter = line.codePointAt(i);
      int size = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + size > 74) {
        file.append("\r\n ");
        bytes = 1;
      }
      file.appendCodePoint(letter);
      bytes += size;
      i += Character.charCount(letter);
    }
    file.append("\r\n");
    return this;
  }
}
