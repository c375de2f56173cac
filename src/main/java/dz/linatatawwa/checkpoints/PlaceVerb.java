package dz.linatatawwa.checkpoints;

import dz.linatatawwa.hours.LedgerVerb;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code ledger place}: gives every waiting entry its place now, for a ledger that is older than its tree; the platform may be running. */
@Component
class PlaceVerb implements LedgerVerb {

  private static final long TOLD_EVERY = 25L * Sequencer.BATCH;

  private final Looks looks;

  PlaceVerb(Looks looks) {
    this.looks = looks;
  }

  @Override
  public String name() {
    return "place";
  }

  @Override
  public String usage() {
    return "place";
  }

  @Override
  public int run(List<String> arguments) {
    Optional<Long> placed = looks.whole(so -> {
      if (so > 0 && so % TOLD_EVERY == 0) System.out.println(so + " entries have their place …");
    });
    System.out.println(placed.map(count -> count + " entries got their place in the tree").orElse("the platform is giving places at this moment: it goes on by itself"));
    return placed.isPresent() ? 0 : 1;
  }
}
