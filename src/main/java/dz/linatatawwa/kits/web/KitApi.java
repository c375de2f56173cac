package dz.linatatawwa.kits.web;

import dz.linatatawwa.accounts.Doorway;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.codes.PublicKeyView;
import dz.linatatawwa.kits.Parcel;
import dz.linatatawwa.kits.Handover;
import dz.linatatawwa.kits.Kit;
import dz.linatatawwa.kits.KitId;
import dz.linatatawwa.kits.Kits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What phones call: to take a shift along, and to hand in what was done with it. */
@RestController
@Tag(name = "kits")
class KitApi {

  private static final int LARGEST = 2_000_000;

  /** A phone that wants a shift.
   *  @param key   the public half of its key, P-256
   *  @param phone what the leader calls it
   *  @param kiosk a tablet at a door: first names only, and the leader's session ends here */
  record Wanted(@Nullable PublicKeyView key, @Nullable String phone, boolean kiosk) {}

  /** A kit, signed by the server (compact JWS). */
  record Given(String kit) {}

  private final Kits kits;
  private final Handover handover;
  private final Doorway door;
  private final JsonMapper json;

  KitApi(Kits kits, Handover handover, Doorway door, JsonMapper json) {
    this.kits = kits;
    this.handover = handover;
    this.door = door;
    this.json = json;
  }

  @PostMapping("/api/shifts/{sid}/kits")
  @Operation(summary = "Takes a shift along on this phone; the answer is the roster, signed")
  ResponseEntity<Given> take(@Parameter(hidden = true) SignedIn me, @PathVariable long sid, @RequestBody Wanted wanted, HttpServletRequest request,
      HttpServletResponse response) {
    if (sid < 1) throw new NotFound("shift " + sid);
    String phone = Typed.line(wanted.phone());
    var given = kits.take(me.id(), new ShiftId(sid), wanted.key(), phone.isEmpty() ? "?" : phone, wanted.kiosk());
    if (given.isPresent() && wanted.kiosk()) door.leave(request, response);
    return given.map(kit -> ResponseEntity.ok(new Given(kit))).orElseThrow(() -> new ErrorResponseException(HttpStatus.BAD_REQUEST));
  }

  @PostMapping("/api/kits/{kit}/deeds")
  @Operation(summary = "Hands in deeds of a day, signed by the phone's own key; the same again gets the same answers, for ever")
  ResponseEntity<Handover.Receipt> deeds(@PathVariable long kit, @RequestHeader("X-Kit-Signature") String signature, @RequestBody byte[] body) {
    Kit from = kits.find(kit).orElseThrow(() -> new NotFound("kit " + kit));
    if (body.length > LARGEST) throw new ErrorResponseException(HttpStatus.CONTENT_TOO_LARGE);
    if (!handover.signed(from, body, bytes(signature))) throw new ErrorResponseException(HttpStatus.FORBIDDEN);
    try {
      return ResponseEntity.ok(handover.take(from, json.readValue(body, Parcel.class)));
    } catch (JacksonException | IllegalArgumentException unreadable) {
      throw new ErrorResponseException(HttpStatus.BAD_REQUEST);
    }
  }

  @DeleteMapping("/api/kits/{kit}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Withdraws a kit of mine: what still comes from it goes to review")
  void withdraw(@Parameter(hidden = true) SignedIn me, @PathVariable long kit) {
    if (kit < 1) throw new NotFound("kit " + kit);
    kits.withdraw(me.id(), new KitId(kit));
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getUrlDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }
}
