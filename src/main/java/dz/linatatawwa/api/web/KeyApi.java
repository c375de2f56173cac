package dz.linatatawwa.api.web;

import dz.linatatawwa.api.ApiKey;
import dz.linatatawwa.api.Caller;
import dz.linatatawwa.api.KeyScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a key is. */
@RestController
@Tag(name = "Key", description = "What the key that is shown may do")
class KeyApi {

  /** A key without its secret. */
  record KeyJson(@Schema(example = "ltk_A1b2C3") String prefix, String label, @Schema(allowableValues = {"organization", "partner"}) String ownerKind, long owner,
      List<String> scopes, Instant endsAt) {}

  @GetMapping(path = "/api/v1/key", produces = "application/json")
  @Operation(summary = "Whose key this is, what it may do, and until when")
  @Needs
  KeyJson showKey(@Parameter(hidden = true) Caller caller) {
    ApiKey key = caller.key();
    return new KeyJson(key.prefix(), key.label(), key.owner().kind(), key.owner().number(), key.scopes().stream().map(KeyScope::code).sorted().toList(), key.endsAt());
  }
}
