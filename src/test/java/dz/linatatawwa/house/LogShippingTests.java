package dz.linatatawwa.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped way of logs to another machine, by two real rsyslogs on loopback. Where rsyslog with RELP is not installed nothing is shown. */
class LogShippingTests {

  private static final Path PROGRAM = Path.of("/usr/sbin/rsyslogd");
  @TempDir
  Path folder;
  private final List<Process> running = new ArrayList<>();
  private OwnCertificate certificate;
  private OwnCertificate stranger;
  private int port;

  @AfterEach
  void stops() throws InterruptedException {
    for (Process one : running) one.destroyForcibly().waitFor();
  }

  @Test
  void whatANodeWritesArrivesElsewhereAlsoWhenTheCollectorWasAwayAndNobodyElseIsHeard() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(PROGRAM) && Stream.of("/usr/lib/x86_64-linux-gnu/rsyslog", "/usr/lib/aarch64-linux-gnu/rsyslog", "/usr/lib64/rsyslog").anyMatch(place -> Files.exists(Path.of(place, "imrelp.so"))), "no rsyslog with RELP");
    prepare();
    start("node");
    says(1, 100);
    Process collector = start("collector");
    arrived(100);
    knocksInVain();
    collector.destroyForcibly().waitFor();
    says(101, 200);
    start("collector");
    arrived(200);
    assertThat(kept()).noneMatch(line -> line.contains("forged"));
  }

  private void prepare() throws Exception {
    for (String place : List.of("ours", "theirs", "work-node", "work-collector", "kept")) Files.createDirectories(folder.resolve(place));
    certificate = OwnCertificate.in(folder.resolve("ours"));
    stranger = OwnCertificate.in(folder.resolve("theirs"));
    Files.createFile(folder.resolve("platform.log"));
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = any.getLocalPort();
    }
  }

  private Process start(String which) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(PROGRAM.toString(), "-n", "-iNONE", "-f", Path.of("deploy/logs", which + ".conf").toAbsolutePath().toString())
        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(which + ".out").toFile()));
    builder.environment().putAll(Map.of("LOGS_WORK", folder.resolve("work-" + which).toString(), "LOGS_FILE", folder.resolve("platform.log").toString(), "LOGS_COLLECTOR", "127.0.0.1", "LOGS_PORT", "" + port,
        "LOGS_COLLECTOR_NAME", "localhost", "LOGS_NODE_NAMES", "localhost", "LOGS_FOLDER", folder.resolve("kept").toString()));
    builder.environment().putAll(Map.of("LOGS_ADDRESS", "127.0.0.1", "LOGS_AUTHORITY", certificate.certificate().toString(), "LOGS_CERTIFICATE", certificate.certificate().toString(), "LOGS_KEY", certificate.key().toString()));
    Process process = builder.start();
    running.add(process);
    return process;
  }

  /** Long lines too, as a fault with its trace is one. */
  private void says(int from, int to) throws IOException {
    Files.write(folder.resolve("platform.log"), IntStream.rangeClosed(from, to).mapToObj(n -> "{\"n\":" + n + ",\"message\":\"سطر " + "x".repeat(n % 10 == 0 ? 20_000 : 10) + "\"}").toList(), StandardOpenOption.APPEND);
  }

  /** In the clear, and with a certificate that the authority does not know. */
  private void knocksInVain() throws Exception {
    byte[] forged = "1 open 0\n2 syslog 6 forged\n".getBytes(StandardCharsets.UTF_8);
    try (Socket line = new Socket("127.0.0.1", port)) {
      line.setSoTimeout(10_000);
      line.getOutputStream().write(forged);
      assertThat(new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).doesNotContain("200 OK");
    } catch (IOException cut) {
      // cut off: as good
    }
    SSLContext context = stranger.contextTrusting(certificate);
    try (SSLSocket line = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
      line.setSoTimeout(10_000);
      assertThatThrownBy(() -> {
        line.getOutputStream().write(forged);
        if (line.getInputStream().read() < 0) throw new IOException("cut off");
      }).isInstanceOf(IOException.class);
    }
  }

  private void arrived(int count) throws Exception {
    List<Integer> wanted = IntStream.rangeClosed(1, count).boxed().toList();
    long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (!numbers().equals(wanted) && System.nanoTime() < end) Thread.sleep(50); // looks at a file of another process
    assertThat(numbers()).as("node: " + Files.readString(folder.resolve("node.out")) + " collector: " + Files.readString(folder.resolve("collector.out"))).isEqualTo(wanted);
    assertThat(kept()).allMatch(line -> line.startsWith("{\"n\":") && line.endsWith("\"}"));
  }

  /** A line may come twice, when its acknowledgement was lost on the way. */
  private List<Integer> numbers() throws IOException {
    return kept().stream().filter(line -> line.endsWith("}")).map(line -> Integer.valueOf(line.substring(5, line.indexOf(',')))).distinct().sorted().toList();
  }

  private List<String> kept() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("kept"))) {
      List<String> lines = new ArrayList<>();
      for (Path file : all.filter(Files::isRegularFile).toList()) lines.addAll(Files.readAllLines(file));
      return lines;
    }
  }
}
