package dz.linatatawwa.checkpoints.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.checkpoints.Checkpoints;
import dz.linatatawwa.checkpoints.Inclusion;
import dz.linatatawwa.site.NotFound;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The proof of one's own entry, as a file to keep and to give to whom one wants. */
@Controller
class ProofPages {

  private final Checkpoints checkpoints;

  ProofPages(Checkpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  @GetMapping("/hours/entries/{entry:[1-9]\\d{0,17}}/proof")
  ResponseEntity<String> proof(SignedIn me, @PathVariable long entry) {
    Inclusion inclusion = checkpoints.inclusion(me.id(), entry).orElseThrow(() -> new NotFound("proof of entry " + entry));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("linatatawwa-" + entry + ".tlog-proof").build().toString())
        .body(inclusion.proof());
  }
}
