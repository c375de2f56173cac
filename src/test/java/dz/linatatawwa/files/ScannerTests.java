package dz.linatatawwa.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.Said;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.WorldTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uploads and a daemon that knows malware: what is found is not kept, and nothing is kept that it did not look at. */
@WorldTest
class ScannerTests {

  /** For one who does not answer. */
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration LONG = Duration.ofSeconds(20);

  @Autowired FileTable table;
  @Autowired Shelf shelf;
  @Autowired Pictures pictures;
  @Autowired ObjectProvider<FileAccess> rules;
  @Autowired JdbcClient db;
  FakeScanner daemon;
  AccountId amina;

  @BeforeEach
  void aDaemon() throws IOException {
    daemon = new FakeScanner();
    amina = SignIn.account("أمينة بلقاسم");
  }

  @AfterEach
  void closed() throws IOException {
    daemon.close();
  }

  private static byte[] pdf(String inside) {
    return ("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n" + inside + "\ntrailer << >>\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private Kept keep(Scanner scanner, byte[] content) {
    return new Files(table, shelf, pictures, scanner, rules).keep(amina, "organization-document", "statuts.pdf", "application/pdf", content);
  }

  private int kept() {
    return db.sql("select count(*) from files.file where owner = :owner").param("owner", amina.value()).query(Integer.class).single();
  }

  @Test
  void everyByteIsLookedAtBeforeADocumentIsKept() {
    byte[] large = pdf("x".repeat(300_000));
    assertThat(keep(daemon.client(LONG), pdf("plain"))).isInstanceOf(Kept.Stored.class);
    assertThat(keep(daemon.client(LONG), large)).isInstanceOf(Kept.Stored.class);
    assertThat(daemon.seen).hasSize(2);
    assertThat(daemon.seen.getLast()).isEqualTo(large);
    assertThat(kept()).isEqualTo(2);
  }

  @Test
  void whatIsFoundIsNotKept() {
    try (Said said = Said.by(Files.class)) {
      assertThat(keep(daemon.client(LONG), pdf("VIRUS"))).isEqualTo(Kept.Refused.because("files.problem.malware"));
      assertThat(kept()).isZero();
      assertThat(said.lines()).as("one line, whatever the daemon calls it").singleElement().asString()
          .contains("the scanner found", "Test.Virus_[31m_forged-1", amina.toString(), "organization-document").doesNotContain("\u001b", "\n", "statuts");
    }
  }

  @ParameterizedTest
  @EnumSource(value = FakeScanner.Mood.class, names = "HONEST", mode = EnumSource.Mode.EXCLUDE)
  void withoutAClearWordNothingIsKept(FakeScanner.Mood mood) {
    long before = System.nanoTime();
    assertThat(keep(daemon.being(mood).client(SHORT), pdf("plain"))).isEqualTo(Kept.Refused.because("files.problem.scannerAway"));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    assertThat(kept()).isZero();
    assertThat(keep(daemon.being(FakeScanner.Mood.HONEST).client(LONG), pdf("plain"))).as("once it is there again").isInstanceOf(Kept.Stored.class);
  }

  @Test
  void aDaemonThatIsNotThereKeepsNothing() throws IOException {
    Scanner nobody = daemon.client(SHORT);
    daemon.close();
    assertThat(keep(nobody, pdf("plain"))).isEqualTo(Kept.Refused.because("files.problem.scannerAway"));
    assertThat(keep(new Scanner("scanner.invalid:3310", SHORT), pdf("plain"))).isEqualTo(Kept.Refused.because("files.problem.scannerAway"));
    assertThat(kept()).isZero();
  }

  @Test
  void picturesAreLookedAtTooBeforeTheyAreDrawn() {
    byte[] picture = "\u00ff\u00d8\u00ff VIRUS".getBytes(StandardCharsets.ISO_8859_1);
    Files files = new Files(table, shelf, pictures, daemon.client(LONG), rules);
    assertThat(files.keep(amina, "organization-logo", "logo.jpg", "image/jpeg", picture)).isEqualTo(Kept.Refused.because("files.problem.malware"));
  }

  @Test
  void withoutASettingNobodyIsAsked() {
    assertThat(keep(new Scanner(""), pdf("VIRUS"))).isInstanceOf(Kept.Stored.class);
    assertThat(daemon.seen).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:0", "localhost:70000", "http://localhost:3310", "localhost:3310/x", ":3310", "a b:3310"})
  void aSettingThatIsNoAddressEndsTheStart(String address) {
    assertThatThrownBy(() -> new Scanner(address)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("linatatawwa.scanner");
  }
}
