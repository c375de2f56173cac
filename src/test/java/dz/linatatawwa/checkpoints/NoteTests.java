package dz.linatatawwa.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteTests {

  /** The example of Go's package note, which the format comes from. */
  private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String NOTE = """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  @TempDir Path data;

  @Test
  void theExampleOfTheFormatIsReadAndAccepted() {
    VerifierKey key = VerifierKey.read(KEY).orElseThrow();
    SignedNote note = SignedNote.read(NOTE).orElseThrow();
    assertThat(key).hasToString(KEY);
    assertThat(note.written()).isEqualTo(NOTE);
    assertThat(note.signedBy(key)).isTrue();
    assertThat(SignedNote.read(NOTE.replace("answer", "Answer")).orElseThrow().signedBy(key)).isFalse();
  }

  @Test
  void whatIsNoKeyOrNoNoteIsNothing() {
    for (String wrong : List.of("", "a", KEY + "A", KEY.replace("c74f20a3", "c74f20a4"), KEY.replace("+", " "), KEY.replace("ARpc", "ARpd"))) {
      assertThat(VerifierKey.read(wrong)).as(wrong).isEmpty();
    }
    for (String wrong : List.of("", "text\n", "text\n\n", NOTE.strip(), NOTE + "\n", NOTE + "x\n", NOTE.replace("—", "-"))) {
      assertThat(SignedNote.read(wrong)).as(wrong).isEmpty();
    }
    for (String wrong : List.of("", "name\n1\n", "name\n01\n" + "A".repeat(43) + "=\n", "name\n1\n" + "A".repeat(44) + "\n", "na me\n1\n" + "A".repeat(43) + "=\n")) {
      assertThat(TreeHead.read(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void aNewKeySignsAndTheOldOneStillChecks() throws Exception {
    LedgerKeys keys = new LedgerKeys(data);
    SignedNote old = keys.sign("example.dz/ledger", "text\n");
    VerifierKey first = keys.verifiers("example.dz/ledger").getFirst();
    keys.renew();
    SignedNote now = new LedgerKeys(data).sign("example.dz/ledger", "text\n");
    assertThat(keys.verifiers("example.dz/ledger")).hasSize(2).last().hasToString(first.toString());
    assertThat(old.signedBy(first)).isTrue();
    assertThat(now.signedBy(first)).isFalse();
    assertThat(now.signedBy(keys.verifiers("example.dz/ledger").getFirst())).isTrue();
    assertThat(Files.getPosixFilePermissions(data.resolve("keys/ledger-ed25519-001.pem"))).hasSize(2);
  }

  @Test
  void aCosignatureBindsItsTimeAndTheText() throws Exception {
    Witness witness = new Witness("witness.example/w1");
    SignedNote note = new LedgerKeys(data).sign("example.dz/ledger", "example.dz/ledger\n1\n" + "A".repeat(43) + "=\n");
    SignedNote cosigned = SignedNote.read(note.written() + witness.line(note.text(), 1_800_000_000)).orElseThrow();
    assertThat(cosigned.cosignedBy(witness.key()).orElseThrow().getEpochSecond()).isEqualTo(1_800_000_000);
    SignedNote.Line line = cosigned.signatures().getLast();
    byte[] later = line.bytes().clone();
    later[7]++;
    SignedNote otherTime = new SignedNote(note.text(), List.of(new SignedNote.Line(line.name(), line.id(), later)));
    assertThat(otherTime.cosignedBy(witness.key())).isEmpty();
    assertThat(new SignedNote(note.text().replace("\n1\n", "\n2\n"), List.of(line)).cosignedBy(witness.key())).isEmpty();
    assertThat(cosigned.cosignedBy(new Witness("witness.example/w1").key())).as("the same name with another key").isEmpty();
  }
}
