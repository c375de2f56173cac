package dz.linatatawwa.credentials;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the platform answers, for what is signed: as it was set, else this very machine. */
@Component
class IssuerAddress {

  private final Environment settings;

  IssuerAddress(Environment settings) {
    this.settings = settings;
  }

  /** Without a slash at its end: {@code https://linatatawwa.example}. */
  String now() {
    String set = settings.getProperty("linatatawwa.url", "");
    if (set.isEmpty()) set = "http://localhost:" + settings.getProperty("local.server.port", settings.getProperty("server.port", "8080"));
    return set.endsWith("/") ? set.substring(0, set.length() - 1) : set;
  }
}
