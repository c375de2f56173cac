package dz.linatatawwa.notices;

import dz.linatatawwa.language.Words;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one place that decides what reaches whom, when and how. The inbox has everything; this is about what goes out of the house. */
final class Routing {

  /** When the digest of a day is made, and on Sundays that of a week: the week's work begins. */
  private static final LocalTime DAILY = LocalTime.of(18, 0);
  private static final LocalTime WEEKLY = LocalTime.of(8, 0);

  /** One way to a person.
   *  @param address an e-mail address, a number in E.164, or the number of a browser
   *  @param from    not before */
  record Way(String channel, String address, Instant from) {}

  /** @param digest when the digest is made that this waits for; null: it waits for none */
  record Plan(List<Way> ways, @Nullable Instant digest) {
    static final Plan NOTHING = new Plan(List.of(), null);

    Plan {
      ways = List.copyOf(ways);
    }
  }

  private Routing() {}

  static Plan plan(Reader reader, Topic topic, boolean urgent, Instant now) {
    if (urgent) return urgent(reader, now);
    if (topic == Topic.ACCOUNT) return account(reader, now);
    List<Way> ways = new ArrayList<>();
    Preference wants = reader.wants();
    Instant morning = reader.quiet().after(now);
    if (reader.email() != null && wants.email() == Preference.Pace.NOW) ways.add(new Way("email", reader.email(), now));
    if (wants.push()) browsers(reader, ways, morning);
    boolean reached = reader.email() != null || !ways.isEmpty();
    boolean sms = wants.sms() == Preference.Use.ALWAYS || wants.sms() == Preference.Use.NEEDED && !reached;
    if (reader.phone() != null && sms) ways.add(new Way("sms", reader.phone(), morning));
    return new Plan(ways, reader.email() == null ? null : digest(wants.email(), now));
  }

  /** What cannot wait goes every way that there is; a text message only where no browser shows a note. Neither wishes nor quiet hours hold it. */
  private static Plan urgent(Reader reader, Instant now) {
    List<Way> ways = new ArrayList<>();
    if (reader.email() != null) ways.add(new Way("email", reader.email(), now));
    browsers(reader, ways, now);
    if (reader.phone() != null && reader.browsers().isEmpty()) ways.add(new Way("sms", reader.phone(), now));
    return new Plan(ways, null);
  }

  /** What concerns the account goes where the person signs in. */
  private static Plan account(Reader reader, Instant now) {
    if (reader.email() != null) return new Plan(List.of(new Way("email", reader.email(), now)), null);
    if (reader.phone() != null) return new Plan(List.of(new Way("sms", reader.phone(), reader.quiet().after(now))), null);
    return Plan.NOTHING;
  }

  private static void browsers(Reader reader, List<Way> ways, Instant from) {
    reader.browsers().forEach(browser -> ways.add(new Way("push", browser.toString(), from)));
  }

  private static @Nullable Instant digest(Preference.Pace pace, Instant now) {
    ZonedDateTime here = now.atZone(Words.ZONE);
    return switch (pace) {
      case NOW, NEVER -> null;
      case DAILY -> next(here, here.with(DAILY), 1);
      case WEEKLY -> next(here, here.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).with(WEEKLY), 7);
    };
  }

  private static Instant next(ZonedDateTime now, ZonedDateTime first, int days) {
    return (first.isAfter(now) ? first : first.plusDays(days)).toInstant();
  }
}
