package dz.linatatawwa.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.WorldTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program in Go, on the packages of Go's checksum database, reads over HTTP what the platform publishes. Left out where Go is not installed:
 *  {@code bin/verifier test} installs it. */
@WorldTest
class GoVerifierTests {

  private static final Path PACKAGES = Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog");
  private static final Path PROGRAM = Path.of("target", "verifier-of-ledger").toAbsolutePath();

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired DataSource source;
  @Autowired Looks looks;
  @Autowired Checkpoints checkpoints;
  @Autowired CheckpointTable table;
  @Autowired LedgerKeys keys;
  @TempDir Path kept;
  Lines lines;

  @BeforeEach
  void built() throws Exception {
    assumeTrue(Files.isDirectory(PACKAGES) && run(Path.of("."), "go", "version") == 0, "Go is not installed");
    assertThat(run(Path.of("src/test/verifier-ledger"), "go", "build", "-o", PROGRAM.toString(), ".")).isZero();
    lines = new Lines(db, source);
  }

  @Test
  void itAcceptsWhatIsOursAndRefusesWhatWasChanged() throws Exception {
    long entry = lines.write(1_000).get(400);
    Path old = signed("old");
    lines.write(70);
    long reversal = lines.takeBack(entry);
    Path now = signed("now");
    String key = checkpoints.keys().getFirst();
    String ledger = "http://localhost:" + port + "/ledger";
    Path proof = proof("proof", entry);

    accepted("checkpoint", key, now);
    accepted("proof", key, proof);
    accepted("proof", key, proof("reversal", reversal));
    accepted("consistency", ledger, key, old, now);
    accepted("consistency", ledger, key, now, now);
    accepted("recount", ledger, key, now);

    long size = checkpoints.newest().orElseThrow().size();
    refused("checkpoint", key, changed(now, "\n" + size + "\n", "\n" + (size + 1) + "\n"));
    refused("checkpoint", otherKey(), now);
    refused("consistency", ledger, key, now, old);
    String opening = new String(Base64.getDecoder().decode(Files.readAllLines(proof).get(1).substring("extra ".length())), java.nio.charset.StandardCharsets.UTF_8);
    for (String[] other : new String[][] {{"minutes 120\ngrade", "minutes 720\ngrade"}, {"field ENV\nwilaya", "field EDU\nwilaya"}, {"entry " + entry, "entry " + (entry + 1)},
        {"\nvolunteer ", "\nvolunteer 1"}, {"\nsalt ", "\nsalt 0"}, {"kind hours", "kind reversal"}, {"month 2", "month 1"}}) {
      refused("proof", key, withOpening(proof, opening.replaceFirst(other[0], other[1])));
    }
    String index = Files.readAllLines(proof).get(2);
    refused("proof", key, changed(proof, "\n" + index + "\n", "\n" + index + "0\n"));
    refused("proof", key, changed(proof, "\n" + index + "\n", "\nindex " + (Long.parseLong(index.substring("index ".length())) ^ 1) + "\n"));
  }

  @Test
  void itRefusesARewrittenPastAForkAndAMissingWitness() throws Exception {
    List<Long> entries = lines.write(300);
    Path old = signed("old");
    String key = checkpoints.keys().getFirst();
    String ledger = "http://localhost:" + port + "/ledger";
    Witness university = new Witness("university.example/witness");
    Path cosigned = kept.resolve("cosigned");
    Files.writeString(cosigned, Files.readString(old) + university.line(SignedNote.read(Files.readString(old)).orElseThrow().text(), 1_800_000_000));
    accepted("checkpoint", key, cosigned, university.key());
    refused("checkpoint", key, old, university.key());
    refused("checkpoint", key, cosigned, new Witness("university.example/witness").key());

    lines.tamper("update hours.entry set minutes = 240 where id = " + entries.get(7));
    lines.tamper("delete from checkpoints.leaf; delete from checkpoints.tile; delete from checkpoints.checkpoint");
    Path fork = signed("fork");
    accepted("recount", ledger, key, fork);
    assertThat(said(refused("consistency", ledger, key, old, fork))).contains("a fork");
    lines.write(40);
    Path later = signed("later");
    accepted("consistency", ledger, key, fork, later);
    assertThat(said(refused("consistency", ledger, key, old, later))).contains("rewritten");
    String oneBit = "update checkpoints.tile set hashes = set_byte(hashes, 900, get_byte(hashes, 900) # 1) where level = 0 and number = 0";
    lines.tamper(oneBit);
    refused("recount", ledger, key, later);
    lines.tamper(oneBit);
    accepted("recount", ledger, key, later);
  }

  private Path signed(String name) throws IOException {
    looks.whole(so -> {});
    return Files.writeString(kept.resolve(name), checkpoints.note().orElseThrow());
  }

  private Path proof(String name, long entry) throws IOException {
    return Files.writeString(kept.resolve(name), checkpoints.inclusion(new AccountId(lines.volunteer), entry).orElseThrow().proof());
  }

  private Path changed(Path file, String what, String into) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(what);
    return Files.writeString(kept.resolve("changed"), text.replace(what, into));
  }

  private Path withOpening(Path proof, String opening) throws IOException {
    List<String> all = new ArrayList<>(Files.readAllLines(proof));
    String extra = "extra " + Base64.getEncoder().encodeToString(opening.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(all.set(1, extra)).isNotEqualTo(extra);
    return Files.writeString(kept.resolve("opened"), String.join("\n", all) + "\n");
  }

  private String otherKey() throws Exception {
    LedgerKeys others = new LedgerKeys(kept.resolve("others"));
    return others.verifiers(table.origin().orElseThrow()).getFirst().toString();
  }

  private void accepted(Object... words) throws Exception {
    assertThat(run(Path.of("."), command(words))).as(String.join(" ", command(words)) + said(null)).isZero();
  }

  private Path refused(Object... words) throws Exception {
    assertThat(run(Path.of("."), command(words))).as(String.join(" ", command(words)) + said(null)).isEqualTo(1);
    return kept.resolve("said");
  }

  private String said(Path file) throws IOException {
    return Files.readString(kept.resolve("said"));
  }

  private static String[] command(Object... words) {
    List<String> all = new ArrayList<>(List.of(PROGRAM.toString()));
    for (Object word : words) all.add(word.toString());
    return all.toArray(String[]::new);
  }

  private int run(Path folder, String... words) throws InterruptedException {
    try {
      ProcessBuilder program = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(kept.resolve("said").toFile());
      program.environment().putAll(java.util.Map.of("GO111MODULE", "off", "GOPATH", "/usr/share/gocode", "GOCACHE", Path.of("target", "go-cache").toAbsolutePath().toString()));
      return program.start().waitFor();
    } catch (IOException notThere) {
      return -1;
    }
  }
}
