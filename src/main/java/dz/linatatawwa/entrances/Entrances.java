package dz.linatatawwa.entrances;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Institutions that vouch for their people, as administrators keep them. */
@Service
public class Entrances {

  private final EntranceTable table;
  private final EntranceSecrets secrets;
  private final IdentityTable identities;
  private final Discovery discovery;
  private final Audit audit;
  private final Clock clock;

  Entrances(EntranceTable table, EntranceSecrets secrets, IdentityTable identities, Discovery discovery, Audit audit, Clock clock) {
    this.table = table;
    this.secrets = secrets;
    this.identities = identities;
    this.discovery = discovery;
    this.audit = audit;
    this.clock = clock;
  }

  /** Every institution, open or closed; two hundred at most. */
  public List<Entrance> all() {
    return table.all();
  }

  /** Those whose people may come in now; fifty at most. */
  public List<Entrance> open() {
    return table.open();
  }

  /** @throws NotFound when there is none */
  public Entrance find(EntranceId id) {
    return table.find(id).orElseThrow(() -> new NotFound("entrance " + id));
  }

  /** How many accounts are linked to one. */
  public long linked(EntranceId id) {
    return identities.count(id);
  }

  /** Whether this issuer can be asked now: outside, by https, and as the standard says. Asked outside any transaction. */
  public boolean answers(String issuer) {
    return discovery.of(issuer).isPresent();
  }

  /** @return nothing when the institution is there already under this client's name */
  @Transactional
  public Optional<EntranceId> add(EntranceWish wish, AccountId by) {
    EntranceId id = table.next();
    if (!table.insert(id, wish, secrets.close(wish.secret(), id), clock.instant(), by)) return Optional.empty();
    note(by, "entrance.added", id, wish);
    return Optional.of(id);
  }

  /** @return false when another is there already under this client's name */
  @Transactional
  public boolean change(EntranceId id, EntranceWish wish, AccountId by) {
    if (!table.change(id, wish)) return false;
    if (!wish.secret().isEmpty()) table.keep(id, secrets.close(wish.secret(), id));
    note(by, "entrance.changed", id, wish);
    return true;
  }

  /** Its people come in by it no more; who is linked stays so. */
  @Transactional
  public void close(EntranceId id, AccountId by) {
    if (table.close(id, clock.instant(), by)) audit.note(by, "entrance.closed", "entrance", id.value(), null);
  }

  /** Its people may come in again. */
  @Transactional
  public void reopen(EntranceId id, AccountId by) {
    if (table.reopen(id)) audit.note(by, "entrance.reopened", "entrance", id.value(), null);
  }

  private void note(AccountId by, String deed, EntranceId id, EntranceWish wish) {
    audit.note(by, deed, "entrance", id.toString(), null, Map.of("issuer", wish.issuer(), "domains", wish.domains(), "role", wish.role().code(), "second", wish.secondValues(),
        "secret", !wish.secret().isEmpty()));
  }
}
