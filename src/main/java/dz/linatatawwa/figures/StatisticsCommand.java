package dz.linatatawwa.figures;

import dz.linatatawwa.commands.Command;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@code statistics WORD …}: hands the words on to the room that knows them. */
@Component
class StatisticsCommand implements Command {

  private final ObjectProvider<StatisticsVerb> verbs;

  StatisticsCommand(ObjectProvider<StatisticsVerb> verbs) {
    this.verbs = verbs;
  }

  @Override
  public String name() {
    return "statistics";
  }

  @Override
  public String usage() {
    return "statistics " + verbs.stream().sorted(Comparator.comparing(StatisticsVerb::name)).map(StatisticsVerb::usage).collect(Collectors.joining(" | "));
  }

  @Override
  public int run(List<String> arguments) {
    Optional<StatisticsVerb> asked = verbs.stream().filter(verb -> !arguments.isEmpty() && verb.name().equals(arguments.getFirst())).findFirst();
    if (asked.isPresent()) return asked.get().run(arguments.subList(1, arguments.size()));
    System.err.println(usage());
    return 2;
  }
}
