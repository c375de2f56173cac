package dz.linatatawwa.partnerships.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.partnerships.Agreement;
import dz.linatatawwa.partnerships.AgreementId;
import dz.linatatawwa.partnerships.AgreementText;
import dz.linatatawwa.partnerships.Agreements;
import dz.linatatawwa.partnerships.Annexes;
import dz.linatatawwa.partnerships.Oversight;
import dz.linatatawwa.partnerships.Partner;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.partnerships.Promise;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Writing an agreement, for who looks after the partner. */
@Controller
class DraftPages {

  private final Agreements agreements;
  private final Annexes annexes;
  private final Oversight oversight;
  private final Partners partners;
  private final OrganizationNames organizations;
  private final AnnexUploads uploads;
  private final Files files;
  private final PageMaker pages;

  DraftPages(Agreements agreements, Annexes annexes, Oversight oversight, Partners partners, OrganizationNames organizations, AnnexUploads uploads, Files files,
      PageMaker pages) {
    this.agreements = agreements;
    this.annexes = annexes;
    this.oversight = oversight;
    this.partners = partners;
    this.organizations = organizations;
    this.uploads = uploads;
    this.files = files;
    this.pages = pages;
  }

  @GetMapping("/partners/{id:[1-9][0-9]{0,17}}/agreements/new")
  ModelAndView form(@PathVariable PartnerId id, SignedIn me, HttpServletRequest request) {
    return show(oversight.overseen(me.id(), id), null, new AgreementForm(new LinkedMultiValueMap<>()), Problems.none(), request);
  }

  @PostMapping("/partners/{id:[1-9][0-9]{0,17}}/agreements")
  ModelAndView draft(@PathVariable PartnerId id, SignedIn me, @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "annexes", required = false) List<MultipartFile> papers, HttpServletRequest request) {
    Partner partner = oversight.overseen(me.id(), id);
    AgreementForm form = new AgreementForm(sent);
    AgreementReading reading = new AgreementReading(form);
    List<PartnerId> others = others(form, reading.problems());
    OrganizationId organization = organization(form, reading.problems());
    List<FileId> kept = uploads.take(me.id(), papers, reading.problems());
    Optional<AgreementText> text = reading.text(kept);
    if (text.isEmpty()) {
      uploads.forget(kept);
      return show(partner, null, form, reading.problems(), request);
    }
    AgreementId made = agreements.draft(me.id(), id, others, organization, text.get());
    return View.seeOther("/agreements/" + made, View.saying("partnerships.draft.made"));
  }

  @GetMapping("/agreements/{id:[1-9][0-9]{0,17}}/text")
  ModelAndView mending(@PathVariable AgreementId id, SignedIn me, HttpServletRequest request) {
    Agreement agreement = open(me, id);
    return show(partners.find(agreement.partner()).orElseThrow(), agreement, AgreementForm.of(agreements.text(agreement).text()), Problems.none(), request);
  }

  @PostMapping("/agreements/{id:[1-9][0-9]{0,17}}/text")
  ModelAndView mend(@PathVariable AgreementId id, SignedIn me, @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "annexes", required = false) List<MultipartFile> papers, HttpServletRequest request) {
    Agreement agreement = open(me, id);
    AgreementForm form = new AgreementForm(sent);
    AgreementReading reading = new AgreementReading(form);
    List<FileId> kept = uploads.take(me.id(), papers, reading.problems());
    List<FileId> all = new ArrayList<>(agreements.text(agreement).text().annexes().stream().filter(file -> form.values("annex").contains(file.toString())).toList());
    all.addAll(kept);
    Optional<AgreementText> text = reading.text(all);
    if (text.isEmpty()) {
      uploads.forget(kept);
      return show(partners.find(agreement.partner()).orElseThrow(), agreement, form, reading.problems(), request);
    }
    boolean mended = agreements.mend(me.id(), id, text.get());
    return View.seeOther("/agreements/" + id, View.saying(mended ? "partnerships.draft.mended" : "partnerships.draft.tooLate"));
  }

  private Agreement open(SignedIn me, AgreementId id) {
    return agreements.find(id).filter(found -> found.state().open() && annexes.mayWrite(me.id(), id))
        .orElseThrow(() -> new NotFound("agreement " + id + " is not open to " + me.id()));
  }

  private List<PartnerId> others(AgreementForm form, Problems problems) {
    List<PartnerId> others = new ArrayList<>();
    for (String line : Typed.text(form.value("others")).split("\n")) {
      if (line.isBlank()) continue;
      partners.named(line.strip()).ifPresentOrElse(found -> others.add(found.id()), () -> problems.add("others", "partnerships.problem.partner", line.strip()));
    }
    return others;
  }

  private @Nullable OrganizationId organization(AgreementForm form, Problems problems) {
    String name = Typed.line(form.value("organization"));
    if (name.isEmpty()) return null;
    Optional<Organization> found = organizations.verified(name);
    if (found.isEmpty()) problems.add("organization", "partnerships.problem.organization");
    return found.map(Organization::id).orElse(null);
  }

  private ModelAndView show(Partner partner, @Nullable Agreement agreement, AgreementForm form, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    Object[] parameters = {"partner", partner, "agreement", agreement, "form", form, "problems", problems,
        "promises", Arrays.stream(Promise.values()).map(one -> Option.of(one.code(), words.text(one.key()))).toList(),
        "annexes", agreement == null ? List.of() : files.find(agreements.text(agreement).text().annexes())};
    return problems.any() ? View.unprocessable("partnerships/draft", parameters) : View.of("partnerships/draft", parameters);
  }
}
