package dz.linatatawwa.codes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignerTests {

  private static final byte[] WORDS = "نص للتوقيع".getBytes(UTF_8);

  @TempDir Path data;

  @Test
  void keysAreMadeOnceAndReadableByTheirOwnerAlone() throws Exception {
    byte[] signature = signer().sign(1, WORDS);
    assertThat(signer().signed(1, WORDS, signature)).as("another process reads the same key").isTrue();
    try (var files = Files.list(data.resolve("keys"))) {
      assertThat(files.toList()).isNotEmpty().allSatisfy(file ->
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys")))).isEqualTo("rwx------");
  }

  @Test
  void afterARotationTheNewKeySignsAndTheOldOneStillChecks() {
    Signer signer = signer();
    Signer.Signed before = signer.sign(WORDS);
    String token = signer.jws(WORDS);
    assertThat(signer.rotate()).isEqualTo(2);
    assertThat(signer.sign(WORDS).key()).isEqualTo(2);
    for (Signer one : new Signer[] {signer, signer()}) {
      assertThat(one.signed(before.key(), WORDS, before.bytes())).isTrue();
      assertThat(one.signed(2, WORDS, before.bytes())).as("a key does not check what another signed").isFalse();
      assertThat(one.read(token)).hasValue(WORDS);
      assertThat(one.publicKeys()).extracting(PublicKeyView::kid).containsExactly("2", "1");
    }
  }

  @Test
  void aTokenOfAnotherPlatformOrWithAnotherHeaderIsNotOurs(@TempDir Path elsewhere) {
    String ours = signer().jws(WORDS);
    String theirs = new Signer(elsewhere).jws(WORDS);
    String none = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\",\"kid\":\"1\"}".getBytes(UTF_8));
    assertThat(signer().read(ours)).isPresent();
    for (String wrong : new String[] {theirs, none + ours.substring(ours.indexOf('.')), ours + "A", ours.substring(1), "", "..", "a.b." + "A".repeat(86)}) {
      assertThat(signer().read(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void privateKeysAreInNoPublicView() {
    assertThat(signer().publicKeys().toString()).doesNotContain("PRIVATE").doesNotContain("\"d\"");
    assertThat(signer().publicKeys().getFirst().bytes()).isPresent();
  }

  @Test
  void aBrokenKeyFileStopsRatherThanBeingReplaced() throws Exception {
    signer().key();
    Files.writeString(data.resolve("keys/es256-001.pem"), "nothing");
    assertThatThrownBy(() -> signer().key()).isInstanceOf(IllegalStateException.class).hasMessageContaining("es256-001.pem");
  }

  private Signer signer() {
    return new Signer(data);
  }
}
