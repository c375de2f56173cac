package dz.linatatawwa.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dz.linatatawwa.outside.Outside;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** The way out, as tests have it: whatever a test opened on this machine may be called, by plain http; everything else goes through the platform's own guard. */
public final class Loopback implements Outside {

  private static final Set<Integer> OPENED = ConcurrentHashMap.newKeySet();
  private static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build();

  private final Outside real;

  Loopback(Outside real) {
    this.real = real;
  }

  /** Lets this port of the machine be called. @return the beginning of its address */
  public static String open(int port) {
    OPENED.add(port);
    return "http://localhost:" + port;
  }

  /** A server on this machine that may be called. */
  public static HttpServer server(Answering answering) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", answering::answer);
    server.start();
    open(server.getAddress().getPort());
    return server;
  }

  /** What a server of a test does. */
  @FunctionalInterface
  public interface Answering {
    void answer(HttpExchange exchange) throws IOException;
  }

  private static boolean opened(String address) {
    try {
      URI uri = URI.create(address);
      return "http".equals(uri.getScheme()) && "localhost".equals(uri.getHost()) && OPENED.contains(uri.getPort());
    } catch (IllegalArgumentException no) {
      return false;
    }
  }

  @Override
  public Optional<Why> look(String address, boolean plain) {
    return opened(address) ? Optional.empty() : real.look(address, plain);
  }

  @Override
  public Answer get(String address) {
    return opened(address) ? send(HttpRequest.newBuilder(URI.create(address)).GET()) : real.get(address);
  }

  @Override
  public Answer post(String address, String type, byte[] body, Map<String, String> headers) {
    if (!opened(address)) return real.post(address, type, body, headers);
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return send(request);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = CLIENT.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofByteArray());
      Map<String, String> headers = new HashMap<>();
      response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
      return new Answer.Answered(response.statusCode(), headers, response.body());
    } catch (java.net.http.HttpTimeoutException late) {
      return new Answer.Failed("late");
    } catch (IOException away) {
      return new Answer.Failed(away.getClass().getSimpleName());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Answer.Failed("stopped");
    }
  }
}
