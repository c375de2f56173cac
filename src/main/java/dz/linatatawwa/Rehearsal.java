package dz.linatatawwa;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** One walk over the public pages and then the end: the JVM keeps what it learned, and the next start is quicker. Part of the build. */
final class Rehearsal {

  private static final List<String> WALK = List.of("/actuator/health/readiness", "/", "/opportunities?q=Setif", "/organizations", "/sign-in",
      "/join", "/numbers", "/no-such-page");

  private Rehearsal() {}

  static void walk(ConfigurableApplicationContext context) {
    String here = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int round = 0; round < 3; round++) {
        for (String path : WALK) {
          HttpRequest request = HttpRequest.newBuilder(URI.create(here + path)).header("Accept", "text/html,*/*").build();
          client.send(request, HttpResponse.BodyHandlers.discarding());
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the rehearsal found no server at " + here, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.exit(SpringApplication.exit(context));
  }
}
