package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What supervisors are sent about their work: what is to be done today, what a week and a month were. Nobody is sent that there is nothing. What was looked after and
 *  what was told stand in one transaction: told once, whatever stops it and on however many nodes it runs. */
@Component("supervisionDigests")
public class Digests {

  private static final Logger LOG = LoggerFactory.getLogger(Digests.class);

  /** Nobody is woken by it. */
  private static final int MORNING = 7;

  private final DigestTable table;
  private final Territories territories;
  private final Notices notices;
  private final TransactionTemplate inTransaction;
  private final Clock clock;

  Digests(DigestTable table, Territories territories, Notices notices, PlatformTransactionManager transactions, Clock clock) {
    this.table = table;
    this.territories = territories;
    this.notices = notices;
    this.inTransaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** What somebody gets. */
  public Map<Rhythm, Boolean> choices(AccountId person) {
    return table.choices(person);
  }

  /** Keeps what somebody wants. */
  @Transactional
  public void choose(AccountId person, Map<Rhythm, Boolean> wanted) {
    wanted.forEach((rhythm, yes) -> table.choose(person, rhythm, yes));
  }

  /** Sends what was due until a day and was not looked after. */
  void send(LocalDate today) {
    for (Rhythm rhythm : Rhythm.values()) {
      LocalDate due = rhythm.due(today);
      for (AccountId person : table.due(rhythm, due, clock.instant())) send(person, rhythm, due);
    }
  }

  /** What fails for one does not keep the others waiting. */
  private void send(AccountId person, Rhythm rhythm, LocalDate due) {
    try {
      inTransaction.executeWithoutResult(status -> {
        if (table.begin(person, rhythm, due, clock.instant())) tell(person, rhythm, due);
      });
    } catch (RuntimeException e) {
      LOG.warn("the {} digest of {} was not sent: {}", rhythm.code(), due, e.toString());
    }
  }

  private void tell(AccountId person, Rhythm rhythm, LocalDate due) {
    Territory territory = territories.of(person);
    if (rhythm == Rhythm.DAILY) {
      DigestTable.ToDo toDo = table.toDo(person, territory, clock.instant());
      if (toDo.mine() + toDo.free() > 0) told(person, rhythm, due, "/supervision", toDo.mine(), toDo.overdue(), toDo.soon(), toDo.free());
      return;
    }
    LocalDate from = rhythm.tellsFrom(due);
    DigestTable.Past past = table.past(person, territory, from, due, clock.instant());
    if (past.opened() + past.decided() + past.waiting() == 0) return;
    InWords days = words -> words.dates(from, due.minusDays(1));
    told(person, rhythm, due, "/supervision/workload", past.opened(), past.decided(), past.waiting(), past.overdue(), days);
  }

  private void told(AccountId person, Rhythm rhythm, LocalDate due, String link, Object... arguments) {
    String key = "supervision.notice.digest." + rhythm.code();
    notices.tell(person, "digest-" + rhythm.code(), key + ".title", key + ".body", link, "digest:" + rhythm.code() + ":" + due + ":" + person, arguments);
  }

  /** The clock of the digests. */
  @Component
  @ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
  static class DigestClock {

    private final Digests digests;
    private final Clock clock;

    DigestClock(Digests digests, Clock clock) {
      this.digests = digests;
      this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT10M")
    void run() {
      var here = clock.instant().atZone(Words.ZONE);
      if (here.getHour() >= MORNING) digests.send(here.toLocalDate());
    }
  }
}
