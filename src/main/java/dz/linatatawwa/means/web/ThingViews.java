package dz.linatatawwa.means.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.means.Booked;
import dz.linatatawwa.means.BookingId;
import dz.linatatawwa.means.Bookings;
import dz.linatatawwa.means.Month;
import dz.linatatawwa.means.Thing;
import dz.linatatawwa.organizations.Desk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the pages of own and of lent things share: the calendar, and booking. */
@Component
class ThingViews {

  private static final Duration SHORTEST = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofDays(90);

  private final Bookings bookings;
  private final Clock clock;

  ThingViews(Bookings bookings, Clock clock) {
    this.bookings = bookings;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }

  Instant now() {
    return clock.instant();
  }

  /** @param asked {@code 2026-12}; anything else is this month */
  Month month(Thing thing, String asked) {
    YearMonth month = YearMonth.from(today());
    try {
      YearMonth wanted = YearMonth.parse(asked);
      if (!wanted.isBefore(month.minusMonths(24)) && !wanted.isAfter(month.plusMonths(24))) month = wanted;
    } catch (DateTimeParseException e) {
      // An address that names no month shows this one.
    }
    Month empty = Month.of(month, List.of(), today());
    return Month.of(month, bookings.holding(thing.id(), empty.begins(), empty.ends()), today());
  }

  /** Books it, or says beside the fields why not.
   *  @return the booking; nothing when there are problems */
  Optional<BookingId> book(Desk desk, Thing thing, Fields fields, AccountId by) {
    Instant from = fields.moment("fromDay", "fromTime");
    Instant to = fields.moment("toDay", "toTime");
    String purpose = fields.line("purpose", 3, 300);
    if (from != null && (from.isBefore(clock.instant().minus(Duration.ofHours(1))) || from.isAfter(clock.instant().plus(Duration.ofDays(366))))) {
      fields.problems().add("fromDay", "means.problem.from");
    }
    if (from != null && to != null) {
      Duration length = Duration.between(from, to);
      if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) fields.problems().add("toDay", "means.problem.to");
    }
    if (fields.problems().any() || from == null || to == null) return Optional.empty();
    return switch (bookings.book(desk.organization().id(), thing.id(), from, to, purpose, fields.get("key"), by)) {
      case Booked.Agreed(BookingId id) -> Optional.of(id);
      case Booked.Asked(BookingId id) -> Optional.of(id);
      case Booked.Taken taken -> {
        fields.problems().add("fromDay", "means.problem.taken");
        yield Optional.empty();
      }
      case Booked.NotLent notLent -> {
        fields.problems().add("fromDay", "means.problem.notLent");
        yield Optional.empty();
      }
      case Booked.NotVerified notVerified -> {
        fields.problems().add("fromDay", "means.problem.notVerified");
        yield Optional.empty();
      }
    };
  }
}
