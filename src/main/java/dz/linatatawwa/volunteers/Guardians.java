package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Language;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Those who answer for minors, and what they agree to: named by the minor, written to by a personal link, agreeing to each purpose by itself once a code
 *  has proved their contact, and stopping everything whenever they like. One guardian's no outweighs the other's yes. */
@Service
public class Guardians {

  /** What became of naming a guardian. */
  public enum Asked {
    /** The link is on its way. */
    SENT,
    /** This minor asked too often today, or this contact was asked too often. */
    TOO_OFTEN,
    /** The minor's own contact. */
    OWN_CONTACT,
    /** The minor's other guardian has this contact. */
    THE_OTHER,
    /** The guardian in this place said no: only they may change it. */
    SAID_NO
  }

  /** What became of a guardian's word. */
  public enum Word {
    /** It stands as they said. */
    KEPT,
    /** The contact that was proved belongs to somebody who is a minor: they answer for nobody. */
    A_MINOR,
    /** The minor came of age, or another took the place. */
    OVER
  }

  private final GuardianTable table;
  private final ConsentTable consents;
  private final VolunteerTable volunteers;
  private final GuardianLinks links;
  private final Majority majority;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Guardians(GuardianTable table, ConsentTable consents, VolunteerTable volunteers, GuardianLinks links, Majority majority,
      ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.consents = consents;
    this.volunteers = volunteers;
    this.links = links;
    this.majority = majority;
    this.events = events;
    this.clock = clock;
  }

  /** The guardians of a minor now, at most two. */
  public List<Guardian> of(AccountId minor) {
    return table.of(minor);
  }

  /** What was agreed to for a minor: what stands first, then what was withdrawn, the newest first. */
  public List<GuardianConsent> consents(AccountId minor) {
    return consents.of(minor);
  }

  /** The guardian of a personal link, while it opens. */
  public Optional<Guardian> byLink(UUID token) {
    return table.byLink(GuardianLinks.hash(token), clock.instant());
  }

  /** The guardian of this number, unless another took the place. */
  public Optional<Guardian> find(long id) {
    return table.find(id);
  }

  /** Everybody for whom this contact answers; the contact was proved by a code. */
  public List<Guardian> byContact(Contact proved) {
    return table.byContact(proved.text());
  }

  /** How many guardians agree to something: 0 when one of them stopped it.
   *  @param bodies numbers of organisations within which a paper's consent counts too */
  public int agreed(AccountId minor, GuardianPurpose purpose, Collection<Long> bodies) {
    return table.agreed(minor, purpose, bodies);
  }

  /** Names a guardian and sends them a personal link. Naming another for a place ends what the one before agreed to; naming the same sends a new link.
   *  @param place 1 or 2
   *  @param by    who names them: the minor, or the leader of a group
   *  @param base  where links of ours begin: {@code https://…} */
  @Transactional
  public Asked ask(Volunteer minor, int place, String name, Contact contact, Language language, AccountId by, String base) {
    table.lock(minor.id());
    if (volunteers.byContact(contact.text()).filter(owner -> owner.id().equals(minor.id())).isPresent()) return Asked.OWN_CONTACT;
    List<Guardian> before = table.of(minor.id());
    if (before.stream().anyMatch(other -> other.place() != place && contact.equals(other.contact()))) return Asked.THE_OTHER;
    Optional<Guardian> there = before.stream().filter(other -> other.place() == place).findFirst();
    if (there.filter(Guardian::stopped).isPresent()) return Asked.SAID_NO;
    if (!links.mayAsk(minor.id(), contact)) return Asked.TOO_OFTEN;
    if (there.filter(same -> contact.equals(same.contact())).isEmpty()) there.ifPresent(this::end);
    Guardian guardian = there.filter(same -> contact.equals(same.contact()))
        .orElseGet(() -> added(minor.id(), place, name, contact, language, by));
    links.send(guardian, minor.name(), base);
    return Asked.SENT;
  }

  /** A new link for a guardian who has just proved their contact; the one before opens no more. */
  @Transactional
  public UUID renew(Guardian guardian) {
    return links.renewed(guardian);
  }

