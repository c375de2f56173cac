package dz.linatatawwa.entrances;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Session;
import dz.linatatawwa.entrances.JourneyTable.Waiting;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.Members;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which account here is whose at an institution. Nobody is linked because of an address: whoever is signed in says it themselves, once. */
@Service
public class Identities {

  /** Somebody for whom an institution vouched a moment ago, in this browser.
   *  @param email as it said it; null: it said none */
  public record Offer(Entrance entrance, @Nullable String email) {}

  private final JourneyTable journeys;
  private final IdentityTable table;
  private final EntranceTable entrances;
  private final Members members;
  private final Notices notices;
  private final Clock clock;

  Identities(JourneyTable journeys, IdentityTable table, EntranceTable entrances, Members members, Notices notices, Clock clock) {
    this.journeys = journeys;
    this.table = table;
    this.entrances = entrances;
    this.members = members;
    this.notices = notices;
    this.clock = clock;
  }

  /** A person's own, in the order of institutions. */
  public List<OwnIdentity> of(AccountId account) {
    return table.of(account);
  }

  /** Who waits in this browser to be linked. */
  public Optional<Offer> offered(HttpServletRequest request) {
    return EntranceCookie.VOUCHED.of(request).flatMap(ticket -> journeys.waiting(Hashes.of(ticket), clock.instant()))
        .flatMap(waiting -> entrances.open(new EntranceId(waiting.entrance())).map(entrance -> new Offer(entrance, waiting.email())));
  }

  /** Links who waits in this browser to the account that is signed in.
   *  @return the institution; nothing when nobody waits any more, or either side is linked to another already */
  @Transactional
  public Optional<Entrance> link(Session here, HttpServletRequest request, HttpServletResponse response) {
    Optional<Waiting> waiting = EntranceCookie.VOUCHED.of(request).flatMap(ticket -> journeys.settle(Hashes.of(ticket), clock.instant()));
    EntranceCookie.VOUCHED.remove(request, response);
    return waiting.flatMap(one -> entrances.open(new EntranceId(one.entrance())).filter(entrance -> table.link(entrance.id(), one.subject(), one.email(), here.person().id(), clock.instant())))
        .map(entrance -> {
          first(entrance, here.person().id());
          tell(here.person().id(), entrance, "linked");
          return entrance;
        });
  }

  /** Forgets who waits in this browser. */
  @Transactional
  public void decline(HttpServletRequest request, HttpServletResponse response) {
    EntranceCookie.VOUCHED.of(request).ifPresent(ticket -> journeys.settle(Hashes.of(ticket), clock.instant()));
    EntranceCookie.VOUCHED.remove(request, response);
  }

  /** Takes a link away. @return false when there is none */
  @Transactional
  public boolean unlink(AccountId account, EntranceId id) {
    if (!table.unlink(id, account)) return false;
    entrances.find(id).ifPresent(entrance -> tell(account, entrance, "unlinked"));
    return true;
  }

  private void first(Entrance entrance, AccountId person) {
    OrganizationId organization = entrance.organization();
    if (organization == null) return;
    switch (entrance.role()) {
      case NONE -> { }
      case READER -> members.admit(organization, person, Role.READER);
      case COORDINATOR -> members.admit(organization, person, Role.COORDINATOR);
    }
  }

  private void tell(AccountId person, Entrance entrance, String what) {
    LocalName name = entrance.name();
    notices.tell(person, "entrance-" + what, "entrances.notice." + what + ".title", "entrances.notice." + what + ".body", "/entrances", null, name);
  }
}
