package dz.linatatawwa.hooks;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.outside.Outside;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The addresses of other systems that are told what happens to an organisation's or a partner's things. Who may change them is asked by the pages: its owners. */
@Service
public class Hooks {

  /** So many addresses may one owner have. */
  public static final int MOST = 10;

  /** So long the secret before signs beside the new one. */
  public static final Duration CHANGE_OVER = Duration.ofHours(24);

  /** What became of a wish. */
  public sealed interface Made {
    /** @param secret shown once, kept nowhere in the clear */
    record Done(HookId id, String secret) implements Made {}

    /** Why not: the reason's words are {@code hooks.problem.CODE}. */
    record Refused(String code) implements Made {}
  }

  private final HookTable table;
  private final OutboxTable outbox;
  private final HookSecrets secrets;
  private final HookKeys keys;
  private final HookBell bell;
  private final Outside outside;
  private final Audit audit;
  private final Clock clock;

  Hooks(HookTable table, OutboxTable outbox, HookSecrets secrets, HookKeys keys, HookBell bell, Outside outside, Audit audit, Clock clock) {
    this.table = table;
    this.outbox = outbox;
    this.secrets = secrets;
    this.keys = keys;
    this.bell = bell;
    this.outside = outside;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of one owner, the oldest first; a hundred at most. */
  public List<Hook> of(HookOwner owner) {
    return table.of(owner);
  }

  /** One of this owner's.
   *  @throws NotFound when it is another's, or removed */
  public Hook find(HookOwner owner, HookId id) {
    return table.find(owner, id).orElseThrow(() -> new NotFound("hook " + id));
  }

  /** Why an address cannot be told, as things are now: it is not https, leads inside, or nobody has its name. Asked outside any transaction, for names take their time; each call asks again. */
  public Optional<String> fault(String address) {
    return outside.look(address, false).map(why -> "address-" + why.name().toLowerCase(Locale.ROOT));
  }

  /** Adds an address that {@link #fault} found none in. */
  @Transactional
  public Made make(HookOwner owner, HookWish wish, AccountId by) {
    table.lock(owner);
    if (table.of(owner).size() >= MOST) return new Made.Refused("most");
    HookId id = table.next();
    byte[] secret = secrets.make();
    if (!table.insert(id, owner, wish, secrets.close(secret, id), clock.instant(), by)) return new Made.Refused("twice");
    note(by, "hook.made", owner, id);
    return new Made.Done(id, HookSecrets.text(secret));
  }

  /** @return false when this owner has the address already */
  @Transactional
  public boolean change(Hook hook, HookWish wish, AccountId by) {
    if (!table.change(hook.id(), wish)) return false;
    note(by, "hook.changed", hook.owner(), hook.id());
    return true;
  }

  /** A new secret; the one before signs too for a day.
   *  @return the secret, shown once */
  @Transactional
  public String renew(Hook hook, AccountId by) {
    byte[] secret = secrets.make();
    table.renew(hook.id(), secrets.close(secret, hook.id()), clock.instant().plus(CHANGE_OVER));
    note(by, "hook.secret-renewed", hook.owner(), hook.id());
    return HookSecrets.text(secret);
  }

  /** Tells it nothing until {@link #resume}; what happens meanwhile waits, as long as the log is kept. */
  @Transactional
  public void pause(Hook hook, AccountId by) {
    if (table.pause(hook.id(), Hook.Pause.PERSON, clock.instant())) note(by, "hook.paused", hook.owner(), hook.id());
  }

  /** Tells it again, beginning with what waited. */
  @Transactional
  public void resume(Hook hook, AccountId by) {
    if (table.resume(hook.id(), clock.instant())) note(by, "hook.resumed", hook.owner(), hook.id());
    bell.ringAfterwards();
  }

  /** Takes it away, with what waited for it. */
  @Transactional
  public void remove(Hook hook, AccountId by) {
    table.remove(hook.id(), clock.instant());
    note(by, "hook.removed", hook.owner(), hook.id());
  }

  /** Sends a message that says nothing, to try the address. @return false while it is paused */
  @Transactional
  public boolean ping(Hook hook) {
    if (hook.pausedAt() != null) return false;
    outbox.ping(hook.id(), clock.instant());
    bell.ringAfterwards();
    return true;
  }

  /** Sends one message again under the number that it had. @return false when it is under way just now */
  @Transactional
  public boolean resend(Hook hook, long delivery) {
    boolean again = outbox.resend(hook.id(), delivery, clock.instant());
    bell.ringAfterwards();
    return again;
  }

  /** Sends all that nobody tries any more again. @return how many */
  @Transactional
  public int resendDead(Hook hook) {
    int again = outbox.resendDead(hook.id(), clock.instant());
    bell.ringAfterwards();
    return again;
  }

  /** One message of each kind, as a receiver reads it, by the code of the kind. */
  public static Map<String, String> examples() {
    return HookExamples.ALL;
  }

  /** The key with which everybody checks the platform's own signature over a message. */
  public String openKey() {
    return keys.open();
  }

  private void note(AccountId by, String deed, HookOwner owner, HookId id) {
    Long organization = owner.organization();
    Map<String, ?> details = Map.of("hook", id.value());
    if (organization != null) audit.note(by, deed, "organization", Long.toString(organization), null, details);
    else audit.note(by, deed, "partner", String.valueOf(owner.partner()), null, details);
  }
}
