package dz.linatatawwa.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one folder of keys. */
class KnownKeysTests {

  @TempDir Path data;

  @Test
  void whatAnotherNodeSignedAMomentAgoIsGoodHere() throws InterruptedException {
    KnownKeys here = new KnownKeys(new KeyFolder(data, KeyKind.ED25519, "test"));
    KnownKeys there = new KnownKeys(new KeyFolder(data, KeyKind.ED25519, "test"));
    assertThat(here.all()).hasSize(1);
    int fresh = there.rotate().lastKey();
    assertThat(here.all()).as("remembered").hasSize(1);
    Thread.sleep(1010); // a number that is not known is looked for once a second
    assertThat(here.find(fresh)).isPresent();
    assertThat(here.find(fresh + 1)).isEmpty();
    assertThat(here.names()).containsExactly("test-ed25519-002", "test-ed25519-001");
  }

  @Test
  void aFolderThatIsOnlyToBeReadIsEnoughOnceAllKeysAreMade() throws IOException {
    KeyFolder made = new KeyFolder(data, KeyKind.ED25519);
    made.secrets();
    made.keys();
    byte[] links = made.secret("links");
    try (Stream<Path> all = Files.list(data.resolve("keys"))) {
      assertThat(all.map(file -> file.getFileName().toString())).contains("links.secret", "marks.secret", "second-step.secret", "ed25519-001.pem");
    }
    Files.delete(data.resolve("keys/.lock")); // it would have to be made anew to be held
    KeyFolder mounted = new KeyFolder(data, KeyKind.ED25519);
    assertThat(mounted.secret("links")).isEqualTo(links);
    assertThat(mounted.keys()).hasSize(1);
    assertThat(data.resolve("keys/.lock")).doesNotExist();
  }

  @Test
  void theSameKeysHaveTheSameMarkAndOthersAnother(@TempDir Path elsewhere) throws IOException {
    assertThat(new SharedKeys(data).mark()).contains("none");
    new KeyFolder(data, KeyKind.ED25519).secrets();
    new KeyFolder(elsewhere, KeyKind.ED25519).secrets();
    String mark = new SharedKeys(data).mark().orElseThrow();
    assertThat(new SharedKeys(data).mark()).contains(mark);
    assertThat(new SharedKeys(elsewhere).mark()).isPresent().isNotEqualTo(java.util.Optional.of(mark));
    new KeyFolder(data, KeyKind.ED25519).rotate();
    assertThat(new SharedKeys(data).mark().orElseThrow()).isNotEqualTo(mark).hasSize(32);
  }
}
