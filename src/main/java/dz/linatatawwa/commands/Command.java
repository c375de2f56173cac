package dz.linatatawwa.commands;

import java.util.List;

/** A deed for the command line: a bean of the room that knows how. It runs on the same data folder as the platform, which may be running or not. */
public interface Command {

  /** The first word typed: {@code ledger}. */
  String name();

  /** How to call it, in one line: {@code ledger verify}. */
  String usage();

  /** Does it; what people should read goes to {@code System.out}, complaints to {@code System.err}.
   *  @param arguments the words after the name, without the settings of the platform ({@code --linatatawwa.…=})
   *  @return the exit code: 0 done, 1 not as it should be, 2 called wrongly */
  int run(List<String> arguments);
}
