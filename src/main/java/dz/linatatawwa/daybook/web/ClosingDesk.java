package dz.linatatawwa.daybook.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.attendance.Closed;
import dz.linatatawwa.attendance.Roster;
import dz.linatatawwa.attendance.Times;
import dz.linatatawwa.daybook.Answer;
import dz.linatatawwa.daybook.Answered;
import dz.linatatawwa.daybook.ClosingDay;
import dz.linatatawwa.daybook.ClosingDays;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.Flash;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Closing a day in one screen: the hours of all, the exceptions one by one, and the end. */
@Controller
@RequestMapping("/organizations/{oid:\\d{1,18}}/desk/shifts/{sid:\\d{1,18}}/closing")
class ClosingDesk {

  private final ClosingScreen screen;
  private final ClosingDays days;
  private final Roster roster;
  private final PageMaker pages;
  private final ApplicationEventPublisher events;

  ClosingDesk(ClosingScreen screen, ClosingDays days, Roster roster, PageMaker pages, ApplicationEventPublisher events) {
    this.screen = screen;
    this.days = days;
    this.roster = roster;
    this.pages = pages;
    this.events = events;
  }

  @GetMapping
  ModelAndView show(SignedIn me, @PathVariable long oid, @PathVariable long sid) {
    return screen.show(me, oid, sid, Problems.none(), Map.of());
  }

  @PostMapping("/proposal")
  ModelAndView propose(SignedIn me, @PathVariable long oid, @PathVariable long sid) {
    long people = days.propose(screen.day(me, oid, sid), me.id());
    return ClosingScreen.back(oid, sid, "hours", people == 0 ? View.refusing("daybook.said.notYet")
        : View.sayingWithUndo(ClosingScreen.address(oid, sid) + "/proposal/withdrawal", "daybook.said.proposed", people));
  }

  @PostMapping("/proposal/withdrawal")
  ModelAndView takeBackProposal(SignedIn me, @PathVariable long oid, @PathVariable long sid) {
    days.takeBackProposal(screen.day(me, oid, sid));
    return ClosingScreen.back(oid, sid, "hours", View.saying("daybook.said.takenBack"));
  }

  @PostMapping("/answers")
  ModelAndView answer(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam long volunteer, @RequestParam String answer,
      @RequestParam String key, HttpServletRequest request) {
    Answer said = Answer.of(answer).orElseThrow(() -> new NotFound("answer " + answer));
    Answered answered = days.answer(screen.day(me, oid, sid), person(volunteer), me.id(), ClosingScreen.key(key), said, null, reason(request));
    return answered(oid, sid, volunteer, said, answered);
  }

  @PostMapping("/times")
  ModelAndView times(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam long volunteer, @RequestParam String key,
      @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, HttpServletRequest request) {
    ClosingDay day = screen.day(me, oid, sid);
    Optional<Instant> in = time(from, day.facts());
    Optional<Instant> out = time(to, day.facts());
    if (in.isEmpty() || out.isEmpty()) {
      return screen.show(me, oid, sid, new Problems().add((in.isEmpty() ? "from-" : "to-") + volunteer, "daybook.problem.time"),
          Map.of("from-" + volunteer, from, "to-" + volunteer, to));
    }
    Times times = new Times(in.get(), out.get(), reason(request));
    Answered answered = days.answer(day, person(volunteer), me.id(), ClosingScreen.key(key), Answer.TIMES, times, times.reason());
    if (answered instanceof Answered.Refused(var why)) {
      return screen.show(me, oid, sid, new Problems().add("from-" + volunteer, "attendance.day." + why.code()),
          Map.of("from-" + volunteer, from, "to-" + volunteer, to));
    }
    return answered(oid, sid, volunteer, Answer.TIMES, answered);
  }

  @PostMapping("/answers/{volunteer:\\d{1,18}}/withdrawal")
  ModelAndView takeBack(SignedIn me, @PathVariable long oid, @PathVariable long sid, @PathVariable long volunteer, @RequestParam String key) {
    boolean done = days.takeBack(screen.day(me, oid, sid), person(volunteer), me.id(), ClosingScreen.key(key));
    return ClosingScreen.back(oid, sid, "p" + volunteer, View.saying(done ? "daybook.said.takenBack" : "daybook.said.notTakenBack"));
  }

  @PostMapping("/closure")
  ModelAndView close(SignedIn me, @PathVariable long oid, @PathVariable long sid) {
    ClosingDay day = screen.day(me, oid, sid);
    if (day.cancelled()) return ClosingScreen.back(oid, sid, "main", View.saying("attendance.day.cancelled"));
    Flash said = switch (roster.close(me.id(), day.facts().id())) {
      case Closed.Done(var came, var absent, var proposed) -> View.saying("attendance.day.isClosed", came, absent, proposed);
      case Closed.TooEarly() -> View.refusing("attendance.day.notYet");
    };
    events.publishEvent(new PublicPagesChanged());
    return ClosingScreen.back(oid, sid, "main", said);
  }

  private static ModelAndView answered(long oid, long sid, long volunteer, Answer answer, Answered answered) {
    return ClosingScreen.back(oid, sid, "exceptions", switch (answered) {
      case Answered.Done() -> View.sayingWithUndo(ClosingScreen.address(oid, sid) + "/answers/" + volunteer + "/withdrawal?key=" + UUID.randomUUID(),
          "daybook.said." + answer.code());
      case Answered.Already() -> View.saying("daybook.said.already");
      case Answered.Refused(var why) -> View.saying("attendance.day." + why.code());
    });
  }

  private String reason(HttpServletRequest request) {
    return pages.page(request).text("daybook.reason");
  }

  private static AccountId person(long volunteer) {
    if (volunteer < 1) throw new NotFound("volunteer " + volunteer);
    return new AccountId(volunteer);
  }

  /** A time of the shift's day; before the first moment that counts, of the next day. */
  private static Optional<Instant> time(String typed, ShiftFacts facts) {
    try {
      LocalTime time = LocalTime.parse(Digits.latin(typed.strip()));
      LocalDate day = facts.opens().atZone(Words.ZONE).toLocalDate();
      Instant sameDay = day.atTime(time).atZone(Words.ZONE).toInstant();
      return Optional.of(sameDay.isBefore(facts.opens()) ? day.plusDays(1).atTime(time).atZone(Words.ZONE).toInstant() : sameDay);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
