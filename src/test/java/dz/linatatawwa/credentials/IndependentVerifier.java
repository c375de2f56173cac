package dz.linatatawwa.credentials;

import dz.linatatawwa.world.NodeProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A verifier that others wrote (npm packages of Digital Bazaar, pinned by a lock file), in a process of its own. */
final class IndependentVerifier {

  private static final NodeProgram PROGRAM = new NodeProgram(Path.of("src/test/verifier"), Path.of("target/verifier"), "verify.mjs");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What it says of one file.
   *  @param revoked null where it did not come to ask */
  record Answer(String file, boolean verified, @Nullable Boolean revoked, @Nullable String error) {}

  private IndependentVerifier() {}

  /** Whether the machine has Node 18 or newer, and npm. */
  static boolean possible() {
    return NodeProgram.possible(18, 0);
  }

  /** By the names of the files. */
  static Map<String, Answer> ask(String platform, Map<String, byte[]> files) throws IOException {
    PROGRAM.install();
    Path cases = Files.createDirectories(PROGRAM.home().resolve("cases"));
    List<String> words = new ArrayList<>(List.of("node", "verify.mjs", platform));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(cases.resolve(file.getKey()), file.getValue());
      words.add("cases/" + file.getKey());
    }
    Map<String, Answer> answers = new HashMap<>();
    PROGRAM.run(120, words).lines().filter(line -> line.startsWith("{")).map(line -> JSON.readValue(line, Answer.class))
        .forEach(answer -> answers.put(answer.file().substring("cases/".length()), answer));
    return answers;
  }
}
