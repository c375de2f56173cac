package dz.linatatawwa.daybook.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.daybook.ClosingDay;
import dz.linatatawwa.daybook.Incident;
import dz.linatatawwa.daybook.IncidentId;
import dz.linatatawwa.daybook.IncidentPapers;
import dz.linatatawwa.daybook.IncidentSheets;
import dz.linatatawwa.daybook.Incidents;
import dz.linatatawwa.daybook.Report;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Incidents on an organisation's desk: written, added to, printed; a supervisor reads and prints those of the territory. */
@Controller
@RequestMapping("/organizations/{oid:[1-9]\\d{0,17}}/desk")
class IncidentDesk {

  private final Desks desks;
  private final Organizations organizations;
  private final ClosingScreen screen;
  private final Incidents incidents;
  private final IncidentPapers papers;
  private final IncidentSheets sheets;
  private final Dictionary dictionary;
  private final Applicants applicants;
  private final Accounts accounts;
  private final Clock clock;

  IncidentDesk(Desks desks, Organizations organizations, ClosingScreen screen, Incidents incidents, IncidentPapers papers, IncidentSheets sheets,
      Dictionary dictionary, Applicants applicants, Accounts accounts, Clock clock) {
    this.desks = desks;
    this.organizations = organizations;
    this.screen = screen;
    this.incidents = incidents;
    this.papers = papers;
    this.sheets = sheets;
    this.dictionary = dictionary;
    this.applicants = applicants;
    this.accounts = accounts;
    this.clock = clock;
  }

  @GetMapping("/incidents")
  ModelAndView list(SignedIn me, @PathVariable long oid, @RequestParam(defaultValue = "1") String page) {
    OrganizationId organization = new OrganizationId(oid);
    return View.of("daybook/incidents", "desk", desks.openToRun(me.id(), organization), "incidents",
        incidents.of(organization, page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) : 1));
  }

  @GetMapping("/shifts/{sid:[1-9]\\d{0,17}}/incidents/new")
  ModelAndView form(SignedIn me, @PathVariable long oid, @PathVariable long sid) {
    ClosingDay day = begun(me, oid, sid);
    var now = clock.instant().atZone(Words.ZONE);
    var end = day.facts().endsAt().atZone(Words.ZONE);
    LocalTime time = now.isBefore(end) ? now.toLocalTime().truncatedTo(ChronoUnit.MINUTES) : LocalTime.MIDNIGHT;
    Map<String, String> typed = Map.of("date", day.facts().day().toString(), "time", now.isBefore(end) ? time.toString() : "", "place",
        day.facts().address());
    return form(me, oid, day.facts(), Problems.none(), typed);
  }

  @PostMapping("/shifts/{sid:[1-9]\\d{0,17}}/incidents")
  ModelAndView report(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam String key, @RequestParam Map<String, String> typed) {
    ClosingDay day = begun(me, oid, sid);
    IncidentForm form = IncidentForm.of(typed);
    Optional<Report> report = form.read(false, clock.instant());
    if (report.isEmpty()) return form(me, oid, day.facts(), form.problems(), typed);
    IncidentId id = incidents.report(day.facts().id(), me.id(), report.get(), ClosingScreen.key(key));
    return View.seeOther(address(oid, id), View.saying(report.get().serious() ? "daybook.said.incidentTold" : "daybook.said.incident"));
  }

  @GetMapping("/incidents/{id:[1-9]\\d{0,17}}")
  ModelAndView show(SignedIn me, @PathVariable long oid, @PathVariable long id) {
    return show(me, oid, id, Problems.none(), Map.of());
  }

  @PostMapping("/incidents/{id:[1-9]\\d{0,17}}/additions")
  ModelAndView add(SignedIn me, @PathVariable long oid, @PathVariable long id, @RequestParam String key, @RequestParam Map<String, String> typed) {
    organizations.runBy(me.id(), new OrganizationId(oid));
    IncidentForm form = IncidentForm.of(typed);
    Optional<Report> addition = form.read(true, clock.instant());
    if (addition.isEmpty()) return show(me, oid, id, form.problems(), typed);
    incidents.add(new OrganizationId(oid), new IncidentId(id), me.id(), addition.get(), ClosingScreen.key(key));
    return View.seeOther(address(oid, new IncidentId(id)), View.saying("daybook.said.added"));
  }

  @PostMapping("/incidents/{id:[1-9]\\d{0,17}}/papers")
  ModelAndView paper(SignedIn me, @PathVariable long oid, @PathVariable long id, @RequestParam MultipartFile paper) {
    organizations.runBy(me.id(), new OrganizationId(oid));
    Incident incident = incidents.read(new OrganizationId(oid), new IncidentId(id), me.id());
    Optional<Kept.Refused> refused = papers.add(incident.organization(), incident.id(), me.id(), paper);
    if (refused.isEmpty()) return View.seeOther(address(oid, incident.id()) + "#papers", View.saying("daybook.said.paper"));
    return show(me, oid, id, new Problems().add("paper", refused.get().key(), refused.get().arguments().toArray()), Map.of());
  }

  @GetMapping("/incidents/{id:[1-9]\\d{0,17}}.pdf")
  ResponseEntity<byte[]> print(SignedIn me, @PathVariable long oid, @PathVariable long id, @RequestParam(defaultValue = "ar") String language) {
    Incident incident = incidents.read(new OrganizationId(oid), new IncidentId(id), me.id());
    Words words = dictionary.in(language.equals("fr") ? Language.FR : Language.AR);
    String name = "incident-" + incident.year() + "-" + incident.number() + ".pdf";
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
        .body(sheets.print(incident, me, words));
  }

  private ModelAndView show(SignedIn me, long oid, long id, Problems problems, Map<String, String> typed) {
    OrganizationId organization = new OrganizationId(oid);
    Incident incident = incidents.read(organization, new IncidentId(id), me.id());
    boolean member = organizations.mayRun(me.id(), organization);
    Object frame = member ? desks.openToRun(me.id(), organization) : organizations.find(organization).orElseThrow();
    Object[] parameters = {member ? "desk" : "organization", frame, "incident", incident, "facts", facts(incident), "papers", papers.of(incident.id()),
        "names", names(incident), "problems", problems, "typed", typed};
    String template = member ? "daybook/incident" : "daybook/incidentOfTerritory";
    return problems.any() ? View.unprocessable(template, parameters) : View.of(template, parameters);
  }

  private ModelAndView form(SignedIn me, long oid, ShiftFacts facts, Problems problems, Map<String, String> typed) {
    Object[] parameters = {"desk", desks.openToRun(me.id(), new OrganizationId(oid)), "facts", facts, "problems", problems, "typed", typed};
    return problems.any() ? View.unprocessable("daybook/report", parameters) : View.of("daybook/report", parameters);
  }

  /** What has not begun has no incidents. */
  private ClosingDay begun(SignedIn me, long oid, long sid) {
    ClosingDay day = screen.day(me, oid, sid);
    if (!day.begun() && clock.instant().isBefore(day.facts().opens())) throw new NotFound("shift " + sid + " has not begun");
    return day;
  }

  private ShiftFacts facts(Incident incident) {
    return applicants.facts(incident.organization(), new ShiftId(incident.shift().value())).orElseThrow();
  }

  private Map<AccountId, String> names(Incident incident) {
    return accounts.names(incident.parts().stream().map(Incident.Part::by).distinct().toList());
  }

  private static String address(long oid, IncidentId id) {
    return "/organizations/" + oid + "/desk/incidents/" + id;
  }
}
