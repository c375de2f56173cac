package dz.linatatawwa.partnerships.web;

import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.partnerships.Agreement;
import dz.linatatawwa.partnerships.AgreementId;
import dz.linatatawwa.partnerships.AgreementPaper;
import dz.linatatawwa.partnerships.AgreementState;
import dz.linatatawwa.partnerships.AgreementVersion;
import dz.linatatawwa.partnerships.AgreementWords;
import dz.linatatawwa.partnerships.Agreements;
import dz.linatatawwa.partnerships.Annexes;
import dz.linatatawwa.partnerships.PartnerDesks;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.partnerships.Signing;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.History;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One agreement: read by the partner's owners and managers and by who looks after it, and what is done to it. */
@Controller
class AgreementPages {

  private static final String ONE = "/agreements/{id:[1-9][0-9]{0,17}}";

  private final Agreements agreements;
  private final Signing signing;
  private final Annexes access;
  private final AgreementPaper paper;
  private final AgreementWords naming;
  private final Partners partners;
  private final PartnerDesks desks;
  private final Files files;
  private final History history;
  private final PageMaker pages;

  AgreementPages(Agreements agreements, Signing signing, Annexes access, AgreementPaper paper, AgreementWords naming, Partners partners, PartnerDesks desks,
      Files files, History history, PageMaker pages) {
    this.agreements = agreements;
    this.signing = signing;
    this.access = access;
    this.paper = paper;
    this.naming = naming;
    this.partners = partners;
    this.desks = desks;
    this.files = files;
    this.history = history;
    this.pages = pages;
  }

  @GetMapping("/partners/{id:[1-9][0-9]{0,17}}/desk/agreements")
  ModelAndView tab(@PathVariable PartnerId id, SignedIn me) {
    return View.of("partnerships/agreements", "desk", desks.open(me.id(), id, PartnerRole.MANAGER), "rows", agreements.of(id));
  }

  @GetMapping(ONE)
  ModelAndView show(@PathVariable AgreementId id, SignedIn me, HttpServletRequest request) {
    return show(read(me, id), me, "", "", "", "", Problems.none(), request);
  }

