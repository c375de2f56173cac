package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Nobody is left without an answer: a day before a clock runs out its supervisors are reminded, and once it has run out the nation is told. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class Escalation {

  private static final Duration BEFORE = Duration.ofDays(1);

  private final MatterTable table;
  private final Matters matters;
  private final Territories territories;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  Escalation(MatterTable table, Matters matters, Territories territories, Notices notices, Audit audit, Clock clock) {
    this.table = table;
    this.matters = matters;
    this.territories = territories;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
  @Transactional
  public void run() {
    Instant now = clock.instant();
    table.toRemind(now.plus(BEFORE)).forEach(matter -> tell(matter, "reminded", whoseItIs(matter)));
    table.toEscalate(now).forEach(matter -> {
      tell(matter, "escalated", territories.supervisors(Whereabouts.in(null)));
      audit.note(null, "matter.escalated", "matter", matter.id().value(), null);
    });
  }

  /** Who has it in hand; else all who look after the place, deputies too. */
  private List<AccountId> whoseItIs(Matter matter) {
    AccountId hand = matter.claimedBy();
    return hand == null ? territories.supervisors(matter.where()) : List.of(hand);
  }

  private void tell(Matter matter, String what, List<AccountId> people) {
    InWords kind = words -> words.text(matters.view(matter).nameKey());
    notices.tellAll(people, "matter-" + what, "supervision.notice." + what + ".title", "supervision.notice." + what + ".body",
        "/supervision/" + matter.id().value(), "matter-" + what + ":" + matter.id().value(), kind, matter.summary());
  }
}
