package dz.linatatawwa.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** What a key can do: the one kind that browsers know, and the one that credentials are signed with. */
public enum KeyKind {
  /** ECDSA on P-256. */
  ES256("EC"),
  /** EdDSA on Curve25519. */
  ED25519("Ed25519");

  private final String algorithm;

  KeyKind(String algorithm) {
    this.algorithm = algorithm;
  }

  KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (this == ES256) generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  KeyFactory factory() throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm);
  }
}
