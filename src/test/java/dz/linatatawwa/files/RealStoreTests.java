package dz.linatatawwa.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Our shelf on a real S3-compatible server that checks signatures: S3Proxy, in a process of its own, on files. {@code bin/try-store} brings it; without it this is left out. */
@EnabledIfSystemProperty(named = "linatatawwa.s3proxy", matches = ".+")
class RealStoreTests {

  @TempDir Path data;

  Process server;
  int port;
  Shelf shelf;

  @BeforeEach
  void aServer() throws Exception {
    try (ServerSocket any = new ServerSocket(0)) {
      port = any.getLocalPort();
    }
    Files.createDirectories(data.resolve("uploads"));
    start();
    shelf = new BucketShelf(new Bucket(rules("test/secret+key")));
  }

  private void start() throws IOException, InterruptedException {
    Properties settings = new Properties();
    settings.putAll(java.util.Map.of("s3proxy.endpoint", "http://127.0.0.1:" + port, "s3proxy.authorization", "aws-v4", "s3proxy.identity", "AKIATEST", "s3proxy.credential", "test/secret+key",
        "jclouds.provider", "filesystem-nio2", "jclouds.identity", "x", "jclouds.credential", "x", "jclouds.filesystem.basedir", data.toString()));
    Path file = data.resolveSibling("s3proxy-" + port + ".properties");
    try (var out = Files.newOutputStream(file)) {
      settings.store(out, null);
    }
    server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-cp", System.getProperty("linatatawwa.s3proxy") + "/*", "org.gaul.s3proxy.Main", "--properties",
        file.toString()).redirectErrorStream(true).redirectOutput(Path.of("target", "s3proxy.log").toFile()).start();
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!listens()) {
      if (System.nanoTime() > end || !server.isAlive()) throw new IllegalStateException("S3Proxy does not start: see target/s3proxy.log");
      Thread.sleep(50);
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private StoreRules.S3 rules(String secret) {
    return new StoreRules.S3(URI.create("http://127.0.0.1:" + port), "uploads", "us-east-1", "AKIATEST", secret, "files/", Duration.ofSeconds(30));
  }

  @AfterEach
  void closed() throws InterruptedException {
    server.destroyForcibly().waitFor();
  }

  @Test
  void keepsGivesBackAndTakesAwayAlsoLargeFilesAndManyAtOnce() {
    byte[] large = new byte[(int) UploadRules.MAX_BYTES];
    new Random(5).nextBytes(large);
    IntStream.range(0, 12).parallel().forEach(i -> {
      FileId id = new FileId(UUID.randomUUID());
      byte[] bytes = i == 0 ? large : new byte[] {(byte) i, 2, 3};
      shelf.put(id, bytes, new byte[] {1});
      shelf.put(id, bytes, new byte[] {1});
      assertThat(shelf.read(id, false).orElseThrow()).isEqualTo(bytes);
      assertThat(shelf.read(id, true).orElseThrow()).containsExactly(1);
      shelf.remove(id);
      shelf.remove(id);
      assertThat(shelf.read(id, false)).isEmpty();
    });
  }

  @Test
  void aWrongKeyAndABucketThatIsNotThereAreSaidToBeTrouble() {
    FileId id = new FileId(UUID.randomUUID());
    assertThatThrownBy(() -> new BucketShelf(new Bucket(rules("wrong"))).put(id, new byte[] {1}, null)).isInstanceOf(StoreAway.class).hasMessageContaining("403");
    StoreRules.S3 right = rules("test/secret+key");
    Shelf elsewhere = new BucketShelf(new Bucket(new StoreRules.S3(right.endpoint(), "no-such-bucket", right.region(), right.key(), right.secret(), "files/", right.within())));
    assertThatThrownBy(() -> elsewhere.read(id, false)).isInstanceOf(StoreAway.class);
  }

  @Test
  void whatWasKeptIsThereAfterTheServerWasKilled() throws Exception {
    FileId id = new FileId(UUID.randomUUID());
    shelf.put(id, new byte[] {7, 7, 7}, null);
    server.destroyForcibly().waitFor();
    assertThatThrownBy(() -> shelf.read(id, false)).isInstanceOf(StoreAway.class);
    start();
    assertThat(shelf.read(id, false).orElseThrow()).containsExactly(7, 7, 7);
  }
}
