package dz.linatatawwa.codes.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.codes.CodeCards;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.Commitment;
import dz.linatatawwa.participation.Commitments;
import dz.linatatawwa.print.Qr;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.OfflinePart;
import dz.linatatawwa.site.OwnPage;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** My code: shown, printed, withdrawn. */
@Controller
class CodePages {

  private static final int SHIFTS = 3;

  private final PersonalCodes codes;
  private final CodeCards cards;
  private final Volunteers volunteers;
  private final Commitments commitments;
  private final PageMaker pages;

  CodePages(PersonalCodes codes, CodeCards cards, Volunteers volunteers, Commitments commitments, PageMaker pages) {
    this.codes = codes;
    this.cards = cards;
    this.volunteers = volunteers;
    this.commitments = commitments;
    this.pages = pages;
  }

  @Bean
  static OwnPage ownCode() {
    return new OwnPage("/code");
  }

  /** The scripts stay on the phone with a page of the code alone, which is the same for everybody until they fill it. */
  @Bean
  static OfflinePart codeAlone() {
    return new OfflinePart("code", "^/code/large$", "/code/large", List.of("/scripts/codes/my-code.js", "/scripts/codes/phone.js", "/scripts/vendor/qr.js"));
  }

  @GetMapping("/code")
  ModelAndView code(SignedIn me, HttpServletRequest request) {
    if (volunteers.find(me.id()).isEmpty()) return View.of("codes/none");
    String alt = pages.page(request).text("codes.qr.alt");
    List<NextShift> next = commitments.coming(me.id()).stream().filter(one -> one.is("accepted")).limit(SHIFTS)
        .map(one -> new NextShift(one, codes.sixDigits(one.facts().id(), me.id()))).toList();
    return View.of("codes/mine", "me", me, "qr", Qr.of(codes.onPage(me.id()), Qr.Correction.MEDIUM).svg(alt), "next", next,
        "phones", codes.phones(me.id()), "card", codes.hasCard(me.id()));
  }

  @GetMapping("/code/large")
  ModelAndView large() {
    return View.of("codes/large");
  }

  @GetMapping("/code/card.pdf")
  ResponseEntity<byte[]> card(SignedIn me) {
    Volunteer volunteer = volunteers.find(me.id()).orElseThrow(() -> new NotFound("no volunteer " + me.id()));
    return pdf("card.pdf", cards.own(new Applicants.Seated(volunteer.id(), volunteer.name()), me.language()));
  }

  @PostMapping("/code/phones/{pass}/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable long pass) {
    if (!codes.revoke(me.id(), pass)) throw new NotFound("pass " + pass);
    return View.seeOther("/code#phones", View.saying("codes.withdrawn.one"));
  }

  @PostMapping("/code/withdrawal")
  ModelAndView withdrawAll(SignedIn me) {
    codes.revokeAll(me.id());
    return View.seeOther("/code#phones", View.saying("codes.withdrawn.all"));
  }

  static ResponseEntity<byte[]> pdf(String name, byte[] content) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name).build().toString()).body(content);
  }
}
