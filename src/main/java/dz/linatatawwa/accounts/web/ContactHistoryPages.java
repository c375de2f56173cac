package dz.linatatawwa.accounts.web;

import dz.linatatawwa.accounts.ContactChanges;
import dz.linatatawwa.accounts.Holds;
import dz.linatatawwa.accounts.Session;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** After a new contact: why deeds wait, and taking it back by the link in the message, which works without signing in. */
@Controller
class ContactHistoryPages {

  private final ContactChanges changes;
  private final Holds holds;

  ContactHistoryPages(ContactChanges changes, Holds holds) {
    this.changes = changes;
    this.holds = holds;
  }

  @GetMapping("/contact/hold")
  ModelAndView held(Session here) {
    Optional<Instant> until = holds.until(here.person().id());
    return until.isPresent() ? View.of("accounts/held", "until", until.get()) : View.seeOther("/contact");
  }

  @GetMapping("/contact/undo/{token}")
  ModelAndView ask(@PathVariable String token) {
    String kind = changes.waiting(token).orElseThrow(() -> new NotFound("change of a contact"));
    return View.of("accounts/undo", "token", token, "kind", kind);
  }

  @PostMapping("/contact/undo/{token}")
  ModelAndView undo(@PathVariable String token) {
    if (!changes.undo(token)) throw new NotFound("change of a contact");
    return View.seeOther("/", View.saying("accounts.undo.done"));
  }
}
