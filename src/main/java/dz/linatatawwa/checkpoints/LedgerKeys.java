package dz.linatatawwa.checkpoints;

import dz.linatatawwa.keys.KeyFolder;
import dz.linatatawwa.keys.KeyKind;
import dz.linatatawwa.keys.KeyRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The keys that sign checkpoints (Ed25519, apart from those of credentials), and the public keys of the witnesses, both under {@code <data>/keys/}. */
@Component
class LedgerKeys implements KeyRing {

  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final String WITNESSES = "ledger-witnesses.txt";

  private final KeyFolder folder;
  private final Path witnesses;
  private final Clock clock;
  private volatile @Nullable Known known;

  private record Known(SortedMap<Integer, KeyFolder.Key> keys, Instant readAt) {}

  LedgerKeys(@Value("${linatatawwa.data:data}") Path data, Clock clock) {
    this.folder = new KeyFolder(data, KeyKind.ED25519, "ledger");
    this.witnesses = data.resolve("keys").resolve(WITNESSES);
    this.clock = clock;
  }

  /** A note over this text, signed with the newest key. */
  SignedNote sign(String origin, String text) {
    KeyFolder.Key key = known().sequencedValues().getLast();
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
    return known().values().stream().map(key -> verifier(origin, key)).toList().reversed();
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
    return List.copyOf(known().keySet()).reversed().stream().map(folder::name).toList();
  }

  @Override
  public void renew() {
    known = new Known(folder.rotate(), clock.instant());
  }

  private static VerifierKey verifier(String origin, KeyFolder.Key key) {
    return VerifierKey.of(origin, VerifierKey.OVER_THE_NOTE, key.known());
  }

  /** Read anew now and then: another node or a command may have made a new key. */
  private SortedMap<Integer, KeyFolder.Key> known() {
    Known now = known;
    if (now == null || Duration.between(now.readAt, clock.instant()).abs().compareTo(REMEMBERED) > 0) {
      known = now = new Known(folder.keys(), clock.instant());
    }
    return now.keys;
  }
}
