package dz.linatatawwa.integrity;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Extent;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Territory;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever decides many matters in a short time, without opening them or seconds after, is seen by those above. The alert says its numbers and accuses nobody. */
@Component
public class HasteWatch {

  private static final Duration BACK = Duration.ofDays(2);

  private final HasteTable table;
  private final HasteSettings settings;
  private final Territories territories;
  private final Accounts accounts;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  HasteWatch(HasteTable table, HasteSettings settings, Territories territories, Accounts accounts, Notices notices, Audit audit, Clock clock) {
    this.table = table;
    this.settings = settings;
    this.territories = territories;
    this.accounts = accounts;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Looks at the decisions of the last two days; what was found is found once. */
  @Transactional
  public void look() {
    for (HasteTable.Found found : table.find(clock.instant().minus(BACK), settings.decisions(), settings.minutes(), settings.seconds())) {
      Territory territory = territories.of(found.account());
      WilayaCode wilaya = territory.extents().stream().map(Extent::wilaya).filter(Objects::nonNull).findFirst().orElse(null);
      String above = above(territory, found.account());
      table.keep(found, above, wilaya, settings.seconds(), clock.instant()).ifPresent(id -> tell(id, found, above, wilaya));
    }
  }

  /** Administrators over those of the nation, the nation over those of the wilayas, these over their deputies. */
  private String above(Territory territory, AccountId person) {
    boolean nation = territory.extents().stream().anyMatch(extent -> extent.wilaya() == null) || accounts.find(person).filter(Account::administrator).isPresent();
    if (nation) return "administrator";
    return territory.none() || territory.whole() ? "nation" : "wilaya";
  }

  private void tell(long id, HasteTable.Found found, String above, @Nullable WilayaCode wilaya) {
    List<AccountId> people = switch (above) {
      case "administrator" -> List.<AccountId>of();
      case "wilaya" -> territories.supervisors(Whereabouts.in(wilaya));
      default -> territories.supervisors(Whereabouts.in(null));
    };
    InWords reason = words -> reason(found.why(), found.decided(), found.minutes(), found.odd(), words.date(found.day()), settings.seconds(), words);
    String name = accounts.names(List.of(found.account())).getOrDefault(found.account(), "");
    notices.tellAll(people.stream().filter(person -> !person.equals(found.account())).toList(), "integrity-haste", "integrity.notice.haste.title", "integrity.notice.haste.body",
        "/supervision/integrity/haste", "haste:" + id, name, reason);
  }

  /** The numbers of an alert in a sentence. */
  public static String reason(Haste haste, Words words) {
    return reason(haste.why(), haste.decided(), haste.minutes(), haste.odd(), words.date(haste.day()), haste.seconds(), words);
  }

  private static String reason(String why, int decided, int minutes, int odd, String day, int seconds, Words words) {
    return words.text("integrity.haste.reason." + why, decided, minutes, odd, day, words.text("integrity.haste.seconds", seconds));
  }

  /** The alerts about those below somebody, twenty a page.
   *  @throws NotFound for who has nobody below */
  public Slice<Haste> below(AccountId person, boolean answered, int page) {
    return table.page(viewer(person), answered, page);
  }

  /** Keeps what somebody above saw; the supervisor concerned reads it.
   *  @return false when somebody had looked at it */
  @Transactional
  public boolean answer(AccountId by, long id, String words) {
    Haste haste = table.find(viewer(by), id).orElseThrow(() -> new NotFound("haste " + id + " is not looked at by " + by));
    if (!table.answer(id, words, by, clock.instant())) return false;
    audit.note(by, "haste.answered", "account", haste.account().toString(), words, Map.of("haste", id, "decided", haste.decided(), "odd", haste.odd(), "why", haste.why()));
    InWords day = told -> told.date(haste.day());
    notices.tell(haste.account(), "integrity-haste-seen", "integrity.notice.hasteSeen.title", "integrity.notice.hasteSeen.body", "/inbox", "haste-seen:" + id, day, words);
    return true;
  }

  /** One alert, for who may look at it. */
  public Haste find(AccountId person, long id) {
    return table.find(viewer(person), id).orElseThrow(() -> new NotFound("haste " + id + " is not looked at by " + person));
  }

  private HasteTable.Viewer viewer(AccountId person) {
    boolean administrator = accounts.find(person).filter(Account::administrator).isPresent();
    Territory territory = territories.of(person);
    if (!administrator && !territory.whole()) throw new NotFound("nobody is below " + person);
    return new HasteTable.Viewer(person, administrator, territory.nation(), territory.wilayas());
  }

  /** The clock of the watch. */
  @Component
  @ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
  static class HasteClock {

    private final HasteWatch watch;

    HasteClock(HasteWatch watch) {
      this.watch = watch;
    }

    @Scheduled(initialDelayString = "PT4M", fixedDelayString = "PT10M")
    void run() {
      watch.look();
    }
  }
}
