package dz.linatatawwa.checkpoints;

import dz.linatatawwa.hours.LedgerVerb;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code ledger key} shows by which keys checkpoints are checked, {@code ledger key rotate} has a new one sign from now on. */
@Component
class KeyVerb implements LedgerVerb {

  private final Checkpoints checkpoints;
  private final LedgerKeys keys;

  KeyVerb(Checkpoints checkpoints, LedgerKeys keys) {
    this.checkpoints = checkpoints;
    this.keys = keys;
  }

  @Override
  public String name() {
    return "key";
  }

  @Override
  public String usage() {
    return "key [rotate]";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.equals(List.of("rotate"))) keys.rotate();
    else if (!arguments.isEmpty()) {
      System.err.println("ledger " + usage());
      return 2;
    }
    checkpoints.keys().forEach(System.out::println);
    return 0;
  }
}
