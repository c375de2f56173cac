package dz.linatatawwa.partnerships.web;

import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.Doorway;
import dz.linatatawwa.accounts.Doorway.Passed;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.StoredFile;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.partnerships.Agreement;
import dz.linatatawwa.partnerships.AgreementVersion;
import dz.linatatawwa.partnerships.AgreementWords;
import dz.linatatawwa.partnerships.Agreements;
import dz.linatatawwa.partnerships.Signatory;
import dz.linatatawwa.partnerships.Signed;
import dz.linatatawwa.partnerships.Signing;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a signatory's own link opens, with or without an account: one text, and signing it with a code sent to their own contact. */
@Controller
@RequestMapping("/agreements/signing/{token}")
class SigningPages {

  private final Signing signing;
  private final Agreements agreements;
  private final AgreementWords naming;
  private final Doorway door;
  private final Files files;
  private final PageMaker pages;

  SigningPages(Signing signing, Agreements agreements, AgreementWords naming, Doorway door, Files files, PageMaker pages) {
    this.signing = signing;
    this.agreements = agreements;
    this.naming = naming;
    this.door = door;
    this.files = files;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView show(@PathVariable UUID token, HttpServletRequest request) {
    return show(token, signatory(token), "", Problems.none(), request);
  }

  @GetMapping("/annexes/{file}")
  ResponseEntity<byte[]> annex(@PathVariable UUID token, @PathVariable String file) {
    Agreement agreement = agreements.find(signatory(token).agreement()).orElseThrow();
    FileId id = FileId.of(file).filter(agreements.text(agreement).text().annexes()::contains).orElseThrow(() -> new NotFound("annex " + file));
    StoredFile stored = files.find(id).orElseThrow(() -> new NotFound("annex " + file));
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(stored.contentType())).cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(stored.name(), java.nio.charset.StandardCharsets.UTF_8).build().toString())
        .body(files.read(id).orElseThrow());
  }

  /** Sends the code to the contact that the agreement names, whoever asks. */
  @PostMapping("/code")
  ModelAndView code(@PathVariable UUID token, HttpServletRequest request, HttpServletResponse response) {
    Signatory signatory = signatory(token);
    Optional<Duration> pause = door.ask(signatory.contact(), pages.page(request).language(), request, response);
    if (pause.isPresent()) return show(token, signatory, "", Problems.none().add("code", "partnerships.signing.pause", pause.get().toSeconds() + 1), request);
    return View.seeOther("/agreements/signing/" + token + "#sign");
  }

  @PostMapping("/signature")
  ModelAndView sign(@PathVariable UUID token, @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String hash, @RequestParam(defaultValue = "") String read, HttpServletRequest request, HttpServletResponse response) {
    Signatory signatory = signatory(token);
    if (!read.equals("true")) return show(token, signatory, code, Problems.none().add("read", "partnerships.problem.read"), request);
    return switch (door.prove(code, request)) {
      case Passed.New proved -> proved(token, signatory, version, hash, request, response);
      case Passed.TooMany tooMany -> show(token, signatory, "", Problems.none().add("code", "partnerships.signing.pause", tooMany.pause().toSeconds() + 1), request);
      case Passed.Wrong wrong -> show(token, signatory, code, Problems.none().add("code", "partnerships.problem.code", wrong.triesLeft()), request);
      case Passed.Over over -> show(token, signatory, "", Problems.none().add("code", "partnerships.problem.codeOver"), request);
      case Passed.In in -> throw new IllegalStateException("a proof signed somebody in");
      case Passed.Asleep asleep -> throw new IllegalStateException("a proof asked for more");
    };
  }

  private ModelAndView proved(UUID token, Signatory signatory, String version, String hash, HttpServletRequest request, HttpServletResponse response) {
    Contact contact = door.spend(request, response).orElseThrow(() -> new NotFound("proof"));
    int number = version.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(version) : 0;
    return switch (signing.sign(token, number, hash, contact)) {
      case Signed.Done done -> View.seeOther("/agreements/signing/" + token, View.saying(done.whole() ? "partnerships.signing.whole" : "partnerships.signing.done"));
      case Signed.Changed changed -> show(token, signatory, "", Problems.none().add("code", "partnerships.problem.changed"), request);
      case Signed.NotTheirs other -> show(token, signatory, "", Problems.none().add("code", "partnerships.problem.codeOver"), request);
    };
  }

  private Signatory signatory(UUID token) {
    return signing.byLink(token).orElseThrow(() -> new NotFound("signing link"));
  }

  private ModelAndView show(UUID token, Signatory signatory, String code, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    Agreement agreement = agreements.find(signatory.agreement()).orElseThrow();
    AgreementVersion version = agreements.text(agreement);
    boolean sent = door.asked(request).filter(signatory.contact()::equals).isPresent();
    Object[] parameters = {"token", token.toString(), "signatory", signatory, "agreement", agreement, "version", version, "sides", naming.sides(agreement, words),
        "promises", naming.promises(agreement, words), "annexes", files.find(version.text().annexes()), "sent", sent, "code", code, "problems", problems};
    return problems.any() ? View.unprocessable("partnerships/signing", parameters) : View.of("partnerships/signing", parameters);
  }
}
