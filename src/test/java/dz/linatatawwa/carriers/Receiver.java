package dz.linatatawwa.carriers;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser of the tests: opens what was sealed for it, written from RFC 8291 and RFC 8188 alone. */
final class Receiver {

  private final PrivateKey secret;
  final byte[] known;
  final byte[] auth;

  Receiver(PrivateKey secret, byte[] known, byte[] auth) {
    this.secret = secret;
    this.known = known;
    this.auth = auth;
  }

  static Receiver any() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
    byte[] known = ByteBuffer.allocate(65).put((byte) 4).put(number(point.getAffineX())).put(number(point.getAffineY())).array();
    return new Receiver(pair.getPrivate(), known, "0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
  }

  static PrivateKey secret(byte[] number) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(new BigInteger(1, number), curve()));
  }

  static PublicKey known(byte[] point) throws GeneralSecurityException {
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 33));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 33, 65));
    return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve()));
  }

  String open(byte[] sealed) throws GeneralSecurityException {
    ByteBuffer parts = ByteBuffer.wrap(sealed);
    byte[] salt = new byte[16];
    parts.get(salt);
    parts.getInt();
    byte[] sender = new byte[parts.get()];
    parts.get(sender);
    byte[] rest = new byte[parts.remaining()];
    parts.get(rest);
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(secret);
    agreement.doPhase(known(sender), true);
    byte[] ikm = expand(mac(auth, agreement.generateSecret()), join("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), known, sender), 32);
    byte[] prk = mac(salt, ikm);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(expand(prk, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16), "AES"),
        new GCMParameterSpec(128, expand(prk, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12)));
    byte[] padded = cipher.doFinal(rest);
    int end = padded.length - 1;
    while (padded[end] == 0) end--;
    if (padded[end] != 2) throw new GeneralSecurityException("no end of the last record");
    return new String(padded, 0, end, StandardCharsets.UTF_8);
  }

  private static byte[] expand(byte[] key, byte[] info, int length) throws GeneralSecurityException {
    return Arrays.copyOf(mac(key, join(info, new byte[] {1})), length);
  }

  private static byte[] mac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  private static byte[] join(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    for (byte[] part : parts) all.put(part);
    return all.array();
  }

  private static byte[] number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] whole = new byte[32];
    int from = Math.max(0, bytes.length - 32);
    System.arraycopy(bytes, from, whole, 32 - (bytes.length - from), bytes.length - from);
    return whole;
  }

  private static ECParameterSpec curve() throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }
}
