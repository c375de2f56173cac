package dz.linatatawwa.hours;

import java.util.List;

/** What a room above adds to the command {@code ledger}: a word of its own, or, under the name {@code verify}, one more proof of what that word proves. */
public interface LedgerVerb {

  /** The word after {@code ledger}. */
  String name();

  /** How to call it, in one line: {@code verify [--against FILE]}. */
  String usage();

  /** Does it; what people should read goes to {@code System.out}, complaints to {@code System.err}.
   *  @param arguments the words after the name
   *  @return 0 done, 1 not as it should be, 2 called wrongly */
  int run(List<String> arguments);
}
