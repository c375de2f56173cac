package dz.linatatawwa.commands;

import java.util.List;
import java.util.Map;

/** A deed for the command line that has no platform around it: it neither migrates tables nor reads settings of rooms, so that it works on a data folder of another version, and before there is
 *  one. Named in {@code META-INF/spring.factories}. */
public interface BareCommand {

  /** The first word typed: {@code backup}. */
  String name();

  /** How to call it, in one line. */
  String usage();

  /** Does it; what people should read goes to {@code System.out}, complaints to {@code System.err}.
   *  @param arguments the words after the name, without the settings of the platform
   *  @param settings  those, by name without the dashes: {@code linatatawwa.data}
   *  @return the exit code: 0 done, 1 not as it should be, 2 called wrongly */
  int run(List<String> arguments, Map<String, String> settings);
}
