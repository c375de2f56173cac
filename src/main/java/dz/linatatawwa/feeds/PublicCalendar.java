package dz.linatatawwa.feeds;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.DatedShift;
import dz.linatatawwa.opportunities.DatedShifts;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.CalendarFile;
import dz.linatatawwa.site.CalendarFile.Event;
import dz.linatatawwa.site.CalendarFile.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Shifts that anybody may come to, as a calendar: of a wilaya, of an organisation. A week back, half a year ahead, the next five hundred. */
@Component
public class PublicCalendar {

  private static final Duration BACK = Duration.ofDays(7);
  private static final Duration AHEAD = Duration.ofDays(180);
  private static final int MOST = 500;

  private final DatedShifts shifts;
  private final Places places;
  private final Clock clock;

  PublicCalendar(DatedShifts shifts, Places places, Clock clock) {
    this.shifts = shifts;
    this.places = places;
    this.clock = clock;
  }

  /** @param site address of the platform */
  public Made of(Choice choice, Words words, String site) {
    Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    List<DatedShift> found = shifts.between(new DatedShifts.Of(choice.wilayaCode(), choice.fieldCode(), choice.organizationId()), today.minus(BACK), today.plus(AHEAD), MOST);
    CalendarFile file = new CalendarFile("feeds", choice.title(words.text("feeds.calendar.name"), words.language()));
    found.forEach(shift -> file.event(event(shift, words, site)));
    return Made.of(file.text(), found.stream().map(DatedShift::changed).max(Instant::compareTo).orElse(null));
  }

  private Event event(DatedShift shift, Words words, String site) {
    String said = Stream.of(shift.summary(), shift.organization().in(words.language())).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    return new Event("shift-" + shift.id(), shift.startsAt(), shift.endsAt(), shift.title(), said, place(shift, words), site + "/opportunities/" + shift.opportunity(),
        shift.off() ? Status.CANCELLED : Status.CONFIRMED, shift.changed(), null);
  }

  private String place(DatedShift shift, Words words) {
    if (shift.remote()) return words.text("opportunities.remote");
    return Stream.of(shift.address(), shift.commune() == null ? "" : places.name(new CommuneCode(shift.commune()), words.language())).filter(part -> !part.isBlank())
        .collect(Collectors.joining(words.text("participation.comma")));
  }
}