  @GetMapping(ONE + "/paper.pdf")
  ResponseEntity<byte[]> paper(@PathVariable AgreementId id, SignedIn me, @RequestParam(defaultValue = "") String in) {
    byte[] pdf = paper.of(read(me, id), Language.of(in).orElse(me.language()));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename("agreement-" + id + ".pdf").build().toString()).body(pdf);
  }

  @PostMapping(ONE + "/signatories")
  ModelAndView add(@PathVariable AgreementId id, SignedIn me, @RequestParam(defaultValue = "") String side, @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String capacity, @RequestParam(defaultValue = "") String contact, HttpServletRequest request) {
    Agreement agreement = written(me, id);
    Problems problems = Problems.none();
    String who = words("name", name, 2, 120, problems);
    String as = words("capacity", capacity, 2, 120, problems);
    Optional<Contact> where = Contact.parse(contact);
    if (where.isEmpty()) problems.add("contact", "partnerships.problem.contact");
    Optional<PartnerId> party = agreements.parties(id).stream().filter(one -> one.toString().equals(side)).findFirst();
    if (party.isEmpty() && !side.equals("other")) problems.add("side", "site.problem.choice");
    if (!problems.any()) signing.add(me.id(), id, party.orElse(null), who, as, where.orElseThrow()).ifPresent(why -> problems.add("contact", why.key()));
    return problems.any() ? show(agreement, me, side, name, capacity, contact, problems, request)
        : View.seeOther("/agreements/" + id + "#signatories", View.saying("partnerships.signatories.added"));
  }

  @PostMapping(ONE + "/signatories/{signatory:[1-9][0-9]{0,17}}/removal")
  ModelAndView remove(@PathVariable AgreementId id, @PathVariable long signatory, SignedIn me) {
    written(me, id);
    return after(id, signing.remove(me.id(), id, signatory), "partnerships.signatories.removed");
  }

  @PostMapping(ONE + "/signatories/{signatory:[1-9][0-9]{0,17}}/link")
  ModelAndView sendAgain(@PathVariable AgreementId id, @PathVariable long signatory, SignedIn me) {
    written(me, id);
    boolean sent = signing.sendAgain(me.id(), id, signatory, me.language(), Links.here());
    return View.seeOther("/agreements/" + id + "#signatories", View.saying(sent ? "partnerships.signatories.linkSent" : "partnerships.refusal.nothingToSign"));
  }

  @PostMapping(ONE + "/signing")
  ModelAndView send(@PathVariable AgreementId id, SignedIn me) {
    written(me, id);
    return after(id, signing.send(me.id(), id, me.language(), Links.here()), "partnerships.signatories.sent");
  }

  @PostMapping(ONE + "/removal")
  ModelAndView drop(@PathVariable AgreementId id, SignedIn me) {
    Agreement agreement = written(me, id);
    boolean dropped = agreements.drop(me.id(), id);
    return View.seeOther("/partners/" + agreement.partner() + "/oversight", View.saying(dropped ? "partnerships.draft.dropped" : "partnerships.draft.tooLate"));
  }

  @PostMapping(ONE + "/renewal")
  ModelAndView renew(@PathVariable AgreementId id, SignedIn me) {
    written(me, id);
    return View.seeOther("/agreements/" + agreements.renew(me.id(), id), View.saying("partnerships.draft.renewed"));
  }

  @PostMapping(ONE + "/termination")
  ModelAndView terminate(@PathVariable AgreementId id, SignedIn me, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    Agreement agreement = read(me, id);
    if (!mayTerminate(me, agreement)) throw new NotFound("agreement " + id + " is not terminated by " + me.id());
    Problems problems = Problems.none();
    String why = words("reason", reason, 10, 1000, problems);
    LocalDate day = day(from, problems);
    if (!problems.any() && day != null && !agreements.terminate(me.id(), id, day, why)) problems.add("from", "partnerships.problem.termination");
    return problems.any() ? show(agreement, me, "", from, reason, "", problems, request)
        : View.seeOther("/agreements/" + id, View.saying("partnerships.termination.done"));
  }

  private ModelAndView show(Agreement agreement, SignedIn me, String side, String first, String second, String contact, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    AgreementVersion version = agreements.text(agreement);
    Object[] parameters = {"agreement", agreement, "version", version, "partner", partners.find(agreement.partner()).orElseThrow(),
        "sides", naming.sides(agreement, words), "promises", naming.promises(agreement, words), "annexes", files.find(version.text().annexes()),
        "signatories", agreements.signatories(agreement.id()).stream().map(one -> new SignatoryRow(one, naming.side(one.partner(), agreement, words))).toList(),
        "mayWrite", access.mayWrite(me.id(), agreement.id()), "mayTerminate", mayTerminate(me, agreement), "sideOptions", sides(agreement, words),
        "side", side, "first", first, "second", second, "contact", contact, "problems", problems,
        "history", history.of("agreement", agreement.id().toString(), words)};
    return problems.any() ? View.unprocessable("partnerships/agreement", parameters) : View.of("partnerships/agreement", parameters);
  }

  private List<Option> sides(Agreement agreement, Words words) {
    List<Option> sides = new ArrayList<>(agreements.parties(agreement.id()).stream().map(one -> Option.of(one.toString(), naming.side(one, agreement, words))).toList());
    sides.add(Option.of("other", naming.side(null, agreement, words)));
    return sides;
  }

  private boolean mayTerminate(SignedIn me, Agreement agreement) {
    boolean stands = agreement.state().holds() || agreement.state() == AgreementState.COMING;
    return stands && agreement.lastDay().equals(agreement.to()) && (access.mayWrite(me.id(), agreement.id()) || partners.mayActFor(me.id(), agreement.partner(), PartnerRole.OWNER));
  }

  private Agreement read(SignedIn me, AgreementId id) {
    return agreements.find(id).filter(found -> access.mayRead(me.id(), id)).orElseThrow(() -> new NotFound("agreement " + id + " for " + me.id()));
  }

  private Agreement written(SignedIn me, AgreementId id) {
    return agreements.find(id).filter(found -> access.mayWrite(me.id(), id)).orElseThrow(() -> new NotFound("agreement " + id + " for " + me.id()));
  }

  private static ModelAndView after(AgreementId id, Optional<Signing.Refusal> refusal, String done) {
    return View.seeOther("/agreements/" + id + "#signatories", View.saying(refusal.map(Signing.Refusal::key).orElse(done)));
  }

  private static String words(String field, String raw, int shortest, int longest, Problems problems) {
    String text = longest > 200 ? Typed.text(raw) : Typed.line(raw);
    if (Typed.deceives(raw)) problems.add(field, "site.problem.characters");
    if (text.isEmpty()) problems.add(field, "site.problem.required");
    if (text.length() < shortest) problems.add(field, "partnerships.problem.short", shortest);
    if (text.length() > longest) problems.add(field, "site.problem.tooLong", longest);
    return text;
  }

  private static @Nullable LocalDate day(String typed, Problems problems) {
    try {
      return LocalDate.parse(Digits.latin(typed.strip()));
    } catch (DateTimeParseException typedOtherwise) {
      problems.add("from", "site.problem.date");
      return null;
    }
  }
}
