package dz.linatatawwa.accounts.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import dz.linatatawwa.accounts.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in, for programs; and the token that every writing call sends in its header. */
@Tag(name = "Session", description = "Who is signed in, and the token of deeds")
@RestController
class SessionApi {

  /** @param name of the signed-in person; empty when nobody is
   *  @param header the name of the header that carries the token */
  record Answer(boolean signedIn, String name, String language, String header, String token) {}

  @GetMapping("/api/session")
  @Operation(summary = "Who is signed in, and the token that deeds send")
  Answer session(@Parameter(hidden = true) Optional<SignedIn> me, HttpServletRequest request) {
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new Answer(me.isPresent(), me.map(SignedIn::name).orElse(""), me.map(m -> m.language().code()).orElse(""),
        token.getHeaderName(), token.getToken());
  }
}
