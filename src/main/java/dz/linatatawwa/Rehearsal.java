package dz.linatatawwa;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Walks over the public pages of a small demonstration, then searches of it for some seconds, and then the end: the JVM keeps which classes it loaded and which
 *  methods were busy with what, so that the next start is quicker and its first thousands of pages are too. Part of the build. */
final class Rehearsal {

  private static final List<String> WALK = List.of("/actuator/health/readiness", "/", "/opportunities?q=Setif", "/organizations", "/sign-in",
      "/join", "/numbers", "/no-such-page");
  private static final List<String> WORDS = List.of("Setif", "Oran", "Alger", "Constantine", "plantation", "nettoyage");
  private static final Duration SEARCHES = Duration.ofSeconds(8);

  private final HttpClient client;
  private final String here;

  private Rehearsal(HttpClient client, String here) {
    this.client = client;
    this.here = here;
  }

  static void walk(ConfigurableApplicationContext context) {
    String here = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    try (HttpClient client = HttpClient.newHttpClient()) {
      Rehearsal rehearsal = new Rehearsal(client, here);
      for (int round = 0; round < 3; round++) for (String path : WALK) rehearsal.ask(path);
      rehearsal.search();
    } catch (IOException e) {
      throw new IllegalStateException("the rehearsal found no server at " + here, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.exit(SpringApplication.exit(context));
  }

  /** Each address is a new one, so that no kept page answers. */
  private void search() throws IOException, InterruptedException {
    long end = System.nanoTime() + SEARCHES.toNanos();
    for (int n = 0; System.nanoTime() < end; n++) {
      ask("/opportunities?q=" + URLEncoder.encode(WORDS.get(n % WORDS.size()), StandardCharsets.UTF_8) + "&n=" + n);
      ask("/opportunities?" + (n % 3 == 0 ? "lang=fr&" : "") + "wilaya=16&page=" + (1 + n % 5) + "&n=" + n);
      ask("/opportunities/" + (1 + n % 600) + "?n=" + n);
    }
  }

  private void ask(String path) throws IOException, InterruptedException {
    client.send(HttpRequest.newBuilder(URI.create(here + path)).header("Accept", "text/html,*/*").build(), HttpResponse.BodyHandlers.discarding());
  }
}
