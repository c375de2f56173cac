package dz.linatatawwa.attendance.web;

import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.attendance.DayPart;
import dz.linatatawwa.attendance.Deed;
import dz.linatatawwa.attendance.DisputeList;
import dz.linatatawwa.attendance.Mark;
import dz.linatatawwa.attendance.Roster;
import dz.linatatawwa.attendance.RosterRow;
import dz.linatatawwa.attendance.Rosters;
import dz.linatatawwa.attendance.Times;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.Flash;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import dz.linatatawwa.volunteers.Volunteers;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The day on one screen: {@code /organizations/{oid}/desk/shifts/{sid}}. */
@Controller
class RosterDesk {

  private final Desks desks;
  private final Applicants applicants;
  private final Rosters rosters;
  private final Roster roster;
  private final DisputeList disputes;
  private final ObjectProvider<DayPart> parts;
  private final PageMaker pages;
  private final Clock clock;
  private final AccessLog log;
  private final Volunteers volunteers;

  RosterDesk(Desks desks, Applicants applicants, Rosters rosters, Roster roster, DisputeList disputes, ObjectProvider<DayPart> parts,
      PageMaker pages, Clock clock, AccessLog log, Volunteers volunteers) {
    this.desks = desks;
    this.applicants = applicants;
    this.rosters = rosters;
    this.roster = roster;
    this.disputes = disputes;
    this.parts = parts;
    this.pages = pages;
    this.clock = clock;
    this.log = log;
    this.volunteers = volunteers;
  }

  @GetMapping("/organizations/{oid}/desk/shifts")
  ModelAndView days(SignedIn me, @PathVariable long oid) {
    Desk desk = desks.openToRun(me.id(), id(oid));
    return View.of("attendance/days", "desk", desk, "days", rosters.days(id(oid)), "now", clock.instant());
  }

