package dz.linatatawwa.sheets;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.attendance.Newcomers;
import dz.linatatawwa.attendance.Rosters;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.Flash;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Copying filled sheets: their pictures, and beside them each row. */
@Controller
@RequestMapping("/organizations/{oid:\\d{1,18}}/desk/shifts/{sid:\\d{1,18}}/sheets")
class CopyDesk {

  private final Desks desks;
  private final Applicants applicants;
  private final Rosters rosters;
  private final Photos photos;
  private final Copying copying;
  private final LineTable lines;
  private final Newcomers newcomers;
  private final PersonalCodes codes;
  private final Accounts accounts;
  private final PageMaker pages;
  private final Clock clock;

  CopyDesk(Desks desks, Applicants applicants, Rosters rosters, Photos photos, Copying copying, LineTable lines, Newcomers newcomers,
      PersonalCodes codes, Accounts accounts, PageMaker pages, Clock clock) {
    this.desks = desks;
    this.applicants = applicants;
    this.rosters = rosters;
    this.photos = photos;
    this.copying = copying;
    this.lines = lines;
    this.newcomers = newcomers;
    this.codes = codes;
    this.accounts = accounts;
    this.pages = pages;
    this.clock = clock;
  }

  /** @param photo the picture that lies beside the rows; 0: the first
   *  @param next  the volunteer whose row is to be written now; 0: nobody */
  @GetMapping
  ModelAndView sheets(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam(defaultValue = "0") long photo,
      @RequestParam(defaultValue = "0") long next) {
    return shown(me, oid, sid, photo, next, Problems.none(), Map.of());
  }

  @PostMapping("/photos")
  ModelAndView upload(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam String key,
      @RequestParam(name = "photos", required = false) @Nullable List<MultipartFile> uploads) {
    ShiftFacts facts = begun(me, oid, sid);
    Problems problems = new Problems();
    List<MultipartFile> chosen = uploads == null ? List.of() : uploads.stream().filter(file -> !file.isEmpty()).toList();
    if (chosen.isEmpty()) problems.add("photos", "sheets.problem.noPhoto");
    for (int i = 0; i < chosen.size() && !problems.any(); i++) {
      Optional<Kept.Refused> refused = photos.add(facts.id(), me.id(), key(key) + "-" + i, chosen.get(i));
      refused.ifPresent(why -> problems.add("photos", why.key(), why.arguments().toArray()));
    }
    if (problems.any()) return shown(me, oid, sid, 0, 0, problems, Map.of());
    return View.seeOther(address(oid, sid) + "#copy", View.saying("sheets.said.photos", chosen.size()));
  }

  @PostMapping("/photos/{id:\\d{1,18}}/turn")
  ModelAndView turn(SignedIn me, @PathVariable long oid, @PathVariable long sid, @PathVariable long id, @RequestParam(defaultValue = "") String seen) {
    if (!photos.turn(facts(me, oid, sid).id(), id, seen)) throw new NotFound("picture " + id);
    return View.seeOther(address(oid, sid) + "?photo=" + id + "#copy");
  }

  @PostMapping("/photos/{id:\\d{1,18}}/removal")
  ModelAndView remove(SignedIn me, @PathVariable long oid, @PathVariable long sid, @PathVariable long id) {
    if (!photos.remove(facts(me, oid, sid).id(), id)) throw new NotFound("picture " + id);
    return View.seeOther(address(oid, sid), View.refusing("sheets.said.photoGone"));
  }

  /** @param mark came, planned, absent or blank
   *  @param version of the row that was looked at; 0: it was not written yet */
  @PostMapping("/rows")
  ModelAndView row(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam long volunteer, @RequestParam int version,
      @RequestParam String key, @RequestParam(defaultValue = "came") String mark, @RequestParam(defaultValue = "") String in,
      @RequestParam(defaultValue = "") String out, @RequestParam(defaultValue = "0") long photo) {
    ShiftFacts facts = begun(me, oid, sid);
    List<SheetRow> rows = copying.rows(facts.id());
    SheetRow row = rows.stream().filter(one -> one.volunteerId() == volunteer).findFirst().orElseThrow(() -> new NotFound("row of " + volunteer));
    Problems problems = new Problems();
    Optional<SheetLine> line = read(facts, volunteer, version, key, mark, in, out, photo, me, "in-" + volunteer, problems);
    if (line.isEmpty()) return shown(me, oid, sid, photo, volunteer, problems, Map.of("in-" + volunteer, in, "out-" + volunteer, out));
    return copied(oid, sid, photo, copying.copy(line.get()), row.volunteerId(), next(rows, volunteer));
  }

