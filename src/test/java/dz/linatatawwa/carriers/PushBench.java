package dz.linatatawwa.carriers;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a push note costs: sealed for its browser, signed, and handed over by HTTP to a server on loopback, by three lanes as the postman has. Run by bin/bench announcement. */
class PushBench {

  private static final int NOTES = 12_000;
  private static final int LANES = 3;

  @TempDir Path data;

  @Test
  void sealsAndHandsOver() throws Exception {
    AtomicInteger taken = new AtomicInteger();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/b", exchange -> {
      exchange.getRequestBody().readAllBytes();
      taken.incrementAndGet();
      exchange.sendResponseHeaders(201, -1);
      exchange.close();
    });
    server.start();
    PushHosts here = new PushHosts(List.of()) {
      @Override
      boolean admits(String endpoint) {
        return true;
      }

      @Override
      boolean outside(String host) {
        return true;
      }
    };
    PushCarrier carrier = new PushCarrier(PushCarrier.client(), here, new PushKeys(data, "https://linatatawwa.example.dz", Clock.systemUTC()));
    Receiver browser = Receiver.any();
    PushAddress address = new PushAddress("http://127.0.0.1:" + server.getAddress().getPort() + "/b", browser.known, browser.auth, 1);
    String json = "{\"title\":\"اليوم العالمي للتطوع\",\"body\":\"" + "نلتقي يوم 5 ديسمبر. ".repeat(8) + "\",\"link\":\"/inbox\"}";
    for (int i = 0; i < 2_000; i++) carrier.carry(new Parcel.Push(i, address, json, false));
    taken.set(0);
    long began = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int lane = 0; lane < LANES; lane++) {
        threads.submit(() -> {
          for (int i = 0; i < NOTES / LANES; i++) carrier.carry(new Parcel.Push(i, address, json, false));
          return null;
        });
      }
      threads.shutdown();
      threads.awaitTermination(5, TimeUnit.MINUTES);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    server.stop(0);
    Files.writeString(Path.of("target", "push-bench.txt"), String.format(Locale.ROOT, "%d notes sealed, signed and taken by a server on loopback in %.1f s by three lanes, %.0f a second: 40,000 in %.0f s.%n",
        taken.get(), seconds, taken.get() / seconds, 40_000 * seconds / taken.get()));
  }
}
