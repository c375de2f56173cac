package dz.linatatawwa.certificates.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.certificates.CertificateBatch;
import dz.linatatawwa.certificates.CertificateBatches;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Certificates for many on an organisation's desk: begun, watched, taken away. Only for those who run it: names stand here. */
@Controller
@RequestMapping("/organizations/{oid:[1-9]\\d{0,17}}/desk/certificates")
class BatchDesk {

  private final Desks desks;
  private final CertificateBatches batches;
  private final PageMaker pages;

  BatchDesk(Desks desks, CertificateBatches batches, PageMaker pages) {
    this.desks = desks;
    this.batches = batches;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @PathVariable long oid, @RequestParam(defaultValue = "1") String page) {
    Desk desk = desk(me, oid);
    return View.of("certificates/batches", "desk", desk, "rows", batches.of(desk.organization().id(), number(page)));
  }

  @GetMapping("/new")
  ModelAndView form(SignedIn me, @PathVariable long oid) {
    return form(desk(me, oid), BatchForm.EMPTY, Problems.none());
  }

  @PostMapping
  ModelAndView begin(SignedIn me, @PathVariable long oid, @ModelAttribute BatchForm form) {
    Desk desk = desk(me, oid);
    Problems problems = Problems.none();
    Optional<BatchForm.Read> read = form.read(problems);
    if (read.isEmpty()) return form(desk, form, problems.any() ? problems : problems.add("scope", "site.problem.choice"));
    return batches.begin(desk.organization().id(), read.get().asked().scope(), read.get().span(), read.get().minutes(), me.id())
        .map(id -> View.seeOther(desk.address("/certificates/" + id))).orElseGet(() -> form(desk, form, problems.add("scope", "certificates.problem.nobody")));
  }

  @GetMapping("/{id:[1-9]\\d{0,17}}")
  ModelAndView show(SignedIn me, @PathVariable long oid, @PathVariable long id, @RequestParam(defaultValue = "1") String page) {
    Desk desk = desk(me, oid);
    CertificateBatch batch = batches.find(desk.organization().id(), id);
    return View.of("certificates/batch", "desk", desk, "batch", batch, "rows", batches.lines(batch, number(page)),
        "parts", (batch.made() + CertificateBatches.TOGETHER - 1) / CertificateBatches.TOGETHER);
  }

  @PostMapping("/{id:[1-9]\\d{0,17}}/stop")
  ModelAndView stop(SignedIn me, @PathVariable long oid, @PathVariable long id) {
    OrganizationId organization = desk(me, oid).organization().id();
    batches.find(organization, id);
    batches.stop(organization, id, me.id());
    return View.seeOther("/organizations/" + oid + "/desk/certificates/" + id);
  }

  @PostMapping("/{id:[1-9]\\d{0,17}}/run")
  ModelAndView goOn(SignedIn me, @PathVariable long oid, @PathVariable long id) {
    OrganizationId organization = desk(me, oid).organization().id();
    batches.find(organization, id);
    batches.goOn(organization, id);
    return View.seeOther("/organizations/" + oid + "/desk/certificates/" + id);
  }

  @GetMapping("/{id:[1-9]\\d{0,17}}/all.zip")
  void zip(SignedIn me, @PathVariable long oid, @PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
    CertificateBatch batch = made(me, oid, id);
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("certificates-" + id + ".zip").build().toString());
    batches.zip(batch, me.id(), pages.page(request).site(), response.getOutputStream());
  }

  @GetMapping("/{id:[1-9]\\d{0,17}}/part-{part:[1-9]\\d{0,3}}.pdf")
  ResponseEntity<byte[]> together(SignedIn me, @PathVariable long oid, @PathVariable long id, @PathVariable int part, HttpServletRequest request) {
    CertificateBatch batch = made(me, oid, id);
    Page page = pages.page(request);
    return OwnCertificatePages.pdf("certificates-" + id + "-" + part + ".pdf",
        batches.together(batch, part, me.id(), page.language(), page.text("certificates.batch.title", batch.subject().in(page.language())), page.site()));
  }

  private CertificateBatch made(SignedIn me, long oid, long id) {
    CertificateBatch batch = batches.find(desk(me, oid).organization().id(), id);
    if (batch.made() == 0) throw new NotFound("nothing was made in batch " + id);
    return batch;
  }

  private Desk desk(SignedIn me, long oid) {
    return desks.openToRun(me.id(), new OrganizationId(oid));
  }

  private ModelAndView form(Desk desk, BatchForm form, Problems problems) {
    Object[] parameters = {"desk", desk, "form", form, "choices", batches.choices(desk.organization().id()), "problems", problems};
    return problems.any() ? View.unprocessable("certificates/batchForm", parameters) : View.of("certificates/batchForm", parameters);
  }

  private static int number(String page) {
    return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
  }
}
