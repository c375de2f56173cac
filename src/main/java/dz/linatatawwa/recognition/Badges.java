package dz.linatatawwa.recognition;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.hours.HoursAttested;
import dz.linatatawwa.hours.HoursReversed;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.site.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Badges by confirmed hours: given in the very transaction that confirms the hours, once, and withdrawn with the hours beneath them. */
@Service
public class Badges {

  private final BadgeTable table;
  private final HourLedger ledger;
  private final Notices notices;
  private final Settings settings;

  Badges(BadgeTable table, HourLedger ledger, Notices notices, Settings settings) {
    this.table = table;
    this.ledger = ledger;
    this.notices = notices;
    this.settings = settings;
  }

  /** Every tier, and what this person has reached. */
  public Cabinet of(AccountId person) {
    return cabinet(person, ledger.totals(person).counted());
  }

  /** At how many confirmed hours a badge is reached, as it is set now; rising. */
  public List<Integer> tiers() {
    return Tiers.now(settings);
  }

  /** The same, where the sum of hours is known already. */
  Cabinet cabinet(AccountId person, long minutes) {
    Map<Integer, Instant> reached = table.reached(person.value());
    List<Integer> tiers = Tiers.now(settings);
    List<Badge> badges = new ArrayList<>();
    for (int tier = 0; tier < tiers.size(); tier++) badges.add(new Badge(tier, tiers.get(tier), reached.get(tiers.get(tier))));
    return new Cabinet(badges, minutes);
  }

  /** The rows of the totals are locked by whoever confirms, so two confirmations of one person's hours come here one after the other. */
  @EventListener
  void give(HoursAttested attested) {
    List<Long> people = attested.volunteers().stream().map(AccountId::value).toList();
    for (BadgeTable.Given given : table.give(people, Tiers.now(settings), Grade.COUNTED)) {
      notices.tell(new AccountId(given.volunteer()), "badge-reached", "recognition.notice.reached.title", "recognition.notice.reached.body", "/badges",
          "badge-reached:" + given.volunteer() + ":" + given.hours() + ":" + attested.credits().getFirst().claim(), given.hours());
    }
  }

  @EventListener
  void withdraw(HoursReversed reversed) {
    for (int hours : table.withdraw(reversed.volunteer().value(), Grade.COUNTED)) {
      notices.tell(reversed.volunteer(), "badge-withdrawn", "recognition.notice.withdrawn.title", "recognition.notice.withdrawn.body", "/badges",
          "badge-withdrawn:" + reversed.claim() + ":" + hours, hours);
    }
  }
}