  /** Somebody who is on the sheet by hand. */
  @PostMapping("/walk-ins")
  ModelAndView walkIn(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam String key, @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String contact, @RequestParam(defaultValue = "") String birthYear,
      @RequestParam(defaultValue = "") String wilaya, @RequestParam(defaultValue = "") String commune, @RequestParam(defaultValue = "") String in,
      @RequestParam(defaultValue = "") String out, @RequestParam(defaultValue = "came") String mark, @RequestParam(defaultValue = "0") long photo,
      HttpServletRequest request) {
    ShiftFacts facts = begun(me, oid, sid);
    Page page = pages.page(request);
    Map<String, String> typed = Map.of("who", who, "name", name, "contact", contact, "birthYear", birthYear, "wilaya", wilaya, "commune", commune,
        "walk-in", in, "walk-out", out, "registers", Boolean.toString(who.isBlank()));
    Problems problems = new Problems();
    Optional<SheetLine> times = read(facts, 1, 0, key, mark, in, out, photo, me, "walk-in", problems);
    if (times.isEmpty()) return shown(me, oid, sid, photo, 0, problems, typed);
    Optional<AccountId> person = codes.whose(facts.id(), Digits.latin(who.strip()))
        .or(() -> newcomers.recognize(new Newcomers.Typed(who, name, contact, birthYear, wilaya, commune), page.language(),
            desks.openToRun(me.id(), new OrganizationId(oid)).name(page.language()), problems));
    if (person.isEmpty()) return shown(me, oid, sid, photo, 0, problems, typed);
    long volunteer = person.get().value();
    int version = copying.rows(facts.id()).stream().filter(row -> row.volunteerId() == volunteer).mapToInt(SheetRow::version).findFirst().orElse(0);
    boolean again = lines.knows(key(key), facts.id(), person.get());
    if (version > 0 && !again) {
      problems.add(who.isBlank() ? "contact" : "who", "sheets.problem.twice");
      return shown(me, oid, sid, photo, 0, problems, typed);
    }
    SheetLine line = times.get();
    Copied copied = copying.copy(new SheetLine(sid, volunteer, again ? version : 1, line.key(), Reading.CAME, line.in(), line.out(), line.photo(),
        line.writtenBy(), line.writtenAt(), false, null));
    return copied(oid, sid, photo, copied, volunteer, 0);
  }

  /** What reached a closed day counts from now on, under the rules for late hours. */
  @PostMapping("/acceptance")
  ModelAndView accept(SignedIn me, @PathVariable long oid, @PathVariable long sid) {
    int people = copying.accept(me.id(), facts(me, oid, sid).id());
    return View.seeOther(address(oid, sid), View.saying("sheets.said.accepted", people));
  }

  @PostMapping("/done")
  ModelAndView done(SignedIn me, @PathVariable long oid, @PathVariable long sid) {
    lines.finish(begun(me, oid, sid).id(), me.id());
    return View.seeOther(address(oid, sid), View.saying("sheets.said.done"));
  }

  private Optional<SheetLine> read(ShiftFacts facts, long volunteer, int version, String key, String mark, String in, String out, long photo,
      SignedIn me, String field, Problems problems) {
    boolean planned = mark.equals("planned");
    Reading reading = planned ? Reading.CAME : Reading.of(mark).orElseThrow(() -> new NotFound("mark " + mark));
    if (version < 0) throw new NotFound("version " + version);
    Instant from = null;
    Instant to = null;
    if (planned) {
      from = facts.startsAt();
      to = facts.endsAt();
    } else if (reading == Reading.CAME) {
      from = SheetTime.read(in, facts, null).orElse(null);
      to = from == null || out.isBlank() ? null : SheetTime.read(out, facts, from).orElse(null);
      if (from == null || (to == null && !out.isBlank())) problems.add(field, "sheets.problem.time");
    }
    if (!problems.any() && from != null) bounds(facts, from, to, field, problems);
    if (!problems.any() && reading == Reading.ABSENT && clock.instant().isBefore(facts.startsAt())) problems.add(field, "sheets.problem.future");
    return problems.any() ? Optional.empty() : Optional.of(new SheetLine(facts.shiftId(), volunteer, version + 1, key(key), reading, from, to,
        photo < 1 ? null : photo, me.id().value(), clock.instant(), false, null));
  }

