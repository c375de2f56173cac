package dz.linatatawwa.accounts.web;

import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.AccessReason;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The door before a person's file: asks somebody in office why they open it, and leads on. */
@Controller
class AccessPages {

  private static final int LONGEST = 300;

  private final AccessLog log;
  private final Accounts accounts;

  AccessPages(AccessLog log, Accounts accounts) {
    this.log = log;
    this.accounts = accounts;
  }

  @GetMapping("/accesses/new")
  ModelAndView ask(SignedIn me, @RequestParam long person, @RequestParam String kind, @RequestParam String object, @RequestParam String to, @RequestParam String mark) {
    AccessLog.Door door = door(me, person, kind, object, to, mark);
    return View.of("accounts/access-reason", parameters(door, "", "", Problems.none()));
  }

  @PostMapping("/accesses")
  ModelAndView say(SignedIn me, @RequestParam long person, @RequestParam String kind, @RequestParam String object, @RequestParam String to, @RequestParam String mark,
      @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String words, HttpServletRequest request) {
    AccessLog.Door door = door(me, person, kind, object, to, mark);
    Problems problems = Problems.none();
    Optional<AccessReason> why = AccessReason.of(reason);
    String text = Typed.line(words);
    if (why.isEmpty()) problems.add("reason", "site.problem.choice");
    if (Typed.deceives(words)) problems.add("words", "site.problem.characters");
    if (text.length() > LONGEST) problems.add("words", "site.problem.tooLong", LONGEST);
    if (why.filter(AccessReason.OTHER::equals).isPresent() && text.length() < 3 || text.length() == 1 || text.length() == 2) {
      problems.add("words", "accounts.access.problem.words");
    }
    if (problems.any()) return View.unprocessable("accounts/access-reason", parameters(door, reason, words, problems));
    log.note(me.id(), door, why.orElseThrow(), text.isEmpty() ? null : text, request);
    return View.seeOther(door.to());
  }

  private Object[] parameters(AccessLog.Door door, String reason, String words, Problems problems) {
    return new Object[] {"door", door, "name", accounts.names(List.of(door.person())).getOrDefault(door.person(), ""), "reasons", AccessReason.choices(), "reason", reason,
        "words", words, "problems", problems};
  }

  private AccessLog.Door door(SignedIn me, long person, String kind, String object, String to, String mark) {
    return log.door(me.id(), person, kind, object, to, mark).filter(found -> to.startsWith("/") && !to.startsWith("//"))
        .orElseThrow(() -> new NotFound("no door to " + person));
  }
}
