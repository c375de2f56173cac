package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.site.CalendarFile.Event;
import dz.linatatawwa.site.CalendarFile.Status;
import dz.linatatawwa.world.Ical;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTests {

  private static final Instant STARTS = Instant.parse("2026-12-05T07:30:00Z");
  private static final Instant CHANGED = Instant.parse("2026-11-01T10:00:00Z");

  private static Event event(String summary, Status status, Instant changed, Duration remind) {
    return new Event("shift-7", STARTS, STARTS.plus(Duration.ofHours(3)), summary, "", "", "https://linatatawwa.example/opportunities/7", status, changed, remind);
  }

  private static String file(Event event) {
    return new CalendarFile("tests", "تقويم").event(event).text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"غرس أشجار الزيتون والصنوبر الحلبي في غابة بوشاوي مع تلاميذ المدارس وكل من يريد أن يأتي معنا صباح السبت", "Nettoyage; plage, Sidi Fredj\\Alger", "a\nb\r\nc\rd", "🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳",
      "BEGIN:VEVENT\nUID:evil", "x", "السبت\u0007 والأحد"})
  void whatIsWrittenIsReadAsItWas(String summary) {
    VEvent read = Ical.events(file(event(summary, Status.CONFIRMED, CHANGED, null))).getFirst();
    assertThat(Ical.value(read, "SUMMARY")).isEqualTo(summary.replace("\r\n", "\n").replace('\r', '\n').replace("\u0007", ""));
    assertThat(Ical.value(read, "UID")).isEqualTo("shift-7@linatatawwa");
  }

  @Test
  void noLineIsLongerThan75OctetsAndNoLetterIsCut() {
    String text = file(event("تنظيف".repeat(60) + "🌳".repeat(30) + "x".repeat(200), Status.CONFIRMED, CHANGED, null));
    for (String line : text.split("\r\n")) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
      assertThat(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).as("no half of a letter").isEqualTo(line).doesNotContain("\uFFFD");
    }
    assertThat(text.replace("\r\n", "")).as("no bare line end").doesNotContain("\n").doesNotContain("\r");
  }

  @Test
  void timesAreThoseOfTheCountrysClockWithItsZone() {
    String text = file(event("x", Status.CONFIRMED, CHANGED, null));
    assertThat(text).contains("TZID:Africa/Algiers", "TZOFFSETTO:+0100", "DTSTART;TZID=Africa/Algiers:20261205T083000", "DTEND;TZID=Africa/Algiers:20261205T113000");
    assertThat(Ical.read(text).getComponents("VTIMEZONE")).hasSize(1);
  }

  @Test
  void whatChangedLaterIsAHigherVersionAndWhatDidNotIsTheSameBytes() {
    String before = file(event("x", Status.CONFIRMED, CHANGED, null));
    String after = file(event("x", Status.CANCELLED, CHANGED.plusSeconds(60), null));
    assertThat(sequence(after)).isGreaterThan(sequence(before)).isLessThan(Integer.MAX_VALUE);
    assertThat(Ical.value(Ical.events(after).getFirst(), "STATUS")).isEqualTo("CANCELLED");
    assertThat(file(event("x", Status.CONFIRMED, CHANGED, null))).isEqualTo(before);
    assertThat(sequence(file(event("x", Status.CONFIRMED, Instant.EPOCH, null)))).as("before the platform was").isZero();
  }

  private static long sequence(String file) {
    return Long.parseLong(Ical.value(Ical.events(file).getFirst(), "SEQUENCE"));
  }

  @Test
  void aPhoneRemindsOnlyOfWhatIsCertain() {
    assertThat(alarms(Status.CONFIRMED)).hasSize(1).first().asString().contains("TRIGGER:-PT2H").contains("ACTION:DISPLAY");
    assertThat(alarms(Status.TENTATIVE)).isEmpty();
    assertThat(alarms(Status.CANCELLED)).isEmpty();
  }

  private static List<?> alarms(Status status) {
    return Ical.events(file(event("x", status, CHANGED, Duration.ofHours(2)))).getFirst().getComponentList().getAll();
  }

  @Test
  void aCalendarWithoutEventsIsOneToo() {
    assertThat(Ical.read(new CalendarFile("tests", "فارغ").text()).getComponents("VEVENT")).isEmpty();
  }
}
