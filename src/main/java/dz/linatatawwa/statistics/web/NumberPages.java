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
import dz.linatatawwa.statistics.Asked;
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

  private static final String NUMBER = "{id:[1-9][0-9]{0,17}}";
  private static final String PROGRAMME = "/partners/{partner:[1-9][0-9]{0,17}}/desk/programmes/{programme:[1-9][0-9]{0,17}}/numbers";
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

  @PublicPage
  @GetMapping("/numbers")
  ModelAndView nation(Optional<SignedIn> me, HttpServletRequest request) {
    return show(subjects.nation(country(request)), me, request);
  }

  @PublicPage
  @GetMapping("/numbers/wilayas/{code:[0-9]{1,2}}")
  ModelAndView wilaya(@PathVariable String code, Optional<SignedIn> me, HttpServletRequest request) {
    return show(ofWilaya(code, request), me, request);
  }

  @PublicPage
  @GetMapping("/numbers/communes/{code:[0-9]{3,4}}")
  ModelAndView commune(@PathVariable String code, Optional<SignedIn> me, HttpServletRequest request) {
    return show(ofCommune(code), me, request);
  }

  @PublicPage
  @GetMapping("/organizations/" + NUMBER + "/numbers")
  ModelAndView organization(@PathVariable long id, Optional<SignedIn> me, HttpServletRequest request) {
    return show(ofOrganization(id), me, request);
  }

  @PublicPage
  @GetMapping("/campaigns/" + NUMBER + "/numbers")
  ModelAndView campaign(@PathVariable long id, Optional<SignedIn> me, HttpServletRequest request) {
    return show(ofCampaign(id), me, request);
  }

  @GetMapping(PROGRAMME)
  ModelAndView programme(@PathVariable PartnerId partner, @PathVariable ProgrammeId programme, SignedIn me, HttpServletRequest request) {
    Page page = pages.page(request);
    Dashboard dashboard = ofProgramme(partner, programme, me, request);
    return View.of("statistics/numbers", "dashboard", dashboard, "form", forms.of(dashboard, page), "map", null, "mayAll", false, "all", true);
  }

  @GetMapping("/numbers" + FILE)
  ResponseEntity<byte[]> nationFile(@PathVariable String ending, Optional<SignedIn> me, HttpServletRequest request) {
    return file(subjects.nation(country(request)), ending, me, request);
  }

  @GetMapping("/numbers/wilayas/{code:[0-9]{1,2}}" + FILE)
  ResponseEntity<byte[]> wilayaFile(@PathVariable String code, @PathVariable String ending, Optional<SignedIn> me, HttpServletRequest request) {
    return file(ofWilaya(code, request), ending, me, request);
  }

  @GetMapping("/numbers/communes/{code:[0-9]{3,4}}" + FILE)
  ResponseEntity<byte[]> communeFile(@PathVariable String code, @PathVariable String ending, Optional<SignedIn> me, HttpServletRequest request) {
    return file(ofCommune(code), ending, me, request);
  }

  @GetMapping("/organizations/" + NUMBER + "/numbers" + FILE)
  ResponseEntity<byte[]> organizationFile(@PathVariable long id, @PathVariable String ending, Optional<SignedIn> me, HttpServletRequest request) {
    return file(ofOrganization(id), ending, me, request);
  }

  @GetMapping("/campaigns/" + NUMBER + "/numbers" + FILE)
  ResponseEntity<byte[]> campaignFile(@PathVariable long id, @PathVariable String ending, Optional<SignedIn> me, HttpServletRequest request) {
    return file(ofCampaign(id), ending, me, request);
  }

  @GetMapping(PROGRAMME + FILE)
  ResponseEntity<byte[]> programmeFile(@PathVariable PartnerId partner, @PathVariable ProgrammeId programme, @PathVariable String ending, SignedIn me, HttpServletRequest request) {
    return files.file(ofProgramme(partner, programme, me, request), ending, pages.page(request), true);
  }

  private ModelAndView show(Subject subject, Optional<SignedIn> me, HttpServletRequest request) {
    Page page = pages.page(request);
    Asked asked = reading.read(request);
    boolean may = me.filter(person -> subjects.answersFor(person, subject)).isPresent();
    boolean all = may && asked.all();
    Dashboard dashboard = all ? dashboards.whole(subject, asked, page.words(), me.get()) : dashboards.open(subject, asked, page.words());
    boolean drawn = subject.kind() == Subject.Kind.NATION && !dashboard.places().bars().isEmpty();
    return View.of("statistics/numbers", "dashboard", dashboard, "form", forms.of(dashboard, page), "map", drawn ? TileMap.of(dashboards.drawn(dashboard)) : null, "mayAll", may, "all", all);
  }

  private ResponseEntity<byte[]> file(Subject subject, String ending, Optional<SignedIn> me, HttpServletRequest request) {
    Page page = pages.page(request);
    Asked asked = reading.read(request);
    boolean all = asked.all() && me.filter(person -> subjects.answersFor(person, subject)).isPresent();
    Dashboard dashboard = all ? dashboards.whole(subject, asked, page.words(), me.get()) : dashboards.open(subject, asked, page.words());
    return files.file(dashboard, ending, page, all);
  }

  private Dashboard ofProgramme(PartnerId partner, ProgrammeId id, SignedIn me, HttpServletRequest request) {
    PartnerDesk desk = desks.open(me.id(), partner, PartnerRole.MANAGER);
    Programme programme = programmes.of(partner, id);
    if (!programmes.covered(partner)) throw new NotFound("partner " + partner + " follows nobody now");
    Words words = pages.page(request).words();
    return dashboards.ofProgramme(subjects.programme(programme, desk.address("/programmes/" + id)), Period.days(programme.from(), programme.to()), reading.read(request), words, me);
  }

  private LocalName country(HttpServletRequest request) {
    return new LocalName(pages.page(request).text("statistics.country"), pages.page(request).text("statistics.country"), pages.page(request).text("statistics.country"));
  }

  private Subject ofWilaya(String code, HttpServletRequest request) {
    return subjects.wilaya(code, reading.read(request).division()).orElseThrow(() -> new NotFound("wilaya " + code));
  }

  private Subject ofCommune(String code) {
    return subjects.commune(code).orElseThrow(() -> new NotFound("commune " + code));
  }

  private Subject ofOrganization(long id) {
    return subjects.organization(id).orElseThrow(() -> new NotFound("organisation " + id));
  }

  private Subject ofCampaign(long id) {
    return subjects.campaign(id).orElseThrow(() -> new NotFound("campaign " + id));
  }
}
