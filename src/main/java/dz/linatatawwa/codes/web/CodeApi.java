package dz.linatatawwa.codes.web;

import dz.linatatawwa.accounts.Session;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.codes.PublicKeyView;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.volunteers.Volunteers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a phone needs to make codes, and whoever checks them. */
@RestController
@Tag(name = "codes")
class CodeApi {

  /** @param key public key of the phone as a JSON Web Key, P-256 */
  record Asked(@Nullable PublicKeyView key) {}

  private final PersonalCodes codes;
  private final Volunteers volunteers;

  CodeApi(PersonalCodes codes, Volunteers volunteers) {
    this.codes = codes;
    this.volunteers = volunteers;
  }

  @PostMapping("/api/me/pass")
  @Operation(summary = "Gives the phone that made this key a pass to show my code with; the same key again renews it")
  ResponseEntity<PersonalCodes.Issued> pass(@Parameter(hidden = true) Session here, @RequestBody Asked asked) {
    if (volunteers.find(here.person().id()).isEmpty()) throw new NotFound("volunteer " + here.person().id());
    Optional<byte[]> key = Optional.ofNullable(asked.key()).flatMap(PublicKeyView::bytes);
    if (key.isEmpty()) throw new ErrorResponseException(HttpStatus.BAD_REQUEST);
    return codes.pass(here, key.get()).map(ResponseEntity::ok).orElseThrow(() -> new ErrorResponseException(HttpStatus.CONFLICT));
  }

  @GetMapping("/api/keys")
  @Operation(summary = "The platform's public keys, the newest first, by which anybody can check what it signed")
  Map<String, List<PublicKeyView>> keys() {
    return Map.of("keys", codes.keys());
  }
}
