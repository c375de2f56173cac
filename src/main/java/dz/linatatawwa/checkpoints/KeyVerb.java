package dz.linatatawwa.checkpoints;

import dz.linatatawwa.hours.LedgerVerb;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code ledger key} shows by which keys checkpoints are checked, the one that signs now first; {@code keys rotate ledger} makes a new one. */
@Component
class KeyVerb implements LedgerVerb {

  private final Checkpoints checkpoints;

  KeyVerb(Checkpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  @Override
  public String name() {
    return "key";
  }

  @Override
  public String usage() {
    return "key";
  }

  @Override
  public int run(List<String> arguments) {
    if (!arguments.isEmpty()) {
      System.err.println("ledger " + usage());
      return 2;
    }
    checkpoints.keys().forEach(System.out::println);
    return 0;
  }
}
