package dz.linatatawwa.api;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.partnerships.Promise;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keys of organisations and partners: made, met, revoked. Who may make and revoke is the desk's to check: its owners. */
@Service
public class ApiKeys {

  /** Living keys that a body may have. */
  public static final int MOST = 20;

  /** A key that was made, with what is shown once.
   *  @param secret kept nowhere */
  public record Made(ApiKey key, String secret) {}

  /** Who stands before the door. */
  public sealed interface Met {
    /** A living key, of a body that may act, made by somebody who still acts for it. */
    record In(Caller caller) implements Met {}

    /** No key, or one that opens nothing now.
     *  @param code unknown, revoked, ended, or asleep: its body is suspended, or its maker no longer acts for it */
    record Out(String code) implements Met {}
  }

  private final ApiKeyTable table;
  private final Organizations organizations;
  private final Partners partners;
  private final Audit audit;
  private final Clock clock;

  ApiKeys(ApiKeyTable table, Organizations organizations, Partners partners, Audit audit, Clock clock) {
    this.table = table;
    this.organizations = organizations;
    this.partners = partners;
    this.audit = audit;
    this.clock = clock;
  }

  /** Makes a key, or says what is wrong. */
  @Transactional
  public Optional<Made> make(AccountId by, KeyOwner owner, KeyForm form, Problems problems) {
    Optional<KeyForm.Plan> plan = form.read(owner, problems);
    if (plan.isEmpty()) return Optional.empty();
    if (!awake(owner, by)) problems.add("label", "api.problem.asleep");
    else if (table.living(owner, clock.instant()) >= MOST) problems.add("label", "api.problem.tooMany", MOST);
    else if (table.known(owner, plan.get().label())) problems.add("label", "api.problem.known");
    if (problems.any()) return Optional.empty();
    KeySecret secret = KeySecret.made();
    ApiKey key = table.insert(owner, plan.get(), secret, by, clock.instant());
    audit.note(by, "api-key.made", owner.kind(), Long.toString(owner.number()), null,
        Map.of("key", key.prefix(), "scopes", key.scopes().stream().map(KeyScope::code).sorted().collect(Collectors.joining(" "))));
    return Optional.of(new Made(key, secret.text()));
  }

  /** Ends a key at once, on every node.
   *  @return false when it was revoked before, or is another's */
  @Transactional
  public boolean revoke(AccountId by, KeyOwner owner, long id) {
    Optional<ApiKey> key = table.find(owner, id);
    if (key.isEmpty() || !table.revoke(owner, id, by, clock.instant())) return false;
    audit.note(by, "api-key.revoked", owner.kind(), Long.toString(owner.number()), null, Map.of("key", key.get().prefix()));
    return true;
  }

  /** A body's keys in every state, the newest first, part by part.
   *  @param before only those of a smaller number */
  public List<ApiKey> of(KeyOwner owner, long before, int most) {
    return table.of(owner, before, most);
  }

  public Optional<ApiKey> find(KeyOwner owner, long id) {
    return table.find(owner, id);
  }

  /** Looks who shows this secret. Asked anew for each call: what ends, ends at once.
   *  @param secret as it was sent */
  public Met meet(String secret) {
    Optional<ApiKey> key = KeySecret.of(secret).flatMap(one -> table.byHash(one.hash()));
    if (key.isEmpty()) return new Met.Out("unknown");
    Instant now = clock.instant();
    return switch (key.get().state(now)) {
      case REVOKED -> new Met.Out("revoked");
      case ENDED -> new Met.Out("ended");
      case LIVING -> awake(key.get().owner(), key.get().maker()) ? new Met.In(new Caller(key.get())) : new Met.Out("asleep");
    };
  }

  /** Whether this body may act now, and this person for it. */
  public boolean awake(KeyOwner owner, AccountId maker) {
    return switch (owner) {
      case KeyOwner.OfOrganization(OrganizationId id) -> organizations.find(id).filter(Organization::verified).isPresent() && organizations.mayRun(maker, id);
      case KeyOwner.OfPartner(PartnerId id) -> partners.mayActFor(maker, id, PartnerRole.MANAGER)
          && Arrays.stream(Promise.values()).anyMatch(promise -> partners.covering(id, promise).isPresent());
    };
  }
}
