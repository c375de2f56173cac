package dz.linatatawwa.notices.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.accounts.WayBack;
import dz.linatatawwa.notices.Notice;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a person was told, the newest first. */
@Controller
class InboxPages {

  private final Notices notices;

  InboxPages(Notices notices) {
    this.notices = notices;
  }

  @GetMapping("/inbox")
  ModelAndView list(@RequestParam(defaultValue = "1") String page, SignedIn me) {
    Slice<Notice> slice = notices.of(me.id(), number(page));
    return View.of("notices/inbox", "slice", slice, "unread", notices.unread(me.id()), "withheld", notices.withheld(slice));
  }

  /** Marks one as read, and goes on to where one can act. */
  @PostMapping("/inbox/{id}/reading")
  ModelAndView read(@PathVariable long id, SignedIn me) {
    Notice notice = notices.read(me.id(), id).orElseThrow(() -> new NotFound("notice " + id));
    return View.seeOther(WayBack.of(notice.link(), "/inbox"));
  }

  @PostMapping("/inbox/readings")
  ModelAndView readAll(SignedIn me) {
    notices.readAll(me.id());
    return View.seeOther("/inbox", View.saying("notices.inbox.allRead"));
  }

  static int number(String typed) {
    return typed.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(typed) : 1;
  }
}
