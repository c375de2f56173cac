package dz.linatatawwa.credentials;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInCredentials implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("credentials.credential", Purpose.RECOGNITION).person("holder_id")
            .shows("kind", "from_day", "to_day", "until_day", "issued_at", "revoked_at", "shared_name").names("shared_name").codes("source", "site", "reason")
            .byRoom());
  }
}
