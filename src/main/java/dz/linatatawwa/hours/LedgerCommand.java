package dz.linatatawwa.hours;

import dz.linatatawwa.commands.Command;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@code ledger verify} proves the totals and whatever rooms above prove of the ledger, {@code ledger rebuild} makes the totals anew from it. */
@Component
class LedgerCommand implements Command {

  private static final int SHOWN = 100;

  private final LedgerCheck check;
  private final ObjectProvider<LedgerVerb> verbs;

  LedgerCommand(LedgerCheck check, ObjectProvider<LedgerVerb> verbs) {
    this.check = check;
    this.verbs = verbs;
  }

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public String usage() {
    return "ledger " + Stream.concat(Stream.of("rebuild"), verbs.stream().map(LedgerVerb::usage)).sorted(Comparator.reverseOrder())
        .collect(Collectors.joining(" | "));
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.equals(List.of("rebuild"))) {
      check.rebuild();
      System.out.println("totals made anew from " + check.lines() + " lines");
      return verify(List.of());
    }
    if (!arguments.isEmpty() && arguments.getFirst().equals("verify")) return verify(arguments.subList(1, arguments.size()));
    List<LedgerVerb> asked = verbs.stream().filter(verb -> !arguments.isEmpty() && verb.name().equals(arguments.getFirst())).toList();
    if (!asked.isEmpty()) return asked.getFirst().run(arguments.subList(1, arguments.size()));
    System.err.println(usage());
    return 2;
  }

  /** Everything is proved even where the first proof fails: whoever reads it wants to know all that differs. */
  private int verify(List<String> arguments) {
    int totals = totals();
    return verbs.stream().filter(verb -> verb.name().equals("verify")).mapToInt(verb -> verb.run(arguments)).reduce(totals, Math::max);
  }

  private int totals() {
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
