package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives a place to somebody, with a code of their own. Runs inside the caller's transaction, which has judged that they may have it. */
@Component
class Grants {

  private static final int TRIES = 5;

  private final QuotaTable places;
  private final GrantingTable table;
  private final CodeMaker codes;
  private final Clock clock;

  Grants(QuotaTable places, GrantingTable table, CodeMaker codes, Clock clock) {
    this.places = places;
    this.table = table;
    this.codes = codes;
    this.clock = clock;
  }

  /** @param way    first-come, lot, reserve or decision
   *  @param widens whether the benefit gets one more place where it has none left
   *  @return nothing when there is no place, or the agreement does not hold */
  Optional<GrantingId> give(Benefit benefit, AccountId volunteer, String way, boolean widens) {
    return places.take(benefit, today(), widens) ? Optional.of(written(benefit, volunteer, way)) : Optional.empty();
  }

  private GrantingId written(Benefit benefit, AccountId volunteer, String way) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      byte[] salt = codes.salt();
      Optional<GrantingId> id = table.insert(benefit, volunteer, way, salt, codes.mark(codes.code(salt)), clock.instant());
      if (id.isPresent()) return id.get();
    }
    throw new IllegalStateException("no code is free");
  }

  /** Takes a granting away that was not redeemed; its place is free again.
   *  @param to returned or withdrawn */
  void end(Granting granting, GrantingState to) {
    table.move(granting.id(), to, clock.instant());
    places.giveBack(granting.benefit());
  }

  /** The day that it is in Algiers. */
  LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }
}
