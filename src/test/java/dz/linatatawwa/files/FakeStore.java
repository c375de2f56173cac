package dz.linatatawwa.files;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An object store of one bucket that can be ill in every way. It checks signatures by itself, as the documentation of Signature Version 4 says, and not with the
 *  library that made them. */
final class FakeStore implements AutoCloseable {

  /** What is wrong with it. */
  enum Ill { NOT, FAILS, FAILS_ONCE, SILENT, DRIPS, LIES, CUTS, NO_BUCKET, ENDLESS }

  static final String KEY = "AKIATEST";
  static final String SECRET = "test/secret+key";

  private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 Credential=" + KEY + "/(\\d{8})/([\\w-]+)/s3/aws4_request, SignedHeaders=([\\w;-]+), Signature=([0-9a-f]{64})");

  final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  final AtomicInteger asked = new AtomicInteger();
  volatile Ill ill = Ill.NOT;
  private final Map<String, String> hashes = new ConcurrentHashMap<>();
  private final HttpServer server;

  FakeStore() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  StoreRules.S3 rules(Duration within) {
    return new StoreRules.S3(URI.create("http://localhost:" + server.getAddress().getPort()), "uploads", "us-east-1", KEY, SECRET, "files/", within);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      int times = asked.incrementAndGet();
      switch (ill) {
        case FAILS -> send(exchange, 503, "<Error><Code>SlowDown</Code></Error>");
        case FAILS_ONCE -> {
          if (times == 1) send(exchange, 500, "<Error><Code>InternalError</Code></Error>");
          else serve(exchange, body);
        }
        case SILENT -> sleep(5_000);
        case NO_BUCKET -> send(exchange, 404, "<Error><Code>NoSuchBucket</Code></Error>");
        case CUTS -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(new byte[10]);
        }
        case DRIPS -> drip(exchange);
        case ENDLESS -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          for (int i = 0; i < 400; i++) out.write(new byte[100_000]);
        }
        case NOT, LIES -> serve(exchange, body);
      }
    } catch (IOException hungUp) {
      // whoever asked went away
    }
  }

  private static void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 100_000);
    for (int i = 0; i < 100; i++) {
      exchange.getResponseBody().write(1);
      exchange.getResponseBody().flush();
      sleep(50);
    }
  }

  private void serve(HttpExchange exchange, byte[] body) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    if (!signed(exchange, body)) {
      send(exchange, 403, "<Error><Code>SignatureDoesNotMatch</Code></Error>");
      return;
    }
    switch (exchange.getRequestMethod()) {
      case "PUT" -> {
        objects.put(path, body);
        hashes.put(path, exchange.getRequestHeaders().getFirst("x-amz-meta-sha256"));
        send(exchange, 200, "");
      }
      case "DELETE" -> {
        objects.remove(path);
        exchange.sendResponseHeaders(204, -1);
      }
      default -> {
        byte[] found = objects.get(path);
        if (found == null) send(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>");
        else give(exchange, found, hashes.get(path));
      }
    }
  }

  private void give(HttpExchange exchange, byte[] found, String hash) throws IOException {
    byte[] given = found.clone();
    if (ill == Ill.LIES) given[given.length / 2] ^= 1;
    if (hash != null) exchange.getResponseHeaders().set("x-amz-meta-sha256", hash);
    exchange.sendResponseHeaders(200, given.length);
    exchange.getResponseBody().write(given);
  }

  /** Canonical request, string to sign, derived key: the three steps of Signature Version 4. */
  private static boolean signed(HttpExchange exchange, byte[] body) {
    String told = exchange.getRequestHeaders().getFirst("Authorization");
    Matcher parts = AUTHORIZATION.matcher(told == null ? "" : told);
    String hash = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
    if (!parts.matches() || hash == null || !hash.equals(sha256(body))) return false;
    String headers = Arrays.stream(parts.group(3).split(";")).map(name -> name + ":" + exchange.getRequestHeaders().getFirst(name).strip() + "\n").collect(Collectors.joining());
    String canonical = String.join("\n", exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), "", headers, parts.group(3), hash);
    String scope = parts.group(1) + "/" + parts.group(2) + "/s3/aws4_request";
    String toSign = String.join("\n", "AWS4-HMAC-SHA256", exchange.getRequestHeaders().getFirst("x-amz-date"), scope, sha256(canonical.getBytes(StandardCharsets.UTF_8)));
    byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
    for (String step : scope.split("/")) key = hmac(key, step);
    return HexFormat.of().formatHex(hmac(key, toSign)).equals(parts.group(4));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) exchange.getResponseBody().write(bytes);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
