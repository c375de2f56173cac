package dz.linatatawwa.means;

import dz.linatatawwa.language.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the calendar brings: who promised goods for tomorrow is reminded, bookings lapse, and what is to come back, or should have, is spoken of once a day. Several
 *  nodes may tick at once: each line is taken by one of them. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class MeansClock {

  private static final Logger LOG = LoggerFactory.getLogger(MeansClock.class);

  /** Nobody is reminded of anything before. */
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final PledgeTable pledges;
  private final NeedTable needs;
  private final BookingTable bookings;
  private final MeansTidings tidings;
  private final LendingTidings lending;
  private final TransactionTemplate inTransaction;
  private final Clock clock;

  MeansClock(PledgeTable pledges, NeedTable needs, BookingTable bookings, MeansTidings tidings, LendingTidings lending, TransactionTemplate inTransaction, Clock clock) {
    this.pledges = pledges;
    this.needs = needs;
    this.bookings = bookings;
    this.tidings = tidings;
    this.lending = lending;
    this.inTransaction = inTransaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${linatatawwa.clock.means:10m}", initialDelayString = "4m")
  void tick() {
    quietly(this::lapse);
    ZonedDateTime now = clock.instant().atZone(Words.ZONE);
    if (now.toLocalTime().isBefore(MORNING)) return;
    quietly(() -> remind(now.toLocalDate()));
    quietly(() -> due(now.toInstant(), now.toLocalDate()));
  }

  private void lapse() {
    bookings.lapse(clock.instant()).stream().filter(booking -> !booking.own()).forEach(lending::lapsed);
  }

  private void remind(LocalDate today) {
    pledges.remind(today.plusDays(1)).forEach(pledge -> tidings.remind(needs.find(pledge.need()).orElseThrow(), pledge));
  }

  /** What is due by the end of tomorrow, and what is overdue. */
  private void due(Instant now, LocalDate today) {
    Instant soon = today.plusDays(2).atStartOfDay(Words.ZONE).toInstant();
    bookings.due(now, soon, today).forEach(booking -> {
      if (booking.overdue(now)) lending.overdue(booking, today);
      else lending.due(booking, today);
    });
  }

  private void quietly(Runnable step) {
    try {
      inTransaction.executeWithoutResult(status -> step.run());
    } catch (RuntimeException e) {
      LOG.warn("a step of the clock of goods and lent things failed and is tried again", e);
    }
  }
}