  /** A guardian says to what they agree, and so that they do not agree to the rest. */
  @Transactional
  public Word agree(Guardian seen, Set<GuardianPurpose> purposes) {
    Optional<Guardian> guardian = locked(seen);
    if (guardian.isEmpty()) return Word.OVER;
    if (isMinor(guardian.get().contact())) return Word.A_MINOR;
    if (!purposes.isEmpty()) table.stop(seen.id(), null);
    for (GuardianPurpose purpose : GuardianPurpose.values()) {
      if (purposes.contains(purpose)) consents.give(seen.minor(), seen.id(), seen.name(), text(seen.contact()), purpose, null, clock.instant());
      else withdrawn(consents.withdraw(seen, purpose, "guardian", clock.instant()), seen.minor(), Set.of(purpose));
    }
    links.stretch(seen);
    return Word.KEPT;
  }

  /** A guardian stops everything at once; seats that are still to come go, whatever the other guardian said. */
  @Transactional
  public void stop(Guardian seen) {
    Optional<Guardian> guardian = locked(seen).filter(found -> !found.stopped());
    if (guardian.isEmpty()) return;
    table.stop(seen.id(), clock.instant());
    consents.withdraw(seen, "guardian", clock.instant());
    withdrawn(1, seen.minor(), EnumSet.allOf(GuardianPurpose.class));
  }

  /** The minor ends every consent. */
  @Transactional
  public void withdraw(AccountId minor) {
    table.lock(minor);
    withdrawn(consents.withdraw(minor, "minor", clock.instant()), minor, EnumSet.allOf(GuardianPurpose.class));
  }

  /** Keeps what a guardian signed on paper, after two people looked at it: it holds within one organisation.
   *  @param contact where the guardian gets a link by which they see and stop everything; null: none
   *  @param by      who brought the paper
   *  @param base    where links of ours begin */
  @Transactional
  public void onPaper(Volunteer minor, String name, @Nullable Contact contact, Set<GuardianPurpose> purposes, long body, AccountId by, Language language,
      String base) {
    table.lock(minor.id());
    Optional<Guardian> guardian = onPaper(minor, name, contact, by, language);
    boolean fresh = guardian.isPresent() && guardian.get().contact() != null && consents.of(minor.id()).stream().noneMatch(one -> one.isBy(guardian.get()));
    purposes.forEach(purpose -> consents.give(minor.id(), guardian.map(Guardian::id).orElse(null), name, text(contact), purpose, body, clock.instant()));
    if (fresh) links.send(guardian.orElseThrow(), minor.name(), base);
  }

  /** An organisation ends what holds within it: a guardian told its people so. */
  @Transactional
  public void withdrawWithin(AccountId minor, long body) {
    table.lock(minor);
    withdrawn(consents.withdrawWithin(minor, body, clock.instant()), minor, EnumSet.allOf(GuardianPurpose.class));
  }

  private Optional<Guardian> onPaper(Volunteer minor, String name, @Nullable Contact contact, AccountId by, Language language) {
    List<Guardian> there = table.of(minor.id());
    Optional<Guardian> same = there.stream()
        .filter(one -> contact != null && contact.equals(one.contact()) || one.name().equalsIgnoreCase(name)).findFirst();
    if (same.isPresent()) return same;
    Set<Integer> taken = there.stream().map(Guardian::place).collect(Collectors.toSet());
    boolean own = contact != null && volunteers.byContact(contact.text()).filter(owner -> owner.id().equals(minor.id())).isPresent();
    return taken.size() > 1 || own ? Optional.empty()
        : Optional.of(added(minor.id(), taken.contains(1) ? 2 : 1, name, contact, language, by));
  }

  private Guardian added(AccountId minor, int place, String name, @Nullable Contact contact, Language language, AccountId by) {
    return table.find(table.add(minor, place, name, text(contact), language, by, clock.instant())).orElseThrow();
  }

  private void end(Guardian guardian) {
    table.end(guardian.id(), clock.instant());
    withdrawn(consents.withdraw(guardian, "minor", clock.instant()), guardian.minor(), EnumSet.allOf(GuardianPurpose.class));
  }

  private Optional<Guardian> locked(Guardian seen) {
    table.lock(seen.minor());
    boolean minor = volunteers.find(seen.minor()).filter(majority::isMinor).isPresent();
    return minor ? table.find(seen.id()) : Optional.empty();
  }

  private boolean isMinor(@Nullable Contact contact) {
    return contact != null && volunteers.byContact(contact.text()).filter(majority::isMinor).isPresent();
  }

  private void withdrawn(int rows, AccountId minor, Set<GuardianPurpose> purposes) {
    if (rows == 0) return;
    purposes.forEach(purpose -> events.publishEvent(new GuardianConsentWithdrawn(minor, purpose, false)));
  }

  private static @Nullable String text(@Nullable Contact contact) {
    return contact == null ? null : contact.text();
  }
}
