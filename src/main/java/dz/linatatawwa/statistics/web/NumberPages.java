package dz.linatatawwa.statistics.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.partnerships.PartnerDesk;
import dz.linatatawwa.partnerships.PartnerDesks;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.places.TileMap;
import dz.linatatawwa.programmes.Programme;
import dz.linatatawwa.programmes.ProgrammeId;
import dz.linatatawwa.programmes.Programmes;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.View;
import dz.linatatawwa.statistics.Dashboard;
import dz.linatatawwa.statistics.Dashboards;
import dz.linatatawwa.statistics.Subject;
import dz.linatatawwa.statistics.Subjects;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Numbers of the nation, of places, organisations, campaigns and programmes: one page for all, and the same as files. */
@Controller
class NumberPages {

  private static final String NATION = "/numbers";
  private static final String WILAYA = "/numbers/wilayas/{code:[0-9]{1,2}}";
  private static final String COMMUNE = "/numbers/communes/{code:[0-9]{3,4}}";
  private static final String ORGANIZATION = "/organizations/{id:[1-9][0-9]{0,17}}/numbers";
  private static final String CAMPAIGN = "/campaigns/{id:[1-9][0-9]{0,17}}/numbers";
  private static final String PROGRAMME = "/partners/{partner:[1-9][0-9]{0,17}}/desk/programmes/{programme:[1-9][0-9]{0,17}}/numbers";
  private static final String ALL = "all=yes";
  private static final String FILE = ".{ending:csv|xlsx|png}";

  private final Subjects subjects;
  private final Dashboards dashboards;
  private final AskedReading reading;
  private final FilterForm forms;
  private final NumberFiles files;
  private final PartnerDesks desks;
  private final Programmes programmes;
  private final PageMaker pages;

  NumberPages(Subjects subjects, Dashboards dashboards, AskedReading reading, FilterForm forms, NumberFiles files, PartnerDesks desks, Programmes programmes, PageMaker pages) {
    this.subjects = subjects;
    this.dashboards = dashboards;
    this.reading = reading;
    this.forms = forms;
    this.files = files;
    this.desks = desks;
    this.programmes = programmes;
    this.pages = pages;
  }

  @PublicPage(mayLag = true)
  @GetMapping({NATION, WILAYA, COMMUNE, ORGANIZATION, CAMPAIGN})
  ModelAndView show(Optional<SignedIn> me, HttpServletRequest request) {
    Page page = pages.page(request);
    Subject subject = subject(request);
    boolean may = me.filter(person -> subjects.answersFor(person, subject)).isPresent();
    return show(dashboards.open(subject, reading.read(request), page.words()), page, may, false);
  }

  /** Everything, for who answers for it; whoever has power takes the second step before. */
  @GetMapping(path = {NATION, WILAYA, COMMUNE, ORGANIZATION, CAMPAIGN}, params = ALL)
  ModelAndView all(SignedIn me, HttpServletRequest request) {
    Page page = pages.page(request);
    Subject subject = subject(request);
    if (!subjects.answersFor(me, subject)) return show(dashboards.open(subject, reading.read(request), page.words()), page, false, false);
    return show(dashboards.whole(subject, reading.read(request), page.words(), me), page, true, true);
  }

  @GetMapping(PROGRAMME)
  ModelAndView programme(@PathVariable PartnerId partner, @PathVariable ProgrammeId programme, SignedIn me, HttpServletRequest request) {
    Page page = pages.page(request);
    Dashboard dashboard = ofProgramme(partner, programme, me, request);
    return show(dashboard, page, false, true);
  }

  @GetMapping({NATION + FILE, WILAYA + FILE, COMMUNE + FILE, ORGANIZATION + FILE, CAMPAIGN + FILE})
  ResponseEntity<byte[]> file(@PathVariable String ending, HttpServletRequest request) {
    Page page = pages.page(request);
    return files.file(dashboards.open(subject(request), reading.read(request), page.words()), ending, page, false);
  }

  @GetMapping(path = {NATION + FILE, WILAYA + FILE, COMMUNE + FILE, ORGANIZATION + FILE, CAMPAIGN + FILE}, params = ALL)
  ResponseEntity<byte[]> allAsFile(@PathVariable String ending, SignedIn me, HttpServletRequest request) {
    Page page = pages.page(request);
    Subject subject = subject(request);
    boolean may = subjects.answersFor(me, subject);
    return files.file(may ? dashboards.whole(subject, reading.read(request), page.words(), me) : dashboards.open(subject, reading.read(request), page.words()), ending, page, may);
  }

  @GetMapping(PROGRAMME + FILE)
  ResponseEntity<byte[]> programmeFile(@PathVariable PartnerId partner, @PathVariable ProgrammeId programme, @PathVariable String ending, SignedIn me, HttpServletRequest request) {
    return files.file(ofProgramme(partner, programme, me, request), ending, pages.page(request), true);
  }

  private ModelAndView show(Dashboard dashboard, Page page, boolean mayAll, boolean all) {
    boolean drawn = dashboard.subject().kind() == Subject.Kind.NATION && !dashboard.places().bars().isEmpty();
    Object[] parameters = {"dashboard", dashboard, "form", forms.of(dashboard, page), "map", drawn ? TileMap.of(dashboards.drawn(dashboard)) : null, "mayAll", mayAll, "all", all};
    return View.of("statistics/numbers", parameters);
  }

  private Dashboard ofProgramme(PartnerId partner, ProgrammeId id, SignedIn me, HttpServletRequest request) {
    PartnerDesk desk = desks.open(me.id(), partner, PartnerRole.MANAGER);
    Programme programme = programmes.of(partner, id);
    if (!programmes.covered(partner)) throw new NotFound("partner " + partner + " follows nobody now");
    Words words = pages.page(request).words();
    return dashboards.ofProgramme(subjects.programme(programme, desk.address("/programmes/" + id)), Period.days(programme.from(), programme.to()), reading.read(request), words, me);
  }

  /** Whose numbers an address means. */
  private Subject subject(HttpServletRequest request) {
    String address = request.getRequestURI().replaceFirst("\\.(csv|xlsx|png)$", "");
    String[] parts = address.substring(1).split("/");
    Optional<Subject> found = switch (parts[0]) {
      case "organizations" -> subjects.organization(Long.parseLong(parts[1]));
      case "campaigns" -> subjects.campaign(Long.parseLong(parts[1]));
      default -> parts.length < 3 ? Optional.of(subjects.nation(country(request)))
          : parts[1].equals("wilayas") ? subjects.wilaya(parts[2], reading.read(request).division()) : subjects.commune(parts[2]);
    };
    return found.orElseThrow(() -> new NotFound(address));
  }

  private LocalName country(HttpServletRequest request) {
    String country = pages.page(request).text("statistics.country");
    return new LocalName(country, country, country);
  }
}
