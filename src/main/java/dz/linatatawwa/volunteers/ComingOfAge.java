package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.Notices;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever reaches the age of majority takes their account over: guardians' consents end, their links open no more, both sides are told. Only the year of
 *  birth is known, so this falls on the last day of the year in which somebody surely is of age; the day is Algeria's. */
@Component
class ComingOfAge {

  private static final Logger LOG = LoggerFactory.getLogger(ComingOfAge.class);
  private static final int AT_ONCE = 200;
  private static final int BATCHES = 500;
  private static final int MORNING = 8;
  private static final int EVENING = 21;

  private final GuardianTable table;
  private final ConsentTable consents;
  private final VolunteerTable volunteers;
  private final Majority majority;
  private final Notices notices;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ComingOfAge(GuardianTable table, ConsentTable consents, VolunteerTable volunteers, Majority majority, Notices notices, ApplicationEventPublisher events,
      TransactionTemplate transaction, Clock clock) {
    this.table = table;
    this.consents = consents;
    this.volunteers = volunteers;
    this.majority = majority;
    this.notices = notices;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** By day, since guardians are written to. Several nodes may run it, and it may be repeated: each person is looked at again under a lock. Who failed is
   *  tried again with the next round. */
  @Scheduled(fixedDelayString = "${linatatawwa.clock.majority:15m}", initialDelayString = "${linatatawwa.clock.majority:3m}")
  void round() {
    int hour = clock.instant().atZone(Words.ZONE).getHour();
    if (hour < MORNING || hour >= EVENING) return;
    int done = AT_ONCE;
    for (int batch = 0; batch < BATCHES && done == AT_ONCE; batch++) {
      done = (int) table.ofAge(majority.lastYearOfAge(), AT_ONCE).stream().filter(this::takenOver).count();
    }
  }

  private boolean takenOver(AccountId person) {
    try {
      transaction.executeWithoutResult(status -> takeOver(person));
      return true;
    } catch (RuntimeException e) {
      LOG.warn("somebody's coming of age failed and is tried again", e);
      return false;
    }
  }

  private void takeOver(AccountId person) {
    table.lock(person);
    List<Guardian> guardians = table.of(person);
    int ended = consents.withdraw(person, "age", clock.instant());
    guardians.forEach(guardian -> table.end(guardian.id(), clock.instant()));
    if (ended == 0 && guardians.isEmpty()) return;
    Arrays.stream(GuardianPurpose.values()).forEach(purpose -> events.publishEvent(new GuardianConsentWithdrawn(person, purpose, true)));
    events.publishEvent(new CameOfAge(person));
    volunteers.find(person).ifPresent(volunteer -> tell(volunteer, guardians));
  }

  private void tell(Volunteer volunteer, List<Guardian> guardians) {
    notices.tell(volunteer.id(), "came-of-age", "volunteers.notice.ofAge.title", "volunteers.notice.ofAge.body", "/guardian", "of-age-" + volunteer.id(),
        majority.age());
    for (Guardian guardian : guardians) {
      Contact contact = guardian.contact();
      if (contact != null) notices.send(contact, guardian.language(), "came-of-age", "volunteers.message.ofAge.title", "volunteers.message.ofAge.body",
          guardian.name(), volunteer.name(), majority.age());
    }
  }
}
