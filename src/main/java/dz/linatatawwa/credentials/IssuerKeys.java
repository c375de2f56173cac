package dz.linatatawwa.credentials;

import dz.linatatawwa.keys.KeyFolder;
import dz.linatatawwa.keys.KeyKind;
import dz.linatatawwa.keys.KeyRing;
import dz.linatatawwa.keys.KnownKeys;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The keys with which the platform signs credentials (Ed25519). One that no longer signs stays published, so that what it signed stays good. */
@Component
class IssuerKeys implements KeyRing {

  private static final int RAW = 32;
  /** Says "an Ed25519 public key follows" (Multicodec). */
  private static final byte[] MULTICODEC = {(byte) 0xed, 0x01};

  private final KnownKeys known;

  IssuerKeys(@Value("${linatatawwa.data:data}") Path data) {
    this.known = new KnownKeys(new KeyFolder(data, KeyKind.ED25519));
  }

  /** The number of the key that signs now. */
  int newest() {
    return known.all().lastKey();
  }

  /** All numbers, the newest first. */
  List<Integer> numbers() {
    return List.copyOf(known.all().keySet()).reversed();
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
    return known.find(number).filter(key -> signed(key.known(), message, by)).isPresent();
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
    return known.names();
  }

  @Override
  public void renew() {
    known.rotate();
  }

  private KeyFolder.Key key(int number) {
    return known.find(number).orElseThrow(() -> new IllegalStateException("no key " + number));
  }
}
