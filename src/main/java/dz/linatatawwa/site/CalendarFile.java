package dz.linatatawwa.site;

import dz.linatatawwa.language.Words;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A calendar file that is written line by line (RFC 5545, with the name and the pace of RFC 7986). The same events make the same bytes, so that a program that
 *  asks again is told by a tag that nothing changed. */
public final class CalendarFile {

  /** How sure an event is; one that is called off stays in the file for a while, so that it goes from the calendars that read it. */
  public enum Status { CONFIRMED, TENTATIVE, CANCELLED }

  /** One event.
   *  @param uid     names it for ever, within the platform
   *  @param url     where it stands
   *  @param changed when anything in it last changed: programs keep what was changed last
   *  @param remind  how long before its beginning a phone says so; null: it does not */
  public record Event(String uid, Instant starts, Instant ends, String summary, String description, String place, String url, Status status, Instant changed,
      @Nullable Duration remind) {}

  /** Octets of a line without its end (RFC 5545, 3.1). */
  private static final int LINE = 75;
  private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter HERE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(Words.ZONE);
  /** Versions of an event are counted in seconds from here on, so that they only grow and no table must count them. */
  private static final Instant FIRST_VERSION = Instant.parse("2026-01-01T00:00:00Z");
  /** The country keeps the time of Central Europe's winter all year, since 1 May 1981. */
  private static final String ZONE = "BEGIN:VTIMEZONE\r\nTZID:" + Words.ZONE + "\r\nBEGIN:STANDARD\r\nDTSTART:19810501T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n"
      + "END:STANDARD\r\nEND:VTIMEZONE\r\n";

  private final StringBuilder file = new StringBuilder();

  /** @param room whose events these are: a word of Latin letters
   *  @param name what the calendar is called in the program that reads it */
  public CalendarFile(String room, String name) {
    line("BEGIN:VCALENDAR").line("VERSION:2.0").line("PRODID:-//Linatatawwa//" + room + "//AR").line("CALSCALE:GREGORIAN");
    line("NAME:" + escaped(name)).line("X-WR-CALNAME:" + escaped(name)).line("X-WR-TIMEZONE:" + Words.ZONE);
    line("REFRESH-INTERVAL;VALUE=DURATION:PT1H").line("X-PUBLISHED-TTL:PT1H");
    file.append(ZONE);
  }

  /** Adds an event. */
  public CalendarFile event(Event event) {
    line("BEGIN:VEVENT").line("UID:" + event.uid + "@linatatawwa").line("DTSTAMP:" + UTC.format(event.changed)).line("LAST-MODIFIED:" + UTC.format(event.changed));
    line("SEQUENCE:" + Math.max(0, Duration.between(FIRST_VERSION, event.changed).toSeconds()));
    line("DTSTART;TZID=" + Words.ZONE + ":" + HERE.format(event.starts)).line("DTEND;TZID=" + Words.ZONE + ":" + HERE.format(event.ends));
    line("SUMMARY:" + escaped(event.summary));
    if (!event.description.isBlank()) line("DESCRIPTION:" + escaped(event.description));
    if (!event.place.isBlank()) line("LOCATION:" + escaped(event.place));
    line("URL:" + event.url).line("STATUS:" + event.status);
    if (event.remind != null && event.status == Status.CONFIRMED) alarm(event.summary, event.remind);
    return line("END:VEVENT");
  }

  private void alarm(String summary, Duration before) {
    line("BEGIN:VALARM").line("ACTION:DISPLAY").line("DESCRIPTION:" + escaped(summary)).line("TRIGGER:-" + before).line("END:VALARM");
  }

  /** The whole file. */
  public String text() {
    return file + "END:VCALENDAR\r\n";
  }

  /** A name for the file that somebody saves. @param name Latin letters, digits and dashes */
  public static String attachment(String name) {
    return "attachment; filename=\"" + name.toLowerCase(Locale.ROOT) + ".ics\"";
  }

  /** Line ends are written as such; marks that keep a page's directions apart and other signs that steer a screen are left out. */
  private static String escaped(String text) {
    String clean = text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\u2066-\\u2069\\u202A-\\u202E\\p{Cntrl}&&[^\\t\\n]]", "");
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
  }

  /** Folded at 75 octets, never within a letter; the space that begins a folded line counts. */
  private CalendarFile line(String line) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int letter = line.codePointAt(i);
      int size = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LINE) {
        file.append("\r\n ");
        octets = 1;
      }
      file.appendCodePoint(letter);
      octets += size;
      i += Character.charCount(letter);
    }
    file.append("\r\n");
    return this;
  }
}
