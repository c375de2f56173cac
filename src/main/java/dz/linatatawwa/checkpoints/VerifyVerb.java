package dz.linatatawwa.checkpoints;

import dz.linatatawwa.hours.LedgerVerb;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code ledger verify}: the tree is the ledger's, the checkpoints are the tree's; {@code --against FILE}: and what somebody kept is its past. */
@Component
class VerifyVerb implements LedgerVerb {

  private static final int SHOWN = 20;

  private final TreeCheck check;
  private final KeptFiles files;

  VerifyVerb(TreeCheck check, KeptFiles files) {
    this.check = check;
    this.files = files;
  }

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String usage() {
    return "verify [--against CHECKPOINT-FILE]";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.isEmpty()) return told(check.check(null));
    if (arguments.size() != 2 || !arguments.getFirst().equals("--against")) {
      System.err.println("ledger " + usage());
      return 2;
    }
    Optional<TreeHead> kept = files.checkpoint(arguments.get(1));
    return kept.isEmpty() ? 1 : told(check.check(kept.get()));
  }

  private static int told(TreeCheck.Report report) {
    report.faults().stream().limit(SHOWN).forEach(System.out::println);
    if (report.waiting() > 0) System.out.println(report.waiting() + " entries wait for their place in the tree");
    if (report.erased() > 0) System.out.println(report.erased() + " entries of people who left: only what is public of them could be compared");
    System.out.println(report.faults().isEmpty() ? "the ledger equals its tree: " + report.entries() + " entries, " + report.checkpoints() + " signed checkpoints"
        : "the ledger is not what was signed: " + report.faults().size() + (report.faults().size() == 100 ? " faults or more" : " faults") + ", the first: " + report.faults().getFirst());
    return report.faults().isEmpty() ? 0 : 1;
  }
}
