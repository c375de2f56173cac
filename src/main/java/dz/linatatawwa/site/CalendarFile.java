package dz.linatatawwa.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A calendar file that is written line by line (RFC 5545). */
public final class CalendarFile {

  private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder file = new StringBuilder();
  private final Instant now;

  /** @param room whose events these are: a word of Latin letters */
  public CalendarFile(String room, Instant now) {
    this.now = now;
    line("BEGIN:VCALENDAR").line("VERSION:2.0").line("PRODID:-//Linatatawwa//" + room + "//AR").line("METHOD:PUBLISH");
  }

  /** One event.
   *  @param uid  names it for ever
   *  @param url  where it stands
   *  @param off  called off */
  public CalendarFile event(String uid, Instant starts, Instant ends, String summary, String description, String place, String url, boolean off) {
    line("BEGIN:VEVENT").line("UID:" + uid + "@linatatawwa").line("DTSTAMP:" + UTC.format(now));
    line("DTSTART:" + UTC.format(starts)).line("DTEND:" + UTC.format(ends));
    line("SUMMARY:" + escaped(summary)).line("DESCRIPTION:" + escaped(description)).line("URL:" + url);
    return line("LOCATION:" + escaped(place)).line("STATUS:" + (off ? "CANCELLED" : "CONFIRMED")).line("END:VEVENT");
  }

  /** The whole file. */
  public String text() {
    return file + "END:VCALENDAR\r\n";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r", "").replace("\n", "\\n");
  }

  /** Folded at 75 bytes, never within a letter. */
  private CalendarFile line(String line) {
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
