package dz.linatatawwa.imports.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.imports.Import;
import dz.linatatawwa.imports.ImportSettings;
import dz.linatatawwa.imports.Imports;
import dz.linatatawwa.imports.Kind;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The import desk: a table comes in, is looked at, stored in the background, and taken back where wanted. */
@Controller
class ImportPages {

  private static final int FAULTS_IN_A_PREVIEW = 100;

  private final Desk desk;
  private final Imports imports;
  private final PageMaker pages;
  private final ImportSettings settings;

  ImportPages(Desk desk, Imports imports, PageMaker pages, ImportSettings settings) {
    this.desk = desk;
    this.imports = imports;
    this.pages = pages;
    this.settings = settings;
  }

  @GetMapping("/imports")
  ModelAndView list(SignedIn me, HttpServletRequest request) {
    desk.open(me);
    return View.of("imports/list", list(me, request, Problems.none(), "", ""));
  }

  @PostMapping("/imports")
  ModelAndView bring(SignedIn me, HttpServletRequest request, @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String organization, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
    desk.open(me);
    Problems problems = Problems.none();
    Optional<Kind> chosen = Kind.of(kind).filter(desk.kinds(me)::contains);
    if (chosen.isEmpty()) problems.add("kind", "imports.problem.kind");
    Optional<OrganizationId> owner = desk.own(me).stream().filter(o -> o.id().toString().equals(organization)).map(o -> o.id()).findFirst();
    if (owner.isEmpty() && (!desk.all(me) || !organization.isEmpty())) problems.add("organization", "imports.problem.owner");
    if (file == null || file.isEmpty()) problems.add("file", "imports.problem.file");
    if (file != null && chosen.isPresent() && chosen.get().streamed() && file.getSize() > settings.mostBytes()) {
      problems.add("file", "imports.problem.tooBig", settings.mostBytes() / 1024 / 1024);
    }
    if (!problems.any() && file != null) {
      Kind what = chosen.orElseThrow();
      OrganizationId own = what == Kind.OPPORTUNITIES || what == Kind.OPERATIONS ? owner.orElse(null) : null;
      switch (imports.begin(what, own, String.valueOf(file.getOriginalFilename()), file, me.id())) {
        case Imports.Begun.Kept kept -> { return View.seeOther("/imports/" + kept.id() + "/columns"); }
        case Imports.Begun.Refused refused -> problems.add("file", refused.key(), refused.arguments().toArray());
      }
    }
    return View.unprocessable("imports/list", list(me, request, problems, kind, organization));
  }

  private Object[] list(SignedIn me, HttpServletRequest request, Problems problems, String kind, String organization) {
    Words words = pages.page(request).words();
    List<Option> owners = new ArrayList<>();
    if (desk.all(me)) owners.add(Option.of("", words.text("imports.owner.named")));
    desk.own(me).forEach(own -> owners.add(Option.of(own.id().toString(), own.name(words.language()))));
    return new Object[] {"imports", desk.newest(me), "kinds", desk.kinds(me).stream().map(k -> Option.of(k.code(), words.text(k.key()))).toList(),
        "owners", owners, "problems", problems, "kind", kind, "organization", organization, "mostMegabytes", settings.mostBytes() / 1024 / 1024};
  }

  @GetMapping("/imports/{id}")
  ModelAndView show(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String notes, @RequestParam(defaultValue = "1") int page) {
    Import of = desk.look(me, id);
    if (of.state() == Import.State.UPLOADED) {
      return View.of("imports/preview", "of", of, "preview", imports.preview(id), "most", FAULTS_IN_A_PREVIEW);
    }
    boolean bad = notes.isEmpty();
    return View.of("imports/show", "of", of, "bad", bad, "faults", imports.faults(id, bad, Math.max(1, page)), "made", imports.made(id),
        "brought", desk.all(me) && !of.kind().streamed() && (of.kind() != Kind.OPPORTUNITIES || imports.made(id) > 0) ? "/supervision/brought?from=" + id : "");
  }

  @PostMapping("/imports/{id}/run")
  ModelAndView run(SignedIn me, @PathVariable long id) {
    desk.look(me, id);
    imports.start(id);
    return View.seeOther("/imports/" + id);
  }

  @PostMapping("/imports/{id}/cancellation")
  ModelAndView cancel(SignedIn me, @PathVariable long id) {
    desk.look(me, id);
    return imports.cancel(id, me.id()) ? View.seeOther("/imports/" + id, View.saying("imports.cancelled")) : View.seeOther("/imports/" + id);
  }

  @PostMapping("/imports/{id}/reversal")
  ModelAndView undo(SignedIn me, @PathVariable long id) {
    desk.look(me, id);
    imports.startUndo(id);
    return View.seeOther("/imports/" + id);
  }

  @GetMapping("/imports/{id}/bad-rows.csv")
  void badRows(SignedIn me, HttpServletRequest request, HttpServletResponse response, @PathVariable long id) throws IOException {
    desk.look(me, id);
    response.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8).toString());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("bad-rows-" + id + ".csv").build().toString());
    imports.badRows(id, pages.page(request).words(), response.getWriter());
  }
}
