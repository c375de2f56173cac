package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who looks after which part of the country, at this moment: what has not begun or has run out counts nowhere. */
@Component
public class Territories {

  private final PowerTable powers;
  private final Places places;
  private final Clock clock;

  Territories(PowerTable powers, Places places, Clock clock) {
    this.powers = powers;
    this.places = places;
    this.clock = clock;
  }

  /** Whether this person looks after all of a wilaya; a supervisor of the nation looks after every one, a deputy of a daira or a field after none.
   *  @param wilaya null: what is the nation's */
  public boolean covers(AccountId person, @Nullable WilayaCode wilaya) {
    return of(person).covers(wilaya);
  }

  /** Whether this person may decide what lies there: as supervisor of the nation or the wilaya, or as a deputy whose daira or field it is. */
  public boolean covers(AccountId person, Whereabouts where) {
    Integer daira = daira(where);
    return powers.of(person, clock.instant()).stream().anyMatch(power -> power.extent().covers(where, daira));
  }

  /** As {@link #covers(AccountId, Whereabouts)}, for a deed: within a transaction the power that allows it is held, so that whoever takes it away at this moment
   *  either comes first, and the deed is refused, or waits until it is done. */
  public boolean hold(AccountId person, Whereabouts where) {
    return powers.hold(person, where, clock.instant());
  }

  /** Everything that this person looks after. */
  public Territory of(AccountId person) {
    return new Territory(powers.of(person, clock.instant()).stream().map(Power::extent).distinct().toList());
  }

  /** Those who look after a place and are not away, deputies among them; those of the nation only of what is the nation's. */
  public List<AccountId> supervisors(Whereabouts where) {
    return powers.lookingAfter(where, clock.instant());
  }

  /** Everybody who may decide there and is not away, the narrowest power first. */
  public List<AccountId> reaching(Whereabouts where) {
    return powers.reaching(where, clock.instant());
  }

  private @Nullable Integer daira(Whereabouts where) {
    return where.commune() == null ? null : places.commune(where.commune()).map(commune -> commune.daira()).orElse(null);
  }
}
