package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.Commitment;
import dz.linatatawwa.participation.Commitments;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Friends: who has applied for a shift invites others by a link; who comes by it says so, who invited says yes, and both see that they come together. */
@Service
public class Friends {

  /** How long a link lives, at most; never beyond the shift's beginning. */
  static final Duration LIFE = Duration.ofDays(14);

  private final FriendTable table;
  private final PersonalLinks links;
  private final Commitments commitments;
  private final Participation participation;
  private final Notices notices;
  private final ShownNames names;
  private final Clock clock;

  Friends(FriendTable table, PersonalLinks links, Commitments commitments, Participation participation, Notices notices, ShownNames names, Clock clock) {
    this.table = table;
    this.links = links;
    this.commitments = commitments;
    this.participation = participation;
    this.notices = notices;
    this.names = names;
    this.clock = clock;
  }

  /** The link by which others come with this person, made where there is none.
   *  @return nothing once the shift has begun or the application is out
   *  @throws NotFound for somebody else's application */
  @Transactional
  public Optional<PersonalLink> invite(AccountId host, ApplicationId application) {
    Commitment own = commitments.find(host, application).orElseThrow(() -> new NotFound("application " + application + " of " + host));
    Instant now = clock.instant();
    if (!living(own.state()) || !own.facts().startsAt().isAfter(now)) return Optional.empty();
    Instant latest = now.plus(LIFE);
    return Optional.of(links.make(PersonalLink.Kind.COMING, application.value(), host, latest.isBefore(own.facts().startsAt()) ? latest : own.facts().startsAt()));
  }

  /** The link opens nothing any more; who said yes by it stays.
   *  @throws NotFound for somebody else's application */
  @Transactional
  public void revoke(AccountId host, ApplicationId application) {
    if (commitments.find(host, application).isEmpty()) throw new NotFound("application " + application + " of " + host);
    links.revoke(PersonalLink.Kind.COMING, application.value());
  }

  /** What a friend's link opens; nothing once it ended, or its giver is out, or the shift takes nobody any more. */
  @Transactional(readOnly = true)
  public Optional<Invite> read(String token) {
    return links.read(token).filter(link -> link.kind() == PersonalLink.Kind.COMING).flatMap(this::invite);
  }

  private Optional<Invite> invite(PersonalLink link) {
    ApplicationId application = new ApplicationId(link.about());
    return commitments.find(link.by(), application).filter(own -> living(own.state()) && own.facts().open() && own.facts().startsAt().isAfter(clock.instant()))
        .map(own -> new Invite(link, application, link.by(), own.facts()));
  }

  /** Who was invited comes with who invited them.
   *  @return false where they have not applied for that shift, or it is their own link */
  @Transactional
  public boolean accept(AccountId guest, Invite invite) {
    if (guest.equals(invite.host()) || participation.standing(guest, invite.facts().id()).isEmpty()) return false;
    table.say(invite.facts().id(), invite.host(), guest, clock.instant()).ifPresent(id -> tell(invite.host(), guest, "asked", id, invite.facts()));
    return true;
  }

  /** Who invited says yes to who came by the link.
   *  @throws NotFound for what is not theirs to agree to */
  @Transactional
  public void agree(AccountId host, long friendship) {
    FriendTable.Pair pair = table.agree(host, friendship, clock.instant()).orElseThrow(() -> new NotFound("friendship " + friendship + " of " + host));
    tell(pair.guest(), host, "agreed", friendship, participation.facts(pair.shift()));
  }

  /** Either of the two does not come with the other any more; nobody's seat changes.
   *  @throws NotFound for what is not theirs */
  @Transactional
  public void part(AccountId person, long friendship) {
    if (!table.end(person, friendship, clock.instant())) throw new NotFound("friendship " + friendship + " of " + person);
  }

  /** With whom somebody comes to these shifts, or is asked to; those who are out are left out. */
  public Map<ShiftId, List<Friend>> of(AccountId person, Collection<ShiftId> shifts) {
    return table.of(person, shifts);
  }

  private void tell(AccountId to, AccountId other, String what, long friendship, ShiftFacts facts) {
    String name = names.first(List.of(other)).getOrDefault(other, "—");
    notices.tell(to, "friend-" + what, "teams.notice.friend." + what + ".title", "teams.notice.friend." + what + ".body", "/commitments", "friend-" + what + "-" + friendship,
        name, facts.title(), (dz.linatatawwa.notices.InWords) words -> words.longDate(facts.startsAt()));
  }

  private static boolean living(String state) {
    return List.of("pending", "accepted", "waiting", "offered").contains(state);
  }
}
