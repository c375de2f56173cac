package dz.linatatawwa.figures;

import java.util.List;

/** A word after the command {@code statistics}: a bean of whichever room knows how. */
public interface StatisticsVerb {

  /** The word: {@code release}. */
  String name();

  /** How to call it, in one line: {@code release QUARTER [--note TEXT]}. */
  String usage();

  /** Does it; what people should read goes to {@code System.out}, complaints to {@code System.err}.
   *  @param arguments the words after the name
   *  @return 0 done, 1 not as it should be, 2 called wrongly */
  int run(List<String> arguments);
}
