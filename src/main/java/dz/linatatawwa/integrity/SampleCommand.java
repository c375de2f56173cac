package dz.linatatawwa.integrity;

import dz.linatatawwa.commands.Command;
import dz.linatatawwa.integrity.SampleTable.Kept;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code sample repeat} makes every draw again from its seed and says whether the same claims were asked. */
@Component
class SampleCommand implements Command {

  private final SampleTable table;

  SampleCommand(SampleTable table) {
    this.table = table;
  }

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public String usage() {
    return "sample repeat";
  }

  @Override
  public int run(List<String> arguments) {
    if (!arguments.equals(List.of("repeat"))) {
      System.err.println(usage());
      return 2;
    }
    List<Kept> wrong = table.draws().stream().filter(kept -> !equal(kept)).toList();
    wrong.forEach(kept -> System.out.println("draw " + kept.id() + " is not what its seed draws"));
    if (wrong.isEmpty()) System.out.println("every draw is what its seed draws: " + table.draws().size() + " draws");
    return wrong.isEmpty() ? 0 : 1;
  }

  /** Whoever closed the account before they could be asked was drawn and not asked. */
  boolean equal(Kept kept) {
    List<Long> population = table.population(kept.from(), kept.until());
    List<Long> again = kept.draw().from(population);
    return population.size() == kept.population() && again.size() == kept.drawn() && again.containsAll(table.asked(kept.id()));
  }
}
