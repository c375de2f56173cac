package dz.linatatawwa.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@WorldTest
class GateTests {

  @LocalServerPort int port;

  @Test
  void knowsWhoHasASession() {
    assertThat(new Visit(port).get("/api/session").body()).contains("\"signedIn\":false");
    assertThat(Visit.as(port, SignIn.account("أمينة")).get("/api/session").body()).contains("\"signedIn\":true").contains("أمينة");
  }
}
