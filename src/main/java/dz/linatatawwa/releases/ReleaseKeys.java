package dz.linatatawwa.releases;

import dz.linatatawwa.checkpoints.Checkpoints;
import dz.linatatawwa.checkpoints.SignedNote;
import dz.linatatawwa.checkpoints.VerifierKey;
import dz.linatatawwa.keys.KeyFolder;
import dz.linatatawwa.keys.KeyKind;
import dz.linatatawwa.keys.KeyRing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The keys that sign releases (Ed25519, apart from those of the ledger), and what they sign: a note in the format of C2SP signed-note, which names the package by
 *  its hash and the state of the ledger that was counted. */
@Component
class ReleaseKeys implements KeyRing {

  private static final String FORM = "linatatawwa release v1";

  private final KeyFolder folder;
  private final Checkpoints checkpoints;

  ReleaseKeys(@Value("${linatatawwa.data:data}") Path data, Checkpoints checkpoints) {
    this.folder = new KeyFolder(data, KeyKind.ED25519, "releases");
    this.checkpoints = checkpoints;
  }

  /** @param hash of the package, in hexadecimal digits */
  String sign(Edition edition, String hash) {
    String text = String.join("\n", origin(), FORM, "release " + edition.term().name(), "edition " + edition.number(), "package-sha256 " + hash,
        "ledger-size " + edition.ledgerSize(), "ledger-root " + edition.root(), "");
    KeyFolder.Key key = folder.keys().sequencedValues().getLast();
    try {
      Signature signing = Signature.getInstance("Ed25519");
      signing.initSign(key.secret());
      signing.update(text.getBytes(StandardCharsets.UTF_8));
      return new SignedNote(text, List.of(new SignedNote.Line(origin(), verifier(key).id(), signing.sign()))).written();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By which releases are checked, the newest first. */
  List<VerifierKey> verifiers() {
    return folder.keys().values().stream().map(this::verifier).toList().reversed();
  }

  /** Whether one of our keys signed this note, and it names this hash. */
  boolean isOurs(String note, String hash) {
    return SignedNote.read(note).filter(signed -> verifiers().stream().anyMatch(signed::signedBy)).filter(signed -> signed.text().contains("\npackage-sha256 " + hash + "\n"))
        .isPresent();
  }

  @Override
  public String name() {
    return "releases";
  }

  @Override
  public List<String> keys() {
    return List.copyOf(folder.keys().keySet()).reversed().stream().map(folder::name).toList();
  }

  @Override
  public void renew() {
    folder.rotate();
  }

  private VerifierKey verifier(KeyFolder.Key key) {
    return VerifierKey.of(origin(), VerifierKey.OVER_THE_NOTE, key.known());
  }

  /** Beside the ledger's own name, which never changes. */
  private String origin() {
    return checkpoints.name().orElse("localhost/ledger").replaceFirst("/ledger$", "") + "/data";
  }
}
