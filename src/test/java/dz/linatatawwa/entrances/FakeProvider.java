package dz.linatatawwa.entrances;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dz.linatatawwa.world.Loopback;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** An institution of the tests that answers as the protocol wants, or as an attacker would. */
final class FakeProvider implements AutoCloseable {

  static final String CLIENT = "linatatawwa";
  static final String SECRET = "a-secret-of-the-test-only-32-chars";
  private static final RSAKey FIRST = fresh("one");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server = Loopback.server(this::answer);
  private RSAKey key = FIRST;
  private JWKSet published = new JWKSet(key.toPublicJWK());
  private Map<String, String> asked = Map.of();
  private int redeemed;

  /** What it says of itself beyond the usual. */
  final Map<String, Object> says = new HashMap<>();
  /** What it signs, before it is signed. */
  UnaryOperator<JWTClaimsSet.Builder> claims = usual -> usual;
  /** How it signs: {@code RS256}, {@code none}, {@code HS256}, {@code stranger}. */
  String signing = "RS256";
  /** What it answers when it is asked more of the person. */
  Map<String, Object> more = Map.of("sub", "amina", "email", "Amina@Univ.example", "email_verified", true);

  FakeProvider() throws IOException {}

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** How often a code was given back. */
  int redeemed() {
    return redeemed;
  }

  /** From now on it signs with a new key, and publishes that alone. */
  void rotate() {
    key = fresh("key-" + System.nanoTime());
    published = new JWKSet(key.toPublicJWK());
  }

  /** The person's browser came with this address and agreed. @return the query with which it goes back */
  String agree(String address) {
    asked = query(URI.create(address).getRawQuery());
    return "?code=the-code&state=" + asked.get("state") + "&iss=" + issuer();
  }

  Map<String, String> asked() {
    return asked;
  }

  private static RSAKey fresh(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).algorithm(JWSAlgorithm.RS256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String proof = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      switch (exchange.getRequestURI().getPath()) {
        case "/.well-known/openid-configuration" -> send(exchange, 200, JSON.writeValueAsString(metadata()));
        case "/jwks" -> send(exchange, 200, published.toString());
        case "/token" -> token(exchange, query(body), proof);
        case "/me" -> send(exchange, proof.equals("Bearer for-more") ? 200 : 401, JSON.writeValueAsString(more));
        default -> send(exchange, 404, "{}");
      }
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private Map<String, Object> metadata() {
    Map<String, Object> all = new HashMap<>(Map.of("issuer", issuer(), "authorization_endpoint", issuer() + "/auth", "token_endpoint", issuer() + "/token", "jwks_uri", issuer() + "/jwks",
        "userinfo_endpoint", issuer() + "/me", "response_types_supported", List.of("code"), "subject_types_supported", List.of("public"),
        "id_token_signing_alg_values_supported", List.of("RS256", "HS256", "none"), "authorization_response_iss_parameter_supported", true));
    all.putAll(says);
    return all;
  }

  private void token(HttpExchange exchange, Map<String, String> form, String proof) throws Exception {
    redeemed++;
    String us = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(form.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII)));
    boolean right = proof.equals(us) && "the-code".equals(form.get("code")) && challenge.equals(asked.get("code_challenge")) && form.get("redirect_uri").equals(asked.get("redirect_uri"));
    if (right) send(exchange, 200, JSON.writeValueAsString(Map.of("access_token", "for-more", "token_type", "Bearer", "expires_in", 60, "id_token", idToken())));
    else send(exchange, 400, "{\"error\":\"invalid_grant\"}");
  }

  private String idToken() throws JOSEException {
    Instant now = Instant.now();
    JWTClaimsSet set = claims.apply(new JWTClaimsSet.Builder().issuer(issuer()).subject("amina").audience(CLIENT).claim("nonce", asked.get("nonce")).issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(60)))).build();
    if (signing.equals("none")) return new PlainJWT(set).serialize();
    boolean shared = signing.equals("HS256");
    RSAKey with = signing.equals("stranger") ? fresh(key.getKeyID()) : key;
    SignedJWT signed = new SignedJWT(new JWSHeader.Builder(shared ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256).keyID(with.getKeyID()).build(), set);
    signed.sign(shared ? new MACSigner(SECRET.getBytes(StandardCharsets.UTF_8)) : new RSASSASigner(with));
    return signed.serialize();
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  static Map<String, String> query(String text) {
    return Arrays.stream(text.split("&")).map(pair -> pair.split("=", 2)).filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (one, other) -> other));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
