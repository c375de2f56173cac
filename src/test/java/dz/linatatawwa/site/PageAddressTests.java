package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.world.WorldTest;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@WorldTest
class PageAddressTests {

  @LocalServerPort int port;

  @Test
  void aForeignHostNameIsNeverShownToAnybodyElse() throws Exception {
    assertThat(get("evil.example")).contains("http://evil.example/opportunities");
    assertThat(get("localhost:" + port)).contains("http://localhost:" + port + "/opportunities").doesNotContain("evil.example");
  }

  private String get(String host) throws Exception {
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(("GET /opportunities HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }
}
