package dz.linatatawwa.feeds;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInFeeds implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(Kept.of("feeds.calendar_link", Purpose.PLACES).person("account_id").shows("made_at").gone());
  }
}
