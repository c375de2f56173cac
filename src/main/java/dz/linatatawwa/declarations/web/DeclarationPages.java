package dz.linatatawwa.declarations.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.declarations.Declaration;
import dz.linatatawwa.declarations.DeclarationId;
import dz.linatatawwa.declarations.Declarations;
import dz.linatatawwa.declarations.Saved;
import dz.linatatawwa.declarations.Work;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.hours.Why;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A volunteer's declarations: to declare, to look at, to change while nobody has decided, to withdraw. */
@Controller
@RequestMapping("/declarations")
class DeclarationPages {

  private static final String PURPOSE = "declaration-document";

  private final Declarations declarations;
  private final DeclarationChoices choices;
  private final HourLedger ledger;
  private final Volunteers volunteers;
  private final Files files;

  DeclarationPages(Declarations declarations, DeclarationChoices choices, HourLedger ledger, Volunteers volunteers, Files files) {
    this.declarations = declarations;
    this.choices = choices;
    this.ledger = ledger;
    this.volunteers = volunteers;
    this.files = files;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @RequestParam(defaultValue = "1") String page) {
    int number = page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    return View.of("declarations/list", "rows", declarations.of(me.id(), number), "totals", ledger.totals(me.id()));
  }

  @GetMapping("/new")
  ModelAndView form(SignedIn me, HttpServletRequest request) {
    if (volunteers.find(me.id()).isEmpty()) return View.seeOther("/join/facts");
    return form(null, DeclarationForm.EMPTY, false, Problems.none(), request);
  }

  @PostMapping
  ModelAndView declare(SignedIn me, @ModelAttribute DeclarationForm form, @RequestParam(required = false) @Nullable MultipartFile document,
      HttpServletRequest request) {
    return save(me, null, form, document, request);
  }

  @GetMapping("/{id:[1-9]\\d{0,17}}")
  ModelAndView show(SignedIn me, @PathVariable long id, HttpServletRequest request) {
    return shown(declarations.own(me.id(), new DeclarationId(id)), Problems.none(), request);
  }

  @GetMapping("/{id:[1-9]\\d{0,17}}/edit")
  ModelAndView edit(SignedIn me, @PathVariable long id, HttpServletRequest request) {
    Declaration declaration = declarations.own(me.id(), new DeclarationId(id));
    if (!declaration.living()) return View.seeOther("/declarations/" + id);
    return form(declaration.id(), DeclarationForm.of(declaration), declaration.document() != null, Problems.none(), request);
  }

  @PostMapping("/{id:[1-9]\\d{0,17}}")
  ModelAndView change(SignedIn me, @PathVariable long id, @ModelAttribute DeclarationForm form,
      @RequestParam(required = false) @Nullable MultipartFile document, HttpServletRequest request) {
    return save(me, declarations.own(me.id(), new DeclarationId(id)), form, document, request);
  }

  @PostMapping("/{id:[1-9]\\d{0,17}}/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable long id) {
    boolean taken = declarations.withdraw(me.id(), new DeclarationId(id));
    return View.seeOther("/declarations/" + id, View.saying(taken ? "declarations.said.withdrawn" : "declarations.said.tooLate"));
  }

  @PostMapping("/{id:[1-9]\\d{0,17}}/document")
  ModelAndView handIn(SignedIn me, @PathVariable long id, @RequestParam(required = false) @Nullable MultipartFile document, HttpServletRequest request) {
    Declaration declaration = declarations.own(me.id(), new DeclarationId(id));
    Problems problems = Problems.none();
    FileId file = keep(me.id(), document, problems);
    if (file == null && !problems.any()) problems.add("document", "files.problem.empty");
    if (file == null) return shown(declaration, problems, request);
    boolean taken = declarations.handIn(me.id(), declaration.id(), file);
    return View.seeOther("/declarations/" + id, View.saying(taken ? "declarations.said.handedIn" : "declarations.said.tooLate"));
  }

  private ModelAndView save(SignedIn me, @Nullable Declaration before, DeclarationForm form, @Nullable MultipartFile document, HttpServletRequest request) {
    Problems problems = Problems.none();
    Optional<Work> work = form.read(choices::commune, choices::organization, choices.knows(form.activity()), problems);
    FileId file = problems.any() ? null : keep(me.id(), document, problems);
    boolean documented = before != null && before.document() != null;
    DeclarationId id = before == null ? null : before.id();
    if (work.isEmpty() || problems.any()) return form(id, form, documented, problems, request);
    String links = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    return switch (declarations.save(me.id(), id, work.get(), file, links)) {
      case Saved.Done(DeclarationId made) -> View.seeOther("/declarations/" + made, View.saying("declarations.said.saved"));
      case Saved.Unfit(String field, String key, int limit) -> form(id, form, documented, problems.add(field, key, limit), request);
      case Saved.Clash(Why why) -> form(id, form, documented, problems.add("from", "declarations.problem.clash"), request);
      case Saved.TooLate late -> View.seeOther("/declarations", View.refusing("declarations.said.tooLate"));
    };
  }

  private @Nullable FileId keep(AccountId owner, @Nullable MultipartFile upload, Problems problems) {
    if (upload == null || upload.isEmpty()) return null;
    return switch (files.keep(owner, PURPOSE, upload)) {
      case Kept.Stored(FileId id) -> id;
      case Kept.Refused(String key, List<Object> arguments) -> {
        problems.add("document", key, arguments.toArray());
        yield null;
      }
    };
  }

  private ModelAndView form(@Nullable DeclarationId id, DeclarationForm form, boolean documented, Problems problems, HttpServletRequest request) {
    Object[] parameters = {"action", id == null ? "/declarations" : "/declarations/" + id, "form", form, "documented", documented,
        "activities", choices.activities(request), "problems", problems};
    return problems.any() ? View.unprocessable("declarations/form", parameters) : View.of("declarations/form", parameters);
  }

  private ModelAndView shown(Declaration declaration, Problems problems, HttpServletRequest request) {
    FileId document = declaration.document();
    Object[] parameters = {"declaration", declaration, "place", choices.place(declaration, request), "activity", choices.activity(declaration, request),
        "document", document == null ? null : files.find(document).orElse(null), "problems", problems};
    return problems.any() ? View.unprocessable("declarations/show", parameters) : View.of("declarations/show", parameters);
  }
}
