package dz.linatatawwa.figures;

import java.util.List;

/** What a room above adds to the command {@code statistics}: a word of its own. */
public interface StatisticsVerb {

  /** The word after {@code statistics}. */
  String name();

  /** How to call it, in one line: {@code release 2026Q3}. */
  String usage();

  /** Does it; what people should read goes to {@code System.out}, complaints to {@code System.err}.
   *  @param arguments the words after the name
   *  @return 0 done, 1 not as it should be, 2 called wrongly */
  int run(List<String> arguments);
}
