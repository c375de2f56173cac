package dz.linatatawwa.rewards;

import dz.linatatawwa.commands.Command;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code lots repeat} draws every lot again from its published seed and says whether the same order comes out. */
@Component
class LotCommand implements Command {

  private final LotTable entries;
  private final Lots lots;

  LotCommand(LotTable entries, Lots lots) {
    this.entries = entries;
    this.lots = lots;
  }

  @Override
  public String name() {
    return "lots";
  }

  @Override
  public String usage() {
    return "lots repeat";
  }

  @Override
  public int run(List<String> arguments) {
    if (!arguments.equals(List.of("repeat"))) {
      System.err.println(usage());
      return 2;
    }
    List<BenefitId> drawn = entries.drawn();
    List<BenefitId> wrong = drawn.stream().filter(id -> !lots.holds(id)).toList();
    wrong.forEach(id -> System.out.println("the lot of benefit " + id + " is not what its seed draws"));
    if (wrong.isEmpty()) System.out.println("every lot is what its seed draws: " + drawn.size() + " lots");
    return wrong.isEmpty() ? 0 : 1;
  }
}
