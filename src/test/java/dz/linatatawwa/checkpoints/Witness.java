package dz.linatatawwa.checkpoints;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;

/** Somebody outside who signs checkpoints (cosignature/v1). */
final class Witness {

  private final String name;
  private final KeyPair pair;

  Witness(String name) throws GeneralSecurityException {
    this.name = name;
    this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  VerifierKey key() {
    return VerifierKey.of(name, VerifierKey.COSIGNATURE, pair.getPublic());
  }

  String line(String text, long second) throws GeneralSecurityException {
    Signature signing = Signature.getInstance("Ed25519");
    signing.initSign(pair.getPrivate());
    signing.update(("cosignature/v1\ntime " + second + "\n" + text).getBytes(StandardCharsets.UTF_8));
    byte[] signature = signing.sign();
    return new SignedNote.Line(name, key().id(), ByteBuffer.allocate(Long.BYTES + signature.length).putLong(second).put(signature).array()).written();
  }
}
