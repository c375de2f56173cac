package dz.linatatawwa.credentials.web;

import dz.linatatawwa.credentials.Credentials;
import dz.linatatawwa.credentials.SignedDocuments;
import dz.linatatawwa.credentials.Issuer;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who issues, what can be achieved, and what was revoked: what any verifier reads. */
@Controller
class IssuerPages {

  private static final String ACHIEVEMENT = "/achievements/{key:[a-z0-9][a-z0-9.-]{0,79}}/{version:[1-9]\\d{0,5}}";

  private final Issuer issuer;
  private final Credentials credentials;
  private final SignedDocuments documents;
  private final PageMaker pages;

  IssuerPages(Issuer issuer, Credentials credentials, SignedDocuments documents, PageMaker pages) {
    this.issuer = issuer;
    this.credentials = credentials;
    this.documents = documents;
    this.pages = pages;
  }

  @GetMapping("/issuer")
  Object issuer(HttpServletRequest request) {
    if (Answers.wantsHtml(request)) return View.of("credentials/issuer", "keys", issuer.keys());
    return Answers.document(issuer.profile(language(request)), request);
  }

  @GetMapping("/.well-known/did.json")
  ResponseEntity<byte[]> did(HttpServletRequest request) {
    return Answers.document(issuer.did(), request);
  }

  @GetMapping(ACHIEVEMENT)
  Object achievement(@PathVariable String key, @PathVariable int version, HttpServletRequest request) {
    var words = credentials.achievement(key, version).orElseThrow(() -> new NotFound("achievement " + key + " " + version));
    if (Answers.wantsHtml(request)) return View.of("credentials/achievement", "achievement", words);
    return Answers.document(issuer.achievement(key, version, language(request)).orElseThrow(), request);
  }

  @GetMapping(ACHIEVEMENT + ".png")
  ResponseEntity<byte[]> picture(@PathVariable String key, @PathVariable int version, HttpServletRequest request) {
    return Answers.picture(issuer.picture(key, version, language(request)).orElseThrow(() -> new NotFound("achievement " + key + " " + version)));
  }

  @GetMapping("/credentials/status/{number:[1-9]\\d{0,5}}")
  ResponseEntity<byte[]> statusList(@PathVariable int number, HttpServletRequest request) {
    return Answers.document(documents.statusList(number).orElseThrow(() -> new NotFound("status list " + number)), request);
  }

  private Language language(HttpServletRequest request) {
    return pages.page(request).language();
  }
}
