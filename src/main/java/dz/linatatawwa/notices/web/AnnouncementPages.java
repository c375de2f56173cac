package dz.linatatawwa.notices.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.notices.Announcement;
import dz.linatatawwa.notices.Announcements;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Saying one thing to everybody, and seeing how it goes. For administrators. */
@Controller
@RequestMapping("/administration/announcements")
class AnnouncementPages {

  private static final String AT = "/administration/announcements";

  private final Announcements announcements;

  AnnouncementPages(Announcements announcements) {
    this.announcements = announcements;
  }

  @GetMapping
  ModelAndView all(@RequestParam(defaultValue = "1") String page, SignedIn me) {
    NoticeDeskPages.administrator(me);
    return View.of("notices/announcements", "slice", announcements.all(InboxPages.number(page)));
  }

  @GetMapping("/new")
  ModelAndView form(SignedIn me) {
    NoticeDeskPages.administrator(me);
    return View.of("notices/announce", "form", AnnouncementForm.EMPTY, "problems", Problems.none(), "everybody", announcements.everybody());
  }

  @PostMapping
  ModelAndView begin(@ModelAttribute AnnouncementForm typed, SignedIn me) {
    NoticeDeskPages.administrator(me);
    AnnouncementForm form = typed.clean();
    Problems problems = form.problems();
    if (problems.any()) return View.unprocessable("notices/announce", "form", form, "problems", problems, "everybody", announcements.everybody());
    long id = announcements.begin(me.id(), new LocalName(form.titleAr(), or(form.titleFr()), or(form.titleEn())),
        new LocalName(form.bodyAr(), or(form.bodyFr()), or(form.bodyEn())), or(form.link()));
    return View.seeOther(AT + "/" + id, View.saying("notices.announcement.begun"));
  }

  @GetMapping("/{id:\\d{1,18}}")
  ModelAndView show(@PathVariable long id, SignedIn me) {
    NoticeDeskPages.administrator(me);
    return View.of("notices/announcement", "one", find(id), "letters", announcements.letters(id));
  }

  @PostMapping("/{id:\\d{1,18}}/stop")
  ModelAndView stop(@PathVariable long id, SignedIn me) {
    NoticeDeskPages.administrator(me);
    announcements.stop(me.id(), find(id).id());
    return View.seeOther(AT + "/" + id, View.saying("notices.announcement.stopped"));
  }

  private Announcement find(long id) {
    return announcements.toEverybody(id).orElseThrow(() -> new NotFound("announcement " + id));
  }

  private static @org.jspecify.annotations.Nullable String or(String text) {
    return text.isEmpty() ? null : text;
  }
}
