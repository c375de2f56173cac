package dz.linatatawwa.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dz.linatatawwa.checkpoints.Checkpoints;
import dz.linatatawwa.demo.SmallCountry;
import dz.linatatawwa.hours.LedgerVerb;
import dz.linatatawwa.world.WorldTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Somebody outside, with a program in Go that shares no line with the platform, checks a release over HTTP. Left out where Go is not installed: {@code bin/verifier test} installs it. */
@WorldTest
class GoReleaseTests {

  private static final Path PROGRAM = Path.of("target", "verifier-of-releases").toAbsolutePath();

  @LocalServerPort int port;
  @Autowired ApplicationContext rooms;
  @Autowired Releases releases;
  @Autowired Checkpoints checkpoints;
  @Autowired List<LedgerVerb> ledger;
  @Autowired Clock clock;
  @TempDir Path kept;

  @Test
  void itAcceptsAReleaseAndRefusesWhatWasChanged() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog")) && run(Path.of("."), "go", "version") == 0, "Go is not installed");
    assertThat(run(Path.of("src/test/verifier-ledger"), "go", "build", "-o", PROGRAM.toString(), ".")).isZero();
    SmallCountry.fill(rooms, 7);
    ledger.stream().filter(verb -> verb.name().equals("place")).forEach(verb -> verb.run(List.of()));
    Quarter quarter = Quarter.at(LocalDate.now(clock)).before();
    Edition draft = ((Made.Drafted) releases.draft(quarter, null)).edition();
    Edition edition = ((Made.Published) releases.publish(draft, "", null)).edition();
    String at = "http://localhost:" + port;
    Path archive = Files.write(kept.resolve("package.zip"), releases.archive(edition).orElseThrow());
    Path note = Files.writeString(kept.resolve("note"), String.valueOf(edition.signedNote()));
    String key = releases.keys().getFirst();
    String ledgerKey = checkpoints.keys().getFirst();
    assertThat(program("release", key, note, archive, at + "/ledger", ledgerKey)).as(said()).isZero();
    assertThat(said()).contains("release " + quarter.name() + " edition 1");
    Path changed = kept.resolve("changed");
    byte[] bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 2] ^= 1;
    Files.write(changed, bytes);
    assertThat(program("release", key, note, changed, at + "/ledger", ledgerKey)).isEqualTo(1);
    Files.writeString(changed, Files.readString(note).replace("edition 1", "edition 2"));
    assertThat(program("release", key, changed, archive, at + "/ledger", ledgerKey)).isEqualTo(1);
    assertThat(program("release", ledgerKey, note, archive, at + "/ledger", ledgerKey)).as("signed with another key").isEqualTo(1);
    assertThat(program("release", key, note, archive, at + "/nowhere", ledgerKey)).isEqualTo(1);
  }

  private int program(Object... words) throws Exception {
    List<String> all = new ArrayList<>(List.of(PROGRAM.toString()));
    for (Object word : words) all.add(word.toString());
    return run(Path.of("."), all.toArray(String[]::new));
  }

  private String said() throws IOException {
    return Files.readString(kept.resolve("said"));
  }

  private int run(Path folder, String... words) throws IOException, InterruptedException {
    ProcessBuilder process = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(kept.resolve("said").toFile());
    process.environment().put("GO111MODULE", "off");
    process.environment().put("GOPATH", "/usr/share/gocode");
    process.environment().putIfAbsent("GOCACHE", kept.resolve("go").toString());
    try {
      return process.start().waitFor();
    } catch (IOException none) {
      return -1;
    }
  }
}
