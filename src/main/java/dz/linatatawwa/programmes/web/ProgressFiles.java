package dz.linatatawwa.programmes.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.certificates.Certificate;
import dz.linatatawwa.certificates.CertificateNumber;
import dz.linatatawwa.certificates.CertificatePapers;
import dz.linatatawwa.certificates.Certificates;
import dz.linatatawwa.certificates.Listed;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.SafeCsv;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.partnerships.PartnerDesk;
import dz.linatatawwa.partnerships.PartnerDesks;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.programmes.Cohort;
import dz.linatatawwa.programmes.Programme;
import dz.linatatawwa.programmes.ProgrammeId;
import dz.linatatawwa.programmes.Programmes;
import dz.linatatawwa.programmes.Progress;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an institution takes along: the list as CSV, and sealed transcripts as PDF and CSV. */
@Controller
@RequestMapping("/partners/{id:[1-9][0-9]{0,17}}/desk/programmes/{programme:[1-9][0-9]{0,17}}")
class ProgressFiles {

  private final PartnerDesks desks;
  private final Programmes programmes;
  private final Certificates certificates;
  private final CertificatePapers papers;
  private final PageMaker pages;

  ProgressFiles(PartnerDesks desks, Programmes programmes, Certificates certificates, CertificatePapers papers, PageMaker pages) {
    this.desks = desks;
    this.programmes = programmes;
    this.certificates = certificates;
    this.papers = papers;
    this.pages = pages;
  }

  @GetMapping("/members.csv")
  ResponseEntity<byte[]> members(@PathVariable PartnerId id, @PathVariable ProgrammeId programme, SignedIn me, @RequestParam(defaultValue = "") String cohort,
      @RequestParam(defaultValue = "") String reached, @RequestParam(defaultValue = "") String q, HttpServletRequest request) {
    Programme found = open(me, id, programme);
    Words words = pages.page(request).words();
    List<Progress> rows = programmes.export(me.id(), found, ProgressFilters.of(cohort, reached, q, programmes.cohorts(programme)));
    StringBuilder csv = new StringBuilder(SafeCsv.MARK).append(SafeCsv.line(List.of(words.text("programmes.member.name"), words.text("programmes.member.cohort"),
        words.text("programmes.member.reference"), words.text("programmes.member.reached"), words.text("programmes.member.minutes"))));
    rows.forEach(row -> csv.append(SafeCsv.line(List.of(row.name(), text(row.cohort()), text(row.reference()), row.reached() ? "1" : "0", text(row.minutes())))));
    return file(csv.toString().getBytes(StandardCharsets.UTF_8), "programme-" + programme + ".csv", MediaType.parseMediaType("text/csv;charset=UTF-8"));
  }

  @PostMapping("/transcripts")
  ModelAndView seal(@PathVariable PartnerId id, @PathVariable ProgrammeId programme, SignedIn me, @RequestParam(defaultValue = "") String cohort) {
    Programme found = open(me, id, programme);
    Cohort group = programmes.cohorts(programme).stream().filter(one -> Long.toString(one.id()).equals(cohort)).findFirst().orElse(null);
    Optional<Certificate> sealed = programmes.transcript(me.id(), found, group);
    String here = "/partners/" + id + "/desk/programmes/" + programme + "#transcripts";
    return sealed.map(one -> View.seeOther(here, View.saying("programmes.transcripts.sealed", one.number().shown())))
        .orElseGet(() -> View.seeOther(here, View.saying("programmes.transcripts.nobody")));
  }

  @GetMapping("/transcripts/{number}.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable PartnerId id, @PathVariable ProgrammeId programme, @PathVariable String number, SignedIn me,
      @RequestParam(defaultValue = "") String in, HttpServletRequest request) {
    Certificate list = handed(me, id, programme, number);
    byte[] pdf = papers.pdf(list, Language.of(in).orElse(me.language()), pages.page(request).site());
    return file(pdf, "transcript-" + list.number() + ".pdf", MediaType.APPLICATION_PDF);
  }

  @GetMapping("/transcripts/{number}.csv")
  ResponseEntity<byte[]> csv(@PathVariable PartnerId id, @PathVariable ProgrammeId programme, @PathVariable String number, SignedIn me, HttpServletRequest request) {
    Certificate list = handed(me, id, programme, number);
    Words words = pages.page(request).words();
    StringBuilder csv = new StringBuilder(SafeCsv.MARK).append(SafeCsv.line(List.of(words.text("programmes.transcripts.number"), list.number().shown())))
        .append(SafeCsv.line(List.of(words.text("programmes.transcripts.check"), pages.page(request).absolute("/certificates/check/" + list.number()))))
        .append(SafeCsv.line(List.of(words.text("programmes.member.name"), "A", "B", "C", words.text("programmes.member.minutes"))));
    for (Listed one : certificates.listed(list)) {
      csv.append(SafeCsv.line(List.of(text(one.name()), text(one.minutes().of(Grade.A)), text(one.minutes().of(Grade.B)), text(one.minutes().of(Grade.C)),
          text(one.minutes().counted()))));
    }
    return file(csv.toString().getBytes(StandardCharsets.UTF_8), "transcript-" + list.number() + ".csv", MediaType.parseMediaType("text/csv;charset=UTF-8"));
  }

  /** Names are read only as long as an agreement promises recognition. */
  private Programme open(SignedIn me, PartnerId id, ProgrammeId programme) {
    PartnerDesk desk = desks.open(me.id(), id, PartnerRole.MANAGER);
    if (!programmes.covered(desk.partner().id())) throw new NotFound("partner " + id + " follows nobody now");
    return programmes.of(id, programme);
  }

  /** What was handed over stays handed over. */
  private Certificate handed(SignedIn me, PartnerId id, ProgrammeId programme, String number) {
    desks.open(me.id(), id, PartnerRole.MANAGER);
    programmes.of(id, programme);
    return CertificateNumber.of(number).filter(read -> programmes.transcripts(programme).stream().anyMatch(one -> one.number().equals(read.toString())))
        .flatMap(certificates::find).orElseThrow(() -> new NotFound("transcript " + number));
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  private static ResponseEntity<byte[]> file(byte[] content, String name, MediaType type) {
    return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body(content);
  }
}
