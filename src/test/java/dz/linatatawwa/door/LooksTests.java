package dz.linatatawwa.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LooksTests {

  @Test
  void aTraceOfCodeIsAFaultUnlessAPageShowsItAsAProgramsWords() {
    assertThat(Looks.any("<p>java.lang.NoSuchElementException: no</p>")).hasSize(1);
    assertThat(Looks.any("<td><bdi>PSQLException</bdi></td>")).isNotEmpty();
    assertThat(Looks.any("<td><samp dir=\"ltr\">PSQLException</samp></td>")).isEmpty();
    assertThat(Looks.any("<samp>one</samp><p>at dz.linatatawwa.site.Page</p><samp>two</samp>")).hasSize(1);
  }
}
