package dz.linatatawwa.credentials.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.credentials.CredentialId;
import dz.linatatawwa.credentials.CredentialView;
import dz.linatatawwa.credentials.Credentials;
import dz.linatatawwa.credentials.SignedDocuments;
import dz.linatatawwa.credentials.Sharing;
import dz.linatatawwa.credentials.Verification;
import dz.linatatawwa.credentials.Verifications;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's credentials: to look at, to take away, to show. At the address of one stands its public page, where its holder wants one. */
@Controller
@RequestMapping("/credentials")
class CredentialPages {

  private static final String ID = "/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

  private final Credentials credentials;
  private final SignedDocuments documents;
  private final Verifications verifications;
  private final PageMaker pages;

  CredentialPages(Credentials credentials, SignedDocuments documents, Verifications verifications, PageMaker pages) {
    this.credentials = credentials;
    this.documents = documents;
    this.verifications = verifications;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @RequestParam(defaultValue = "1") String page) {
    int number = page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    return View.of("credentials/list", "rows", credentials.of(me.id(), number));
  }

  /** Its holder's page, or the public one; a document for programs. */
  @GetMapping(ID)
  Object show(Optional<SignedIn> me, @PathVariable UUID id, HttpServletRequest request) {
    if (Answers.wantsJson(request)) return json(me, id, pages.page(request).language().code(), "", request);
    Page page = pages.page(request);
    CredentialView credential = find(id);
    if (isHolder(me, credential)) {
      return View.of("credentials/show", "credential", credential, "facts", verifications.own(credential, page.words()), "minor", credentials.isMinor(me.orElseThrow().id()));
    }
    Verification shown = verifications.shared(credential, page.words()).orElseThrow(() -> new NotFound("credential " + id + " is not shown"));
    return View.of("credentials/shared", "credential", credential, "shown", shown);
  }

  @GetMapping(ID + ".json")
  ResponseEntity<byte[]> json(Optional<SignedIn> me, @PathVariable UUID id, @RequestParam(defaultValue = "") String in, @RequestParam(defaultValue = "") String hours,
      HttpServletRequest request) {
    CredentialView credential = visible(me, id, request);
    return Answers.document(documents.json(credential.id(), language(in, request), told(me, credential, hours)).orElseThrow(() -> new NotFound("erased " + id)), request);
  }

  @GetMapping(ID + ".png")
  ResponseEntity<byte[]> png(Optional<SignedIn> me, @PathVariable UUID id, @RequestParam(defaultValue = "") String in, @RequestParam(defaultValue = "") String hours,
      HttpServletRequest request) {
    CredentialView credential = visible(me, id, request);
    byte[] baked = documents.png(credential, language(in, request), told(me, credential, hours)).orElseThrow(() -> new NotFound("erased " + id));
    return Answers.file(name(credential, "png"), MediaType.IMAGE_PNG, baked);
  }

  @GetMapping(ID + ".svg")
  ResponseEntity<byte[]> svg(Optional<SignedIn> me, @PathVariable UUID id, @RequestParam(defaultValue = "") String in, @RequestParam(defaultValue = "") String hours,
      HttpServletRequest request) {
    CredentialView credential = visible(me, id, request);
    String baked = documents.svg(credential, language(in, request), told(me, credential, hours)).orElseThrow(() -> new NotFound("erased " + id));
    return Answers.file(name(credential, "svg"), MediaType.valueOf("image/svg+xml"), baked.getBytes(StandardCharsets.UTF_8));
  }

  /** The form of the holder's page: which language, with the time or without, as which file. */
  @GetMapping(ID + "/file")
  ResponseEntity<byte[]> file(SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String in, @RequestParam(defaultValue = "no") String hours,
      @RequestParam(defaultValue = "png") String as, HttpServletRequest request) {
    Optional<SignedIn> holder = Optional.of(me);
    if (!isHolder(holder, find(id))) throw new NotFound("credential " + id + " is another's");
    return switch (as) {
      case "svg" -> svg(holder, id, in, hours, request);
      case "json" -> Answers.file(name(find(id), "json"), MediaType.parseMediaType("application/ld+json"),
          documents.json(new CredentialId(id), language(in, request), hours.equals("true")).orElseThrow(() -> new NotFound("erased " + id)).getBytes(StandardCharsets.UTF_8));
      default -> png(holder, id, in, hours, request);
    };
  }

  @PostMapping(ID + "/sharing")
  ModelAndView share(SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String hours) {
    Sharing.Naming naming = Arrays.stream(Sharing.Naming.values()).filter(one -> one.name().equals(name)).findFirst().orElse(Sharing.Naming.NOBODY);
    Sharing wanted = naming == Sharing.Naming.NOBODY ? Sharing.NONE : new Sharing(naming, hours.equals("true"));
    if (!credentials.share(me.id(), new CredentialId(id), wanted)) throw new NotFound("credential " + id + " is not " + me.id() + "'s to show");
    return View.seeOther("/credentials/" + id, View.saying(wanted.open() ? "credentials.said.shown" : "credentials.said.hidden"));
  }

  private CredentialView find(UUID id) {
    return credentials.find(new CredentialId(id)).orElseThrow(() -> new NotFound("credential " + id));
  }

  private CredentialView visible(Optional<SignedIn> me, UUID id, HttpServletRequest request) {
    CredentialView credential = find(id);
    boolean visible = isHolder(me, credential) || verifications.shared(credential, pages.page(request).words()).isPresent();
    if (!visible) throw new NotFound("credential " + id + " is not shown");
    return credential;
  }

  /** The holder chooses; others get the time where it is shown. */
  private static boolean told(Optional<SignedIn> me, CredentialView credential, String asked) {
    return isHolder(me, credential) ? !asked.equals("no") : credential.sharing().hours();
  }

  private static boolean isHolder(Optional<SignedIn> me, CredentialView credential) {
    return me.isPresent() && me.get().id().equals(credential.holder());
  }

  private Language language(String in, HttpServletRequest request) {
    return Language.of(in).orElseGet(() -> pages.page(request).language());
  }

  private static String name(CredentialView credential, String ending) {
    return "linatatawwa-" + credential.achievement().key() + "." + ending;
  }
}
