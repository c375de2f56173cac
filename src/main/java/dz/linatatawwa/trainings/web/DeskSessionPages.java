package dz.linatatawwa.trainings.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.SafeCsv;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.trainings.Door;
import dz.linatatawwa.trainings.DoorRow;
import dz.linatatawwa.trainings.HostDesk;
import dz.linatatawwa.trainings.HostDesks;
import dz.linatatawwa.trainings.Session;
import dz.linatatawwa.trainings.SessionForm;
import dz.linatatawwa.trainings.Training;
import dz.linatatawwa.trainings.TrainingWriting;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One session on the desk: changed, called off, its people as a table to take away. */
@Controller
@RequestMapping("/{kind:organizations|partners}/{host:[1-9][0-9]{0,17}}/desk/trainings/{training:[1-9][0-9]{0,17}}/sessions/{id:[1-9][0-9]{0,17}}")
class DeskSessionPages {

  private final HostDesks desks;
  private final TrainingWriting writing;
  private final Door door;
  private final PageMaker pages;
  private final Clock clock;

  DeskSessionPages(HostDesks desks, TrainingWriting writing, Door door, PageMaker pages, Clock clock) {
    this.desks = desks;
    this.writing = writing;
    this.door = door;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView edit(SignedIn me, @PathVariable String kind, @PathVariable long host, @PathVariable long training, @PathVariable long id, HttpServletRequest request) {
    Page page = pages.page(request);
    HostDesk desk = desks.run(me.id(), Addresses.host(kind, host));
    Training it = desks.own(desk, Addresses.training(training));
    Session session = desks.own(it, Addresses.session(id));
    return page(desk, it, session, SessionForm.of(session, page.words()), Problems.none());
  }

  @PostMapping
  ModelAndView save(SignedIn me, @PathVariable String kind, @PathVariable long host, @PathVariable long training, @PathVariable long id,
      @RequestParam MultiValueMap<String, String> sent) {
    HostDesk desk = desks.run(me.id(), Addresses.host(kind, host));
    Training it = desks.own(desk, Addresses.training(training));
    Session session = desks.own(it, Addresses.session(id));
    SessionForm form = SessionForm.read(sent);
    Problems problems = writing.change(it, session.id(), form, me.id());
    return problems.any() ? page(desk, it, session, form, problems) : View.seeOther(desk.of(session), View.saying("trainings.said.sessionSaved"));
  }

  @PostMapping("/cancellation")
  ModelAndView cancel(SignedIn me, @PathVariable String kind, @PathVariable long host, @PathVariable long training, @PathVariable long id,
      @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
    Page page = pages.page(request);
    HostDesk desk = desks.run(me.id(), Addresses.host(kind, host));
    Training it = desks.own(desk, Addresses.training(training));
    Session session = desks.own(it, Addresses.session(id));
    Problems problems = DeskTrainingPages.reason(reason);
    if (problems.any()) return page(desk, it, session, SessionForm.of(session, page.words()), problems);
    writing.cancelSession(it, session.id(), Typed.line(reason), me.id());
    return View.seeOther(desk.of(it.id()) + "#sessions", View.saying("trainings.said.sessionCancelled"));
  }

  @GetMapping("/people.csv")
  ResponseEntity<byte[]> table(SignedIn me, @PathVariable String kind, @PathVariable long host, @PathVariable long training, @PathVariable long id,
      HttpServletRequest request) {
    Page page = pages.page(request);
    HostDesk desk = desks.run(me.id(), Addresses.host(kind, host));
    Session session = desks.own(desks.own(desk, Addresses.training(training)), Addresses.session(id));
    Words words = page.words();
    StringBuilder file = new StringBuilder(SafeCsv.MARK);
    file.append(SafeCsv.line(Stream.of("name", "state", "came", "validUntil").map(column -> words.text("trainings.csv." + column)).toList()));
    for (DoorRow row : door.everybody(session.id())) {
      file.append(SafeCsv.line(List.of(row.name(), words.text("trainings.registration." + row.state()), local(row.cameAt()),
          row.validUntil() == null ? "" : row.validUntil().toString())));
    }
    return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=utf-8"))
        .header("Content-Disposition", "attachment; filename=\"training-session-" + id + ".csv\"").body(file.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String local(@Nullable Instant at) {
    return at == null ? "" : at.atZone(Words.ZONE).toLocalDateTime().withNano(0).toString();
  }

  private ModelAndView page(HostDesk desk, Training it, Session session, SessionForm form, Problems problems) {
    Object[] shown = {"desk", desk, "training", it, "session", session, "form", form, "count", door.count(session.id()), "now", clock.instant(),
        "problems", problems};
    return problems.any() ? View.unprocessable("trainings/desksession", shown) : View.of("trainings/desksession", shown);
  }
}
