package dz.linatatawwa.feeds;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.participation.OwnShift;
import dz.linatatawwa.participation.OwnShifts;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.CalendarFile;
import dz.linatatawwa.trainings.OwnSession;
import dz.linatatawwa.trainings.OwnSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What one person has taken on, shifts and trainings, as their calendar: a month back, a year ahead, the next five hundred of each. What was given back or called off
 *  stays in it for a month, as called off, so that it goes from the calendars that read it. Nothing of anybody else is in it. */
@Component
public class OwnCalendar {

  private static final Duration BACK = Duration.ofDays(31);
  private static final Duration AHEAD = Duration.ofDays(366);
  private static final Duration REMIND = Duration.ofHours(2);
  private static final int MOST = 500;

  private final Accounts accounts;
  private final OwnShifts shifts;
  private final OwnSessions sessions;
  private final Places places;
  private final Dictionary dictionary;
  private final Clock clock;

  OwnCalendar(Accounts accounts, OwnShifts shifts, OwnSessions sessions, Places places, Dictionary dictionary, Clock clock) {
    this.accounts = accounts;
    this.shifts = shifts;
    this.sessions = sessions;
    this.places = places;
    this.dictionary = dictionary;
    this.clock = clock;
  }

  /** In the person's language; nothing for somebody who left. @param site address of the platform */
  public Optional<Made> of(AccountId person, String site) {
    return accounts.find(person).map(account -> made(account, dictionary.in(account.language()), site));
  }

  private Made made(Account account, Words words, String site) {
    Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    Instant from = today.minus(BACK);
    List<OwnShift> own = shifts.between(account.id(), from, today.plus(AHEAD), from, MOST);
    List<OwnSession> learned = sessions.between(account.id(), from, today.plus(AHEAD), from, MOST);
    CalendarFile file = new CalendarFile("feeds", words.text("feeds.own.name"));
    own.forEach(shift -> file.event(shift.event(words, places, site, REMIND)));
    learned.forEach(session -> file.event(session.event(words, places, site, REMIND)));
    return Made.of(file.text(), Stream.concat(own.stream().map(OwnShift::changed), learned.stream().map(OwnSession::changed)).max(Instant::compareTo).orElse(null));
  }
}
