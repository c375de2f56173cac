package dz.linatatawwa.kits;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.codes.PublicKeyView;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shifts taken along on phones: giving a kit out, knowing where the kits are, and withdrawing one that was lost. */
@Service
public class Kits {

  private static final int PHONE_LETTERS = 60;

  private final KitTable table;
  private final DeliveryTable deliveries;
  private final KitSeal seal;
  private final Sites sites;
  private final Participation participation;
  private final Organizations organizations;
  private final Clock clock;

  Kits(KitTable table, DeliveryTable deliveries, KitSeal seal, Sites sites, Participation participation, Organizations organizations, Clock clock) {
    this.table = table;
    this.deliveries = deliveries;
    this.seal = seal;
    this.sites = sites;
    this.participation = participation;
    this.organizations = organizations;
    this.clock = clock;
  }

  /** Gives a shift to a phone.
   *  @param key   the public half of the phone's key, as browsers export it
   *  @param phone what the leader calls it, already cleaned
   *  @return the kit, signed by the server; nothing when the key is no key
   *  @throws NotFound for somebody who does not run the shift's organisation */
  @Transactional
  public Optional<String> take(AccountId leader, ShiftId shift, @Nullable PublicKeyView key, String phone, boolean kiosk) {
    ShiftFacts facts = runBy(leader, shift);
    return Optional.ofNullable(key).flatMap(PublicKeyView::bytes).map(bytes -> {
      String name = phone.length() > PHONE_LETTERS ? phone.substring(0, PHONE_LETTERS) : phone;
      KitId id = table.add(shift, leader, kiosk ? "kiosk" : "phone", bytes, name, clock.instant());
      return seal.sealed(id, facts, kiosk);
    });
  }

  /** The kit of this number, whoever leads it. */
  public Optional<Kit> find(long id) {
    return table.find(id);
  }

  /** The newest kits of a leader. */
  public List<KitLine> of(AccountId leader) {
    return table.of(leader);
  }

  /** How many kits of a shift are still out. */
  public int out(ShiftId shift) {
    return table.out(shift);
  }

  /** What phones of a shift sent and was refused before it became a deed (its code was not good), the newest first. */
  public List<Refusal> refused(ShiftId shift) {
    return deliveries.refused(shift);
  }

  /** A phone was lost or lent: what still comes from it goes to review.
   *  @throws NotFound for somebody else's kit */
  @Transactional
  public void withdraw(AccountId leader, KitId id) {
    if (!table.withdraw(id, leader, clock.instant())) throw new NotFound("kit " + id);
    sites.forget(id);
  }

  private ShiftFacts runBy(AccountId leader, ShiftId shift) {
    ShiftFacts facts = participation.facts(shift);
    if (!organizations.mayRun(leader, new OrganizationId(facts.organizationId()))) throw new NotFound("shift " + shift);
    return facts;
  }
}
