package dz.linatatawwa.stories.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.stories.MediaCell;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who belongs to the media cell: given, prolonged and ended by administrators. */
@Controller
@RequestMapping("/administration/media")
class MediaCellPages {

  private static final String PAGE = "/administration/media";

  private final MediaCell cell;
  private final Accounts accounts;

  MediaCellPages(MediaCell cell, Accounts accounts) {
    this.cell = cell;
    this.accounts = accounts;
  }

  @GetMapping
  ModelAndView all(SignedIn me) {
    administrator(me);
    return page(Map.of(), Problems.none());
  }

  @PostMapping
  ModelAndView grant(SignedIn me, @RequestParam(defaultValue = "") String contact, @RequestParam(defaultValue = "") String until, @RequestParam(defaultValue = "") String reason) {
    administrator(me);
    Problems problems = Problems.none();
    Optional<AccountId> person = Contact.parse(Typed.line(contact)).flatMap(accounts::findBy);
    if (person.isEmpty()) problems.add("contact", "stories.problem.noAccount");
    LocalDate last = day(until);
    if (last == null || !last.isAfter(cell.today()) || last.isAfter(cell.today().plusDays(MediaCell.LONGEST))) problems.add("until", "stories.problem.until", MediaCell.LONGEST);
    String why = reason(reason, "reason", problems);
    if (problems.any() || last == null) return page(Map.of("contact", contact, "until", until, "reason", reason), problems);
    cell.grant(me.id(), person.orElseThrow(), last, why);
    return View.seeOther(PAGE, View.saying("stories.said.granted"));
  }

  @PostMapping("/{id:[1-9]\\d{0,17}}/ending")
  ModelAndView end(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String endReason) {
    administrator(me);
    Problems problems = Problems.none();
    String why = reason(endReason, "editors", problems);
    if (problems.any()) return page(Map.of(), problems);
    if (!cell.end(me.id(), id, why)) throw new NotFound("editor " + id);
    return View.seeOther(PAGE, View.saying("stories.said.ended"));
  }

  private ModelAndView page(Map<String, String> typed, Problems problems) {
    List<MediaCell.Editor> editors = cell.all();
    Object[] parameters = {"editors", editors, "names", accounts.names(editors.stream().map(MediaCell.Editor::account).distinct().toList()), "typed", typed, "today", cell.today(),
        "problems", problems};
    return problems.any() ? View.unprocessable("stories/cell", parameters) : View.of("stories/cell", parameters);
  }

  private static String reason(String raw, String field, Problems problems) {
    String text = Typed.line(raw);
    if (Typed.deceives(raw)) problems.add(field, "site.problem.characters");
    if (text.length() < 5) problems.add(field, "stories.problem.reason");
    if (text.length() > 500) problems.add(field, "site.problem.tooLong", 500);
    return text;
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return LocalDate.parse(Typed.line(typed));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static void administrator(SignedIn me) {
    if (!me.administrator()) throw new NotFound("the media cell is not appointed by " + me.id());
  }
}
