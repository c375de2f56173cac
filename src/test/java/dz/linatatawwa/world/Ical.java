package dz.linatatawwa.world;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;

/** A calendar file as a library reads it that is not ours (ical4j), strictly: what breaks RFC 5545 is no calendar. */
public final class Ical {

  static {
    System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
    System.setProperty("net.fortuna.ical4j.timezone.cache.impl", "net.fortuna.ical4j.util.MapTimeZoneCache");
  }

  private Ical() {}

  /** @throws IllegalArgumentException when it is none, or when the library finds fault with it */
  public static Calendar read(String file) {
    try {
      Calendar calendar = new CalendarBuilder().build(new StringReader(file));
      var result = calendar.validate(true);
      if (result.hasErrors()) throw new IllegalArgumentException(result.getEntries() + " in\n" + file);
      return calendar;
    } catch (ParserException faulty) {
      throw new IllegalArgumentException(file, faulty);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its events, in their order. */
  public static List<VEvent> events(String file) {
    return read(file).getComponents("VEVENT");
  }

  /** The value of a property, with line ends and signs as they were before they were written; empty where there is none. */
  public static String value(Component component, String property) {
    return component.getProperty(property).map(one -> one.getValue()).orElse("");
  }
}
