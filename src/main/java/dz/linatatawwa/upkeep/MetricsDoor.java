package dz.linatatawwa.upkeep;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The figures for Prometheus, on a port of their own that only this machine reaches unless told otherwise: the way in of visitors knows nothing of them, and a crowd before it does not
 *  keep anybody from looking. A second web server of the framework would cost a third of a second at each start and eight megabytes; this one is Java's own. */
@Component
@ConditionalOnProperty("linatatawwa.metrics.port")
class MetricsDoor implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(MetricsDoor.class);
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry figures;
  private final InetSocketAddress place;
  private volatile @Nullable HttpServer server;

  /** @param port    0: any that is free
   *  @param address where to listen; beside the loopback only in a network that visitors cannot reach */
  MetricsDoor(PrometheusMeterRegistry figures, @Value("${linatatawwa.metrics.port}") int port, @Value("${linatatawwa.metrics.address:127.0.0.1}") String address) {
    this.figures = figures;
    this.place = new InetSocketAddress(address, port);
  }

  @Override
  public void start() {
    try {
      HttpServer opened = HttpServer.create(place, 16);
      opened.createContext("/metrics", this::tell);
      opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      opened.start();
      server = opened;
      LOG.info("figures at http://{}:{}/metrics", place.getHostString(), port());
    } catch (IOException taken) {
      throw new UncheckedIOException("no figures at " + place + ": ", taken);
    }
  }

  /** Where it listens; 0 while it does not. */
  int port() {
    HttpServer now = server;
    return now == null ? 0 : now.getAddress().getPort();
  }

  private void tell(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals("/metrics") || !exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] text = figures.scrape().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", TEXT);
      exchange.sendResponseHeaders(200, text.length);
      exchange.getResponseBody().write(text);
    }
  }

  @Override
  public void stop() {
    HttpServer now = server;
    server = null;
    if (now != null) now.stop(0);
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }
}
