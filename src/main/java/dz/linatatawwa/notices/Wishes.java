package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.carriers.PushAddress;
import dz.linatatawwa.carriers.Pushes;
import dz.linatatawwa.site.NotFound;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people want to hear of things: by topic, at which hours, on which browsers. */
@Service
public class Wishes {

  private static final int LONGEST_DEVICE = 120;

  private final WishTable table;
  private final BrowserTable browsers;
  private final Accounts accounts;
  private final Pushes pushes;
  private final Clock clock;

  Wishes(WishTable table, BrowserTable browsers, Accounts accounts, Pushes pushes, Clock clock) {
    this.table = table;
    this.browsers = browsers;
    this.accounts = accounts;
    this.pushes = pushes;
    this.clock = clock;
  }

  /** Everything that one person wants.
   *  @param about every topic about which one may choose
   *  @param email whether there is an address to write to
   *  @param phone whether there is a number to write to */
  public record Of(Map<Topic, Preference> about, QuietHours quiet, List<Browser> browsers, boolean email, boolean phone) {
    public Of {
      about = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(about));
      browsers = List.copyOf(browsers);
    }
  }

  /** What this person wants, or has not said otherwise. */
  public Of of(AccountId person) {
    Map<Topic, Preference> about = new LinkedHashMap<>();
    Map<Topic, Preference> said = table.of(person);
    Topic.chosen().forEach(topic -> about.put(topic, said.getOrDefault(topic, Preference.usual(topic))));
    var account = accounts.find(person).orElseThrow(() -> new NotFound("account " + person));
    return new Of(about, table.quiet(person).orElse(QuietHours.USUAL), browsers.of(person), account.email() != null, account.phone() != null);
  }

  /** Stores all of it at once. */
  @Transactional
  public void say(AccountId person, Map<Topic, Preference> about, QuietHours quiet) {
    about.forEach((topic, wants) -> table.say(person, topic, wants, clock.instant()));
    table.quiet(person, quiet);
  }

  /** Changes only how often letters about one topic come. */
  @Transactional
  public void mail(AccountId person, Topic topic, Preference.Pace pace) {
    Preference now = of(person).about().getOrDefault(topic, Preference.usual(topic));
    table.say(person, topic, new Preference(pace, now.sms(), now.push()), clock.instant());
  }

  /** Letters that come together come no more. */
  @Transactional
  public void noDigests(AccountId person) {
    of(person).about().forEach((topic, wants) -> {
      if (wants.digest()) table.say(person, topic, new Preference(Preference.Pace.NEVER, wants.sms(), wants.push()), clock.instant());
    });
  }

  /** What a browser's script must be told. */
  public Pushes.Key key() {
    return pushes.key();
  }

  /** A browser takes notes from now on.
   *  @return false when what it told is no address of a maker of browsers, or no key */
  @Transactional
  public boolean addBrowser(AccountId person, String endpoint, String p256dh, String auth, int key, String device) {
    Optional<PushAddress> address = PushAddress.read(endpoint, p256dh, auth, key).filter(one -> pushes.admits(one.endpoint()) && pushes.key().number() == key);
    address.ifPresent(one -> browsers.add(person, one, device.length() > LONGEST_DEVICE ? device.substring(0, LONGEST_DEVICE) : device, clock.instant()));
    return address.isPresent();
  }

  /** A browser takes no notes any more.
   *  @throws NotFound for somebody else's */
  @Transactional
  public void removeBrowser(AccountId person, long browser) {
    if (!browsers.remove(person, browser)) throw new NotFound("browser " + browser + " of " + person);
  }
}
