package dz.linatatawwa.hooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dz.linatatawwa.world.Loopback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Somebody else's server, to which messages come. */
final class Receiver implements AutoCloseable {

  /** One message, as it came. */
  record Came(String id, long second, String signatures, String body) {}

  private final HttpServer server = Loopback.server(this::answer);
  private final BlockingQueue<Came> came = new LinkedBlockingQueue<>();
  private final List<Came> all = new CopyOnWriteArrayList<>();
  private final AtomicInteger under = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private volatile int status = 204;
  private volatile String says = "";
  private volatile @Nullable String retryAfter;
  private volatile @Nullable CountDownLatch held;

  Receiver() throws IOException {}

  String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/in";
  }

  Receiver answers(int code, String words) {
    status = code;
    says = words;
    return this;
  }

  void asksForPause(String seconds) {
    retryAfter = seconds;
  }

  /** From now on nobody is answered until {@link #release}. */
  void hold() {
    held = new CountDownLatch(1);
  }

  void release() {
    CountDownLatch latch = held;
    held = null;
    if (latch != null) latch.countDown();
  }

  /** The next message. */
  Came next() throws InterruptedException {
    Came message = came.poll(8, TimeUnit.SECONDS);
    if (message == null) throw new AssertionError("nothing came");
    return message;
  }

  /** Everything that ever came. */
  List<Came> all() {
    return all;
  }

  /** So many messages at one time at most. */
  int most() {
    return most.get();
  }

  int under() {
    return under.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    most.accumulateAndGet(under.incrementAndGet(), Math::max);
    try (exchange) {
      var head = exchange.getRequestHeaders();
      Came message = new Came(head.getFirst("webhook-id"), Long.parseLong(head.getFirst("webhook-timestamp")), head.getFirst("webhook-signature"),
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      all.add(message);
      CountDownLatch latch = held;
      if (latch != null) latch.await(20, TimeUnit.SECONDS);
      if (retryAfter != null) exchange.getResponseHeaders().set("Retry-After", retryAfter);
      byte[] bytes = says.replace("{signatures}", message.signatures()).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) exchange.getResponseBody().write(bytes);
      came.add(message);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      under.decrementAndGet();
    }
  }

  @Override
  public void close() {
    release();
    server.stop(0);
  }
}