  @GetMapping("/organizations/{oid}/desk/shifts/{sid}")
  ModelAndView roster(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "1") int page, HttpServletRequest request) {
    Desk desk = desks.openToRun(me.id(), id(oid));
    ShiftFacts facts = facts(oid, sid);
    Spot spot = new Spot(q, page);
    Slice<RosterRow> shown = rosters.page(facts.id(), spot.q(), spot.page());
    log.noteMinors(me.id(), volunteers.minors(shown.rows().stream().map(row -> new AccountId(row.volunteerId())).toList()), "shift", facts.id().toString(), request);
    List<DisputeList.Conflict> conflicts = disputes.conflicts(facts.id());
    List<DisputeList.Review> reviews = disputes.reviews(facts.id());
    List<DisputeList.Refusal> refusals = disputes.refusals(facts.id());
    Map<Long, String> names = disputes.names(Stream.of(shown.rows().stream().map(RosterRow::noShowBy), conflicts.stream().map(c -> c.byAccount()),
        conflicts.stream().map(c -> c.againstBy()), reviews.stream().map(r -> r.byAccount()), refusals.stream().map(r -> r.byAccount()))
        .flatMap(people -> people));
    boolean closed = rosters.closed(facts.id());
    return View.of("attendance/roster", "desk", desk, "facts", facts, "counts", rosters.counts(facts.id()), "shown", shown, "spot",
        spot.at(shown.number()), "closed", closed, "now", clock.instant(),
        "conflicts", conflicts, "reviews", reviews, "refusals", refusals, "clocks", disputes.wrongClocks(facts.id()), "names", names, "parts", parts(facts, closed, request));
  }

  private List<Content> parts(ShiftFacts facts, boolean closed, HttpServletRequest request) {
    return parts.stream().sorted(Comparator.comparingInt(DayPart::order)).map(part -> part.part(facts, closed, pages.page(request))).toList();
  }

  @GetMapping("/organizations/{oid}/desk/shifts/{sid}/print")
  ModelAndView print(SignedIn me, @PathVariable long oid, @PathVariable long sid) {
    Desk desk = desks.openToRun(me.id(), id(oid));
    ShiftFacts facts = facts(oid, sid);
    return View.streamed("attendance/print", "desk", desk, "facts", facts, "rows", rosters.whole(facts.id()));
  }

  @PostMapping("/organizations/{oid}/desk/shifts/{sid}/attendance")
  ModelAndView mark(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam long volunteer, @RequestParam String deed,
      @RequestParam String key, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
    Spot spot = new Spot(q, page);
    Mark mark = mark(key, me, sid, volunteer);
    Deed answer = switch (deed) {
      case "check-in" -> roster.checkIn(mark);
      case "check-out" -> roster.checkOut(mark);
      case "no-show" -> roster.noShow(mark);
      case "undo" -> roster.undo(mark);
      default -> throw new NotFound("deed " + deed);
    };
    return shown(oid, sid, spot, volunteer, said(oid, sid, spot, volunteer, deed, answer));
  }

  @PostMapping("/organizations/{oid}/desk/shifts/{sid}/corrections")
  ModelAndView correct(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam long volunteer, @RequestParam String key,
      @RequestParam(defaultValue = "") String in, @RequestParam(defaultValue = "") String out, @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
    Spot spot = new Spot(q, page);
    Mark mark = mark(key, me, sid, volunteer);
    ShiftFacts facts = facts(oid, sid);
    Optional<Instant> from = time(in, facts);
    Optional<Instant> to = time(out, facts);
    String why = Typed.line(reason);
    if (why.isEmpty() || from.isEmpty() || (to.isEmpty() && !out.isBlank())) {
      desks.openToRun(me.id(), id(oid));
      return shown(oid, sid, spot, volunteer, View.saying("attendance.day.correct.incomplete"));
    }
    Times times = new Times(from.get(), to.orElse(null), why.length() > 300 ? why.substring(0, 300) : why);
    return shown(oid, sid, spot, volunteer, said(oid, sid, spot, volunteer, "correct", roster.correct(mark, times)));
  }

  @PostMapping("/organizations/{oid}/desk/shifts/{sid}/everybody")
  ModelAndView everybody(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam String deed, @RequestParam String key) {
    ShiftFacts facts = facts(oid, sid);
    int count = deed.equals("check-out") ? roster.allOut(key(key), me.id(), facts.id()) : roster.allPresent(key(key), me.id(), facts.id());
    return View.seeOther(address(oid, sid), View.saying(deed.equals("check-out") ? "attendance.day.allOut" : "attendance.day.allIn", count));
  }

  /** A time of the shift's day; before the shift's beginning on the clock, of the next day when the shift runs over midnight. */
  static Optional<Instant> time(String typed, ShiftFacts facts) {
    try {
      LocalTime time = LocalTime.parse(typed.strip());
      LocalDate day = facts.opens().atZone(Words.ZONE).toLocalDate();
      Instant sameDay = day.atTime(time).atZone(Words.ZONE).toInstant();
      return Optional.of(sameDay.isBefore(facts.opens()) ? day.plusDays(1).atTime(time).atZone(Words.ZONE).toInstant() : sameDay);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static Flash said(long oid, long sid, Spot spot, long volunteer, String deed, Deed answer) {
    return switch (answer) {
      case Deed.Done(var at) when deed.equals("undo") -> View.saying("attendance.day.done.undo");
      case Deed.Done(var at) -> View.sayingWithUndo(
          address(oid, sid) + "/attendance" + spot.query().with("deed", "undo").with("volunteer", Long.toString(volunteer)).with("key", UUID.randomUUID().toString()), "attendance.day.done." + deed, time(at));
      case Deed.Already(var at) -> View.saying("attendance.day.already", time(at));
      case Deed.Refused(var why) -> View.saying("attendance.day." + why.code());
    };
  }

  static String address(long oid, long sid) {
    return "/organizations/" + oid + "/desk/shifts/" + sid;
  }

  static Mark mark(String key, SignedIn me, long sid, long volunteer) {
    if (sid < 1 || volunteer < 1) throw new NotFound("shift " + sid + ", volunteer " + volunteer);
    return new Mark(key(key), me.id(), new ShiftId(sid), new AccountId(volunteer));
  }

  static OrganizationId id(long oid) {
    if (oid < 1) throw new NotFound("organisation " + oid);
    return new OrganizationId(oid);
  }

  private static String key(String key) {
    if (!key.matches("[A-Za-z0-9-]{8,40}")) throw new NotFound("not a key");
    return key;
  }

  private static String time(Instant at) {
    return at.atZone(Words.ZONE).toLocalTime().withSecond(0).withNano(0).toString();
  }

  private static ModelAndView shown(long oid, long sid, Spot spot, long volunteer, Flash said) {
    return View.seeOther(address(oid, sid) + spot.query() + "#p" + volunteer, said);
  }

  private ShiftFacts facts(long oid, long sid) {
    if (sid < 1) throw new NotFound("shift " + sid);
    return applicants.facts(id(oid), new ShiftId(sid)).orElseThrow(() -> new NotFound("shift " + sid + " of " + oid));
  }
}
