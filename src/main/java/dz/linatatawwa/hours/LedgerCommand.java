package dz.linatatawwa.hours;

import dz.linatatawwa.commands.Command;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code ledger verify} proves the totals, {@code ledger rebuild} makes them anew from the ledger. */
@Component
class LedgerCommand implements Command {

  private static final int SHOWN = 100;

  private final LedgerCheck check;

  LedgerCommand(LedgerCheck check) {
    this.check = check;
  }

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public String usage() {
    return "ledger verify|rebuild";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.equals(List.of("verify"))) return verify();
    if (arguments.equals(List.of("rebuild"))) {
      check.rebuild();
      System.out.println("totals made anew from " + check.lines() + " lines");
      return verify();
    }
    System.err.println(usage());
    return 2;
  }

  private int verify() {
    List<Difference> differences = check.differences();
    if (differences.isEmpty()) {
      System.out.println("the totals equal the ledger: " + check.lines() + " lines");
      return 0;
    }
    differences.stream().limit(SHOWN)
        .forEach(d -> System.out.println(d.what() + ": " + d.row() + ": kept " + d.kept() + ", ledger " + d.ledger()));
    System.out.println(differences.size() + " differences");
    return 1;
  }
}
