package dz.linatatawwa.search;

import dz.linatatawwa.commands.Command;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code search rebuild} looks at everything again that can be found, and mends what is not as its room says; searches go on meanwhile. */
@Component
class SearchCommand implements Command {

  private final SearchKeeping keeping;

  SearchCommand(SearchKeeping keeping) {
    this.keeping = keeping;
  }

  @Override
  public String name() {
    return "search";
  }

  @Override
  public String usage() {
    return "search rebuild";
  }

  @Override
  public int run(List<String> arguments) {
    if (!arguments.equals(List.of("rebuild"))) {
      System.err.println(usage());
      return 2;
    }
    System.out.println("rows that were not as they should be: " + keeping.rebuild());
    return 0;
  }
}
