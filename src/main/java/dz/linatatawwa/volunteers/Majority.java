package dz.linatatawwa.volunteers;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Settings;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Who is under the age of majority today, in Algeria. */
@Component
class Majority {

  private final Settings settings;
  private final Clock clock;

  Majority(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The age from which nobody else's consent is needed. */
  int age() {
    return settings.get(VolunteerSettings.MAJORITY);
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }

  boolean isMinor(Volunteer volunteer) {
    return volunteer.ageOn(today()) < age();
  }

  /** Whoever was born later is a minor today. */
  int lastYearOfAge() {
    int year = today().getYear() - age();
    return Ages.surely(year, today()) < age() ? year - 1 : year;
  }
}
