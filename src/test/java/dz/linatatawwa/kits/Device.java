package dz.linatatawwa.kits;

import dz.linatatawwa.world.Visit;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A leader's phone without a screen: its key, what it asks, what it signs and sends. */
final class Device {

  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final KeyPair pair = pair();

  String key() {
    ECPublicKey known = (ECPublicKey) pair.getPublic();
    return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(text(known.getW().getAffineX()), text(known.getW().getAffineY()));
  }

  Visit.Answer asks(Visit visit, Object shift, boolean kiosk) {
    return visit.postJson("/api/shifts/" + shift + "/kits", "{\"key\":%s,\"phone\":\"phone\",\"kiosk\":%s}".formatted(key(), kiosk));
  }

  /** What is in a kit that came. */
  static JsonNode opened(Visit.Answer given) {
    return JSON.readTree(Base64.getUrlDecoder().decode(JSON.readTree(given.body()).get("kit").asString().split("\\.")[1]));
  }

  HttpResponse<String> sends(int port, long kit, String body) {
    return sends(port, kit, body, signature(body.getBytes(StandardCharsets.UTF_8)));
  }

  HttpResponse<String> sends(int port, long kit, String body, byte[] signature) {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/kits/" + kit + "/deeds"))
        .header("Content-Type", "application/json").header("X-Kit-Signature", Base64.getUrlEncoder().withoutPadding().encodeToString(signature))
        .POST(HttpRequest.BodyPublishers.ofString(body)).build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** What stands behind {@code /here#} on its screen at this moment. */
  String siteCode(long kit, Instant at) {
    byte[] said = ByteBuffer.allocate(12).putLong(kit).putInt((int) (at.getEpochSecond() / 10)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(76).put(said).put(signature(said)).array());
  }

  byte[] signature(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(pair.getPrivate());
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(BigInteger number) {
    byte[] whole = number.toByteArray();
    byte[] bytes = new byte[32];
    int length = Math.min(32, whole.length);
    System.arraycopy(whole, whole.length - length, bytes, 32 - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
