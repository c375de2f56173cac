package dz.linatatawwa.kits;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;

/** The public half of a phone's key: P-256, x and y, 32 bytes each. */
final class DeviceKey {

  private static final int HALF = 32;

  private DeviceKey() {}

  /** Whether this signature (ES256, r and s) of these bytes was made with the other half of the key. */
  static boolean signed(byte[] key, byte[] bytes, byte[] signature) {
    try {
      Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
      check.initVerify(key(key));
      check.update(bytes);
      return check.verify(signature);
    } catch (GeneralSecurityException broken) {
      return false;
    }
  }

  private static PublicKey key(byte[] key) throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point = new ECPoint(new BigInteger(1, key, 0, HALF), new BigInteger(1, key, HALF, HALF));
    return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
  }
}
