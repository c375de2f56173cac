package dz.linatatawwa.commands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Finds the command that was typed and runs it in the platform without its web server and without its background work. */
public final class Commands {

  private static final List<String> SETTINGS = List.of("--linatatawwa.", "--spring.", "--server.", "--logging.");

  private Commands() {}

  /** Whether these words name a command rather than settings of the server. */
  public static boolean asked(String... words) {
    return words.length > 0 && !words[0].startsWith("-");
  }

  /** Runs the command named by the first word.
   *  @param platform the class that Spring starts from
   *  @return the exit code of the process */
  public static int run(Class<?> platform, String... words) {
    List<String> settings = new ArrayList<>(quiet());
    List<String> arguments = new ArrayList<>();
    for (String word : Arrays.asList(words).subList(1, words.length)) (isSetting(word) ? settings : arguments).add(word);
    List<BareCommand> bare = SpringFactoriesLoader.forDefaultResourceLocation().load(BareCommand.class);
    Optional<BareCommand> alone = bare.stream().filter(command -> command.name().equals(words[0])).findFirst();
    if (alone.isPresent()) return alone.get().run(List.copyOf(arguments), byName(settings));
    SpringApplication application = new SpringApplication(platform);
    application.addInitializers(context -> context.getBeanFactory().registerSingleton("lifecycleProcessor", new Stillness()));
    try (ConfigurableApplicationContext context = application.run(settings.toArray(String[]::new))) {
      List<Command> all = context.getBeanProvider(Command.class).stream().sorted(Comparator.comparing(Command::name)).toList();
      Optional<Command> asked = all.stream().filter(command -> command.name().equals(words[0])).findFirst();
      if (asked.isPresent()) return asked.get().run(List.copyOf(arguments));
      System.err.println("unknown command: " + words[0]);
      Stream.concat(all.stream().map(Command::usage), bare.stream().map(BareCommand::usage)).sorted().forEach(usage -> System.err.println("  " + usage));
      return 2;
    }
  }

  private static boolean isSetting(String word) {
    return SETTINGS.stream().anyMatch(word::startsWith);
  }

  private static Map<String, String> byName(List<String> settings) {
    Map<String, String> named = new HashMap<>();
    for (String setting : settings) {
      String[] parts = setting.substring(2).split("=", 2);
      named.put(parts[0], parts.length == 2 ? parts[1] : "true");
    }
    return Map.copyOf(named);
  }

  /** A negative port: the pages are there for the beans that need them, but nothing listens. Lazy: only what the command needs. */
  private static List<String> quiet() {
    return List.of("--linatatawwa.command=true", "--server.port=-1", "--spring.main.lazy-initialization=true",
        "--logging.level.root=error", "--spring.main.log-startup-info=false");
  }
}
