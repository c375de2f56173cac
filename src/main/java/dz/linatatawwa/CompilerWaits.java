package dz.linatatawwa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** While the platform starts, the second compiler of the JVM lets others go first where there are few processors: it has more to do than a start lasts, and takes its share of two
 *  processors for methods that will not be asked for again. Only where the process may take that back (Linux, the right CAP_SYS_NICE); elsewhere nothing happens.
 *  Measured in docs/decisions/0066. */
final class CompilerWaits implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CompilerWaits.class);

  private static final int FEW = 3;
  private static final int CAP_SYS_NICE = 23;
  private static final Path SELF = Path.of("/proc/self");
  private static final String LAST = "19";
  private static final String ORDINARY = "0";

  private final CompletableFuture<Void> told = new CompletableFuture<>();

  /** Does not wait for it. */
  CompilerWaits() {
    if (Runtime.getRuntime().availableProcessors() > FEW) told.complete(null);
    else inBackground(LAST);
  }

  /** From now on it is as ever. */
  @Override
  public void close() {
    if (Runtime.getRuntime().availableProcessors() <= FEW) told.thenRun(() -> inBackground(ORDINARY));
  }

  private void inBackground(String nice) {
    Thread.ofPlatform().daemon().name("compiler-waits").start(() -> {
      try {
        if (mayTakeBack()) tell(nice);
      } catch (IOException | RuntimeException e) {
        LOG.debug("the compiler goes on as it was", e);
      } finally {
        told.complete(null);
      }
    });
  }

  private static boolean mayTakeBack() throws IOException {
    Path status = SELF.resolve("status");
    if (!Files.isReadable(status)) return false;
    return Files.readAllLines(status).stream().filter(line -> line.startsWith("CapEff:")).anyMatch(line -> (Long.parseUnsignedLong(line.substring("CapEff:".length()).strip(), 16) >> CAP_SYS_NICE & 1) == 1);
  }

  private static void tell(String nice) throws IOException {
    for (String thread : compilers()) new ProcessBuilder("renice", "-n", nice, "-p", thread).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static List<String> compilers() throws IOException {
    try (Stream<Path> threads = Files.list(SELF.resolve("task"))) {
      return threads.filter(CompilerWaits::isCompiler).map(thread -> thread.getFileName().toString()).toList();
    }
  }

  private static boolean isCompiler(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).startsWith("C2 Compiler");
    } catch (IOException ended) {
      return false;
    }
  }
}