  private void bounds(ShiftFacts facts, Instant from, @Nullable Instant to, String field, Problems problems) {
    Instant last = to == null ? from : to;
    if (from.isBefore(facts.opens()) || last.isAfter(facts.shuts()) || (to != null && !to.isAfter(from))) {
      problems.add(field, "sheets.problem.bounds", time(facts.opens()), time(facts.shuts()));
    } else if (last.isAfter(clock.instant())) {
      problems.add(field, "sheets.problem.future");
    }
  }

  private static String time(Instant at) {
    return at.atZone(dz.linatatawwa.language.Words.ZONE).toLocalTime().withSecond(0).withNano(0).toString();
  }

  /** The first row after this one that nobody has written; 0 when there is none. */
  private static long next(List<SheetRow> rows, long volunteer) {
    int at = 0;
    while (rows.get(at).volunteerId() != volunteer) at++;
    for (int i = at + 1; i < rows.size(); i++) if (!rows.get(i).written()) return rows.get(i).volunteerId();
    return rows.stream().filter(row -> !row.written() && row.volunteerId() != volunteer).findFirst().map(SheetRow::volunteerId).orElse(0L);
  }

  private static ModelAndView copied(long oid, long sid, long photo, Copied copied, long volunteer, long next) {
    Flash said = View.saying("sheets.said." + copied.name().toLowerCase(java.util.Locale.ROOT));
    boolean kept = copied == Copied.DONE || copied == Copied.ALREADY;
    // browsers do not put the caret into the next row where the address has a fragment
    return View.seeOther(address(oid, sid) + "?photo=" + photo + (kept && next > 0 ? "&next=" + next : "#r" + volunteer), said);
  }

  private ModelAndView shown(SignedIn me, long oid, long sid, long photo, long next, Problems problems, Map<String, String> typed) {
    ShiftFacts facts = facts(me, oid, sid);
    Desk desk = desks.openToRun(me.id(), new OrganizationId(oid));
    List<Photo> all = photos.of(facts.id());
    Photo chosen = all.stream().filter(one -> one.id() == photo).findFirst().orElse(all.isEmpty() ? null : all.getFirst());
    List<SheetRow> rows = copying.rows(facts.id());
    Optional<LineTable.Done> done = lines.done(facts.id());
    Object[] parameters = {"desk", desk, "facts", facts, "photos", all, "photo", Optional.ofNullable(chosen), "rows", rows, "count", SheetCount.of(rows),
        "next", next, "closed", rosters.closed(facts.id()), "begun", begun(facts), "me", me.id().value(),
        "doneBy", done.map(one -> accounts.names(List.of(new AccountId(one.by()))).getOrDefault(new AccountId(one.by()), "—")).orElse(""),
        "doneAt", done.map(LineTable.Done::at), "needed", photos.needed(facts.id()), "problems", problems, "typed", typed};
    return problems.any() ? View.unprocessable("sheets/copy", parameters) : View.of("sheets/copy", parameters);
  }

  private ShiftFacts facts(SignedIn me, long oid, long sid) {
    if (oid < 1 || sid < 1) throw new NotFound("shift " + sid + " of " + oid);
    OrganizationId organization = new OrganizationId(oid);
    desks.openToRun(me.id(), organization);
    return applicants.facts(organization, new ShiftId(sid)).orElseThrow(() -> new NotFound("shift " + sid + " of " + oid));
  }

  private ShiftFacts begun(SignedIn me, long oid, long sid) {
    ShiftFacts facts = facts(me, oid, sid);
    if (!begun(facts)) throw new NotFound("shift " + sid + " is cancelled or has not begun");
    return facts;
  }

  private boolean begun(ShiftFacts facts) {
    return !facts.shiftState().equals("cancelled") && !clock.instant().isBefore(facts.opens());
  }

  private static String key(String key) {
    if (!key.matches("[A-Za-z0-9-]{8,40}")) throw new NotFound("not a key");
    return key;
  }

  private static String address(long oid, long sid) {
    return "/organizations/" + oid + "/desk/shifts/" + sid + "/sheets";
  }
}
