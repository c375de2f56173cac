package dz.linatatawwa.credentials;

import dz.linatatawwa.keys.KeyFolder;
import dz.linatatawwa.keys.KeyKind;
import dz.linatatawwa.keys.KeyRing;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The keys with which the platform signs credentials (Ed25519). One that no longer signs stays published, so that what it signed stays good. */
@Component
class IssuerKeys implements KeyRing {

  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int RAW = 32;
  /** Says "an Ed25519 public key follows" (Multicodec). */
  private static final byte[] MULTICODEC = {(byte) 0xed, 0x01};

  private final KeyFolder folder;
  private final Clock clock;
  private volatile @Nullable Known known;

  private record Known(SortedMap<Integer, KeyFolder.Key> keys, Instant readAt) {}

  IssuerKeys(@Value("${linatatawwa.data:data}") Path data, Clock clock) {
    this.folder = new KeyFolder(data, KeyKind.ED25519);
    this.clock = clock;
  }

  /** The number of the key that signs now. */
  int newest() {
    return known().lastKey();
  }

  /** All numbers, the newest first. */
  List<Integer> numbers() {
    return List.copyOf(known().keySet()).reversed();
  }

  /** A public key as controlled identifier documents give it (Multikey). */
  String multikey(int number) {
    byte[] encoded = key(number).known().getEncoded();
    byte[] bytes = Arrays.copyOf(MULTICODEC, MULTICODEC.length + RAW);
    System.arraycopy(encoded, encoded.length - RAW, bytes, MULTICODEC.length, RAW);
    return Base58.multibase(bytes);
  }

  byte[] sign(int number, byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key(number).secret());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** False also where there is no such key, and for anything that is no signature. */
  boolean signed(int number, byte[] message, byte[] by) {
    KeyFolder.Key key = known().get(number);
    return key != null && signed(key.known(), message, by);
  }

  private static boolean signed(PublicKey key, byte[] message, byte[] by) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(by);
    } catch (GeneralSecurityException notASignature) {
      return false;
    }
  }

  @Override
  public String name() {
    return "credentials";
  }

  @Override
  public List<String> keys() {
    return numbers().stream().map(folder::name).toList();
  }

  @Override
  public void renew() {
    known = new Known(folder.rotate(), clock.instant());
  }

  private KeyFolder.Key key(int number) {
    KeyFolder.Key key = known().get(number);
    if (key == null) throw new IllegalStateException("no key " + number);
    return key;
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
