package dz.linatatawwa.trainings.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Flash;
import dz.linatatawwa.site.View;
import dz.linatatawwa.trainings.Completions;
import dz.linatatawwa.trainings.Door;
import dz.linatatawwa.trainings.HostDesk;
import dz.linatatawwa.trainings.HostDesks;
import dz.linatatawwa.trainings.Marked;
import dz.linatatawwa.trainings.Session;
import dz.linatatawwa.trainings.Training;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The door of a session on a phone: who comes, closing it, correcting it afterwards. Works without scripts by typing and tapping. */
@Controller
@RequestMapping("/{kind:organizations|partners}/{host:[1-9][0-9]{0,17}}/desk/trainings/{training:[1-9][0-9]{0,17}}/sessions/{id:[1-9][0-9]{0,17}}/door")
class DoorPages {

  private static final int LONGEST_SEARCH = 60;

  private final HostDesks desks;
  private final Door door;
  private final Completions completions;
  private final Clock clock;

  DoorPages(HostDesks desks, Door door, Completions completions, Clock clock) {
    this.desks = desks;
    this.door = door;
    this.completions = completions;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView show(SignedIn me, @PathVariable String kind, @PathVariable long host, @PathVariable long training, @PathVariable long id,
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") String page) {
    HostDesk desk = desks.lead(me.id(), Addresses.host(kind, host));
    Training it = desks.own(desk, Addresses.training(training));
    Session session = desks.own(it, Addresses.session(id));
    String words = Typed.line(q);
    String asked = words.length() > LONGEST_SEARCH ? words.substring(0, LONGEST_SEARCH) : words;
    return View.of("trainings/door", "desk", desk, "training", it, "session", session, "people", door.people(session.id(), asked, Addresses.page(page)),
        "count", door.count(session.id()), "q", asked, "key", UUID.randomUUID().toString(), "now", clock.instant());
  }

  /** A code or six digits that were typed, or a name that was tapped. */
  @PostMapping("/arrivals")
  ModelAndView arrive(SignedIn me, @PathVariable String kind, @PathVariable long host, @PathVariable long training, @PathVariable long id,
      @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "0") long registration, @RequestParam(defaultValue = "") String key) {
    Session session = session(me, kind, host, training, id);
    Marked marked = registration > 0 ? door.tapped(me.id(), session.id(), key(key), Addresses.registration(registration))
        : door.came(me.id(), session.id(), key(key), code.strip(), Duration.ZERO);
    return View.seeOther(address(kind, host, training, id), said(marked));
  }

  @PostMapping("/undoings")
  ModelAndView undo(SignedIn me, @PathVariable String kind, @PathVariable long host, @PathVariable long training, @PathVariable long id,
      @RequestParam long registration, @RequestParam(defaultValue = "") String key) {
    Session session = session(me, kind, host, training, id);
    Marked marked = door.undo(me.id(), session.id(), key(key), Addresses.registration(registration));
    return View.seeOther(address(kind, host, training, id), said(marked));
  }

  @PostMapping("/closure")
  ModelAndView close(SignedIn me, @PathVariable String kind, @PathVariable long host, @PathVariable long training, @PathVariable long id) {
    Session session = session(me, kind, host, training, id);
    Optional<Integer> came = completions.close(me.id(), session.id());
    return View.seeOther(address(kind, host, training, id),
        came.map(n -> View.saying("trainings.said.held", n)).orElseGet(() -> View.refusing("trainings.said.notBegun")));
  }

  /** Corrects a closed session; for those who run the host's trainings. */
  @PostMapping("/corrections")
  ModelAndView correct(SignedIn me, @PathVariable String kind, @PathVariable long host, @PathVariable long training, @PathVariable long id,
      @RequestParam long registration, @RequestParam boolean came, @RequestParam(defaultValue = "") String reason) {
    HostDesk desk = desks.run(me.id(), Addresses.host(kind, host));
    Session session = desks.own(desks.own(desk, Addresses.training(training)), Addresses.session(id));
    if (DeskTrainingPages.reason(reason).any()) return View.seeOther(address(kind, host, training, id), View.saying("trainings.problem.reason"));
    boolean own = door.belongs(session.id(), Addresses.registration(registration));
    boolean done = own && completions.correct(me.id(), Addresses.registration(registration), came, Typed.line(reason));
    return View.seeOther(address(kind, host, training, id), View.saying(done ? "trainings.said.corrected" : "trainings.said.unchanged"));
  }

  private Session session(SignedIn me, String kind, long host, long training, long id) {
    HostDesk desk = desks.lead(me.id(), Addresses.host(kind, host));
    return desks.own(desks.own(desk, Addresses.training(training)), Addresses.session(id));
  }

  private static Flash said(Marked marked) {
    return View.saying(marked.key(), marked.name() == null ? "" : marked.name());
  }

  /** What a page without scripts sends, or something new where it sends nothing that could be a key. */
  private static String key(String sent) {
    return sent.matches("[A-Za-z0-9-]{8,64}") ? sent : UUID.randomUUID().toString();
  }

  private static String address(String kind, long host, long training, long id) {
    return "/" + kind + "/" + host + "/desk/trainings/" + training + "/sessions/" + id + "/door";
  }
}
