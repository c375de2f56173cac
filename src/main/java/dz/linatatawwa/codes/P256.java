package dz.linatatawwa.codes;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;

/** ECDSA on the curve P-256 with SHA-256 (ES256): keys as 64 bytes x and y, signatures as 64 bytes r and s, as browsers make them. */
final class P256 {

  static final int KEY = 64;
  static final int SIGNATURE = 64;

  private static final String ALGORITHM = "SHA256withECDSAinP1363Format";
  private static final ECParameterSpec CURVE = curve();

  private P256() {}

  static byte[] bytes(ECPublicKey key) {
    byte[] bytes = new byte[KEY];
    put(key.getW().getAffineX(), bytes, 0);
    put(key.getW().getAffineY(), bytes, 32);
    return bytes;
  }

  /** The key of these bytes; nothing when they are no point of the curve. */
  static Optional<ECPublicKey> key(byte[] bytes) {
    if (bytes.length != KEY) return Optional.empty();
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(bytes, 0, 32));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(bytes, 32, KEY));
    if (!onCurve(x, y)) return Optional.empty();
    try {
      return Optional.of((ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE)));
    } catch (GeneralSecurityException notAKey) {
      return Optional.empty();
    }
  }

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether this key signed this message; false for anything that is no signature. */
  static boolean signed(ECPublicKey key, byte[] message, byte[] by) {
    if (by.length != SIGNATURE) return false;
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(by);
    } catch (GeneralSecurityException notASignature) {
      return false;
    }
  }

  private static boolean onCurve(BigInteger x, BigInteger y) {
    BigInteger p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
    if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0) return false;
    BigInteger right = x.multiply(x).add(CURVE.getCurve().getA()).multiply(x).add(CURVE.getCurve().getB()).mod(p);
    return y.multiply(y).mod(p).equals(right);
  }

  private static void put(BigInteger number, byte[] into, int at) {
    byte[] bytes = number.toByteArray();
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, into, at + 32 - length, length);
  }

  private static ECParameterSpec curve() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
