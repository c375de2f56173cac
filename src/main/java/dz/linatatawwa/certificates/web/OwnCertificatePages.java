package dz.linatatawwa.certificates.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.certificates.Asked;
import dz.linatatawwa.certificates.Certificate;
import dz.linatatawwa.certificates.CertificateNumber;
import dz.linatatawwa.certificates.CertificatePapers;
import dz.linatatawwa.certificates.Certificates;
import dz.linatatawwa.certificates.Issued;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own certificates: made, listed, opened as PDF, withdrawn. */
@Controller
@RequestMapping("/certificates")
class OwnCertificatePages {

  private static final String NUMBER = "/{number:[0-9A-Za-z]{10}}";

  private final Certificates certificates;
  private final CertificatePapers papers;
  private final Volunteers volunteers;
  private final PageMaker pages;

  OwnCertificatePages(Certificates certificates, CertificatePapers papers, Volunteers volunteers, PageMaker pages) {
    this.certificates = certificates;
    this.papers = papers;
    this.volunteers = volunteers;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @RequestParam(defaultValue = "1") String page) {
    int number = page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    return View.of("certificates/list", "rows", certificates.of(me.id(), number), "volunteer", volunteers.find(me.id()).isPresent());
  }

  @GetMapping("/new")
  ModelAndView form(SignedIn me) {
    if (volunteers.find(me.id()).isEmpty()) return View.seeOther("/join/facts");
    return form(me, CertificateForm.empty(me.language()), Problems.none());
  }

  /** @param open whether the paper itself is what was wanted: one press of a button */
  @PostMapping
  ModelAndView make(SignedIn me, @ModelAttribute CertificateForm form, @RequestParam(defaultValue = "false") boolean open) {
    if (volunteers.find(me.id()).isEmpty()) return View.seeOther("/join/facts");
    Problems problems = Problems.none();
    Optional<Asked> asked = form.read(problems);
    if (asked.isEmpty()) return form(me, form, problems);
    return switch (certificates.issue(me.id(), asked.get(), me.id())) {
      case Issued.Done(Certificate made, boolean anew) -> made(made, form.in(me.language()), open, anew);
      case Issued.NoHours none -> open ? View.seeOther("/certificates", View.saying("certificates.said.none")) : form(me, form, problems.add("scope", "certificates.problem.none"));
    };
  }

  private static ModelAndView made(Certificate made, Language language, boolean open, boolean anew) {
    String address = "/certificates/" + made.number();
    if (open) return View.seeOther(address + ".pdf?in=" + language.code());
    return View.seeOther(address + "?in=" + language.code(), View.saying(anew ? "certificates.said.made" : "certificates.said.same"));
  }

  @GetMapping(NUMBER)
  ModelAndView show(SignedIn me, @PathVariable String number, @RequestParam(required = false) @Nullable String in) {
    Certificate own = own(me, number);
    return View.of("certificates/show", "certificate", own, "first", language(in, me.language()));
  }

  @GetMapping(NUMBER + ".pdf")
  ResponseEntity<byte[]> pdf(SignedIn me, @PathVariable String number, @RequestParam(required = false) @Nullable String in, HttpServletRequest request) {
    Certificate own = own(me, number);
    if (!own.printable() || own.state() == Certificate.State.REVOKED) throw new NotFound("certificate " + number + " is no longer printed");
    Language language = language(in, me.language());
    return pdf("linatatawwa-" + own.number() + "-" + language.code() + ".pdf", papers.pdf(own, language, pages.page(request).site()));
  }

  @PostMapping(NUMBER + "/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable String number) {
    Certificate own = own(me, number);
    certificates.withdraw(me.id(), own.number());
    return View.seeOther("/certificates/" + own.number(), View.saying("certificates.said.withdrawn"));
  }

  private Certificate own(SignedIn me, String number) {
    return certificates.own(me.id(), CertificateNumber.of(number).orElseThrow(() -> new NotFound("certificate " + number)));
  }

  private ModelAndView form(SignedIn me, CertificateForm form, Problems problems) {
    Object[] parameters = {"form", form, "choices", certificates.choices(me.id()), "language", form.in(me.language()), "problems", problems};
    return problems.any() ? View.unprocessable("certificates/form", parameters) : View.of("certificates/form", parameters);
  }

  private static Language language(@Nullable String in, Language reader) {
    return new CertificateForm(null, null, null, null, in).in(reader);
  }

  static ResponseEntity<byte[]> pdf(String name, byte[] content) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name).build().toString()).body(content);
  }
}
