package dz.linatatawwa.api;

import dz.linatatawwa.world.NodeProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A linter, a maker of values and a judge of JSON that others wrote (npm packages, pinned by a lock file), in a process of their own. */
final class OtherClient {

  static final String LOUD = """
      ************************************************************************************************
      * NOT TESTED: no Node 20.19 with npm on this machine, so no independent linter and client looked *
      * at the description of the API. Install nodejs and npm.                                         *
      ************************************************************************************************""";

  private static final NodeProgram PROGRAM = new NodeProgram(Path.of("src/test/verifier-api"), Path.of("target/verifier-api"), "attack.mjs");

  private OtherClient() {}

  static boolean possible() {
    return NodeProgram.possible(20, 19);
  }

  static JsonNode attack(String platform, Path file) throws IOException {
    PROGRAM.install();
    String said = PROGRAM.run(240, List.of("node", "attack.mjs", platform, file.toAbsolutePath().toString()));
    return JsonMapper.shared().readTree(said.lines().filter(line -> line.startsWith("{")).findFirst().orElseThrow());
  }
}
