package dz.linatatawwa.checkpoints;

import dz.linatatawwa.hours.LedgerVerb;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code ledger cosign FILE}: keeps what a known witness signed under a checkpoint of ours. */
@Component
class CosignVerb implements LedgerVerb {

  private final Checkpoints checkpoints;
  private final KeptFiles files;

  CosignVerb(Checkpoints checkpoints, KeptFiles files) {
    this.checkpoints = checkpoints;
    this.files = files;
  }

  @Override
  public String name() {
    return "cosign";
  }

  @Override
  public String usage() {
    return "cosign COSIGNED-CHECKPOINT-FILE";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.size() != 1) {
      System.err.println("ledger " + usage());
      return 2;
    }
    Optional<String> note = files.text(arguments.getFirst());
    if (note.isEmpty()) return 1;
    switch (checkpoints.cosign(note.get())) {
      case Cosigning.Kept(long size, List<String> witnesses) -> {
        System.out.println("kept under the checkpoint of " + size + " entries: " + String.join(", ", witnesses));
        return 0;
      }
      case Cosigning.Refused(Cosigning.Why why) -> {
        System.err.println(switch (why) {
          case NO_CHECKPOINT -> "this is no checkpoint";
          case NOT_OURS -> "this ledger never signed this checkpoint";
          case NOBODY_NEW -> "no valid signature of a known witness that was not kept already; who is known stands in keys/ledger-witnesses.txt of the data folder";
        });
        return 1;
      }
    }
  }
}
