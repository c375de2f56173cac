package dz.linatatawwa.figures;

import dz.linatatawwa.commands.Command;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@code statistics rebuild} makes what figures are read from anew from the ledger, {@code statistics check} compares both; other words belong to rooms above. */
@Component
class StatisticsCommand implements Command {

  private static final int SHOWN = 50;
  private static final long PAUSE_MS = 1_000;

  private final Keeping keeping;
  private final ObjectProvider<StatisticsVerb> verbs;
  private final List<Rebuilding> others;

  StatisticsCommand(Keeping keeping, ObjectProvider<StatisticsVerb> verbs, List<Rebuilding> others) {
    this.keeping = keeping;
    this.verbs = verbs;
    this.others = List.copyOf(others);
  }

  @Override
  public String name() {
    return "statistics";
  }

  @Override
  public String usage() {
    return "statistics " + Stream.concat(Stream.of("rebuild", "check"), verbs.stream().map(StatisticsVerb::usage).sorted()).collect(Collectors.joining(" | "));
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.equals(List.of("rebuild"))) return rebuild();
    if (arguments.equals(List.of("check"))) return check();
    List<StatisticsVerb> asked = verbs.stream().filter(verb -> !arguments.isEmpty() && verb.name().equals(arguments.getFirst())).toList();
    if (!asked.isEmpty()) return asked.getFirst().run(arguments.subList(1, arguments.size()));
    System.err.println(usage());
    return 2;
  }

  /** Year by year; what is done stays done when the process dies, and the next call goes on. */
  private int rebuild() {
    boolean anew = keeping.askForAll();
    List<Integer> years = keeping.toMake();
    System.out.println((anew ? "" : "going on: ") + years.size() + " years to make: " + years.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    long all = 0;
    long began = System.nanoTime();
    for (int year : years) {
      long start = System.nanoTime();
      OptionalLong lines = keeping.make(year);
      while (lines.isEmpty()) {
        pause();
        if (!keeping.toMake().contains(year)) break; // another process made it
        lines = keeping.make(year);
      }
      all += lines.orElse(0);
      System.out.println(year + ": " + lines.orElse(0) + " lines in " + tenths(start) + " s");
    }
    System.out.println("made from " + all + " lines in " + tenths(began) + " s");
    others.forEach(other -> other.rebuild(step -> System.out.println(other.name() + ": " + step)));
    return 0;
  }

  private int check() {
    int wrong = 0;
    for (int year : keeping.made()) {
      List<SliceKey> found = keeping.wrong(year);
      wrong += found.size();
      System.out.println(year + ": " + (found.isEmpty() ? "as the ledger" : found.size() + " slices are not as the ledger"));
      found.stream().limit(SHOWN).forEach(key -> System.out.println("  " + key.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + key.scope() + ", part " + key.part()));
    }
    if (!keeping.toMake().isEmpty()) System.out.println("not made yet: " + keeping.toMake());
    if (wrong > 0) System.out.println("bin/statistics rebuild makes them anew");
    return wrong == 0 ? 0 : 1;
  }

  private static String tenths(long since) {
    return String.format(java.util.Locale.ROOT, "%.1f", (System.nanoTime() - since) / 1e9);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while another process keeps the slices", e);
    }
  }
}
