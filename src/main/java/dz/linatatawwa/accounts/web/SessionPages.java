package dz.linatatawwa.accounts.web;

import dz.linatatawwa.accounts.Session;
import dz.linatatawwa.accounts.Sessions;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a person is signed in, and ending it. */
@Controller
class SessionPages {

  private final Sessions sessions;

  SessionPages(Sessions sessions) {
    this.sessions = sessions;
  }

  @GetMapping("/sessions")
  ModelAndView list(Session here) {
    return View.of("accounts/sessions", "here", here.id(), "sessions", sessions.of(here.person().id()));
  }

  @PostMapping("/sessions/{session}/end")
  ModelAndView end(@PathVariable UUID session, Session here) {
    if (!sessions.end(here.person().id(), session)) throw new NotFound("session " + session);
    return View.seeOther(session.equals(here.id()) ? "/" : "/sessions", View.saying("accounts.sessions.ended"));
  }

  @PostMapping("/sessions/others/end")
  ModelAndView endOthers(Session here) {
    int ended = sessions.endOthers(here.person().id(), here.id());
    return View.seeOther("/sessions", View.saying("accounts.sessions.othersEnded", ended));
  }
}
