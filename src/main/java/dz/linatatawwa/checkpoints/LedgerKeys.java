package dz.linatatawwa.checkpoints;

import dz.linatatawwa.keys.KeyFolder;
import dz.linatatawwa.keys.KeyKind;
import dz.linatatawwa.keys.KeyRing;
import dz.linatatawwa.keys.KnownKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The keys that sign checkpoints (Ed25519, apart from those of credentials), and the public keys of the witnesses, both under {@code <data>/keys/}. */
@Component
class LedgerKeys implements KeyRing {

  private static final String WITNESSES = "ledger-witnesses.txt";

  private final KnownKeys known;
  private final Path witnesses;

  LedgerKeys(@Value("${linatatawwa.data:data}") Path data) {
    this.known = new KnownKeys(new KeyFolder(data, KeyKind.ED25519, "ledger"));
    this.witnesses = data.resolve("keys").resolve(WITNESSES);
  }

  /** A note over this text, signed with the newest key. */
  SignedNote sign(String origin, String text) {
    KeyFolder.Key key = known.all().sequencedValues().getLast();
    try {
      Signature signing = Signature.getInstance("Ed25519");
      signing.initSign(key.secret());
      signing.update(text.getBytes(StandardCharsets.UTF_8));
      return new SignedNote(text, List.of(new SignedNote.Line(origin, verifier(origin, key).id(), signing.sign())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By which the notes of this name are checked, the newest first. */
  List<VerifierKey> verifiers(String origin) {
    return known.all().values().stream().map(key -> verifier(origin, key)).toList().reversed();
  }

  /** Whose cosignatures are kept: one key a line in {@code ledger-witnesses.txt}; other lines are remarks. */
  List<VerifierKey> witnesses() {
    if (!Files.exists(witnesses)) return List.of();
    try {
      return Files.readAllLines(witnesses).stream().flatMap(line -> VerifierKey.read(line).stream())
          .filter(key -> key.kind() == VerifierKey.COSIGNATURE).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(witnesses.toString(), e);
    }
  }

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public List<String> keys() {
    return known.names();
  }

  @Override
  public void renew() {
    known.rotate();
  }

  private static VerifierKey verifier(String origin, KeyFolder.Key key) {
    return VerifierKey.of(origin, VerifierKey.OVER_THE_NOTE, key.known());
  }
}
