package dz.linatatawwa.kits.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.kits.SiteClaims;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a volunteer's phone calls after opening a site's changing code. */
@RestController
@Tag(name = "kits")
class ArrivalApi {

  private static final int MOST = 50;

  /** @param sentAt milliseconds of the phone's clock at sending */
  record Opened(long sentAt, List<SiteClaims.Claim> claims) {}

  private final SiteClaims claims;

  ArrivalApi(SiteClaims claims) {
    this.claims = claims;
  }

  @PostMapping("/api/arrivals")
  @Operation(summary = "Says that I opened the site's code; the same key again gets the same answer")
  ResponseEntity<List<SiteClaims.Claimed>> arrive(@Parameter(hidden = true) SignedIn me, @RequestBody Opened opened) {
    List<SiteClaims.Claim> told = opened.claims();
    if (told == null || told.size() > MOST || told.stream().anyMatch(ArrivalApi::broken)) throw new ErrorResponseException(HttpStatus.BAD_REQUEST);
    Instant sentAt = Instant.ofEpochMilli(opened.sentAt());
    return ResponseEntity.ok(told.stream().map(claim -> claims.claim(me.id(), claim, sentAt)).toList());
  }

  private static boolean broken(SiteClaims.Claim claim) {
    return claim == null || claim.key() == null || claim.code() == null || !claim.key().matches("[A-Za-z0-9-]{8,40}");
  }
}
