package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whoever names a host of theirs gets nothing that could carry it on. */
class RightHostTests {

  @ParameterizedTest
  @CsvSource({
      "https://tatawwa.example, tatawwa.example, /sign-in, true", "https://tatawwa.example, TATAWWA.example, /sign-in, true", "https://tatawwa.example/, localhost, /sign-in, true",
      "https://tatawwa.example, www.tatawwa.example, /sign-in, true", "https://tatawwa.example, evil.example, /sign-in, false", "https://tatawwa.example, 6.6.6.6, /join, false",
      "https://tatawwa.example, tatawwa.example.evil.example, /, false", "https://tatawwa.example, 10.0.0.7, /actuator/health/readiness, true", "https://tatawwa.example, 10.0.0.7, /, false",
      "'', anything.example, /sign-in, true"})
  void onlyOurOwnHostIsAnswered(String url, String host, String path, boolean answered) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setServerName(host);
    MockHttpServletResponse response = new MockHttpServletResponse();
    MockFilterChain chain = new MockFilterChain();
    new RightHost(url, Set.of("www.tatawwa.example")).doFilter(request, response, chain);
    assertThat(chain.getRequest() != null).isEqualTo(answered);
    assertThat(response.getStatus()).isEqualTo(answered ? 200 : 421);
  }
}
