package dz.linatatawwa.home.web;

import dz.linatatawwa.accounts.OwnDeskPart;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.hours.HourDesk;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.participation.Commitment;
import dz.linatatawwa.participation.Commitments;
import dz.linatatawwa.recognition.Badges;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** A person's own desk: what is next, what waits and for how long. */
@Controller
class OwnDeskPages {

  private final Commitments commitments;
  private final HourLedger ledger;
  private final HourDesk hours;
  private final Badges badges;
  private final Notices notices;
  private final Organizations organizations;
  private final Matters matters;
  private final Territories territories;
  private final Volunteers volunteers;
  private final ObjectProvider<OwnDeskPart> parts;
  private final PageMaker pages;
  private final Clock clock;

  OwnDeskPages(Commitments commitments, HourLedger ledger, HourDesk hours, Badges badges, Notices notices, Organizations organizations, Matters matters,
      Territories territories, Volunteers volunteers, ObjectProvider<OwnDeskPart> parts, PageMaker pages, Clock clock) {
    this.commitments = commitments;
    this.ledger = ledger;
    this.hours = hours;
    this.badges = badges;
    this.notices = notices;
    this.organizations = organizations;
    this.matters = matters;
    this.territories = territories;
    this.volunteers = volunteers;
    this.parts = parts;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/desk")
  ModelAndView desk(SignedIn me, HttpServletRequest request) {
    Page page = pages.page(request);
    List<Commitment> coming = commitments.coming(me.id());
    boolean supervises = !territories.of(me.id()).none();
    Matters.Load load = supervises ? matters.load(me.id()) : new Matters.Load(0, 0, 0);
    List<OwnDeskPart> more = parts.stream().sorted(Comparator.comparingInt(OwnDeskPart::order)).toList();
    var mine = organizations.ofMember(me.id());
    return View.of("home/desk", "me", me, "volunteer", volunteers.find(me.id()).isPresent(), "coming", coming, "totals", ledger.totals(me.id()),
        "cabinet", badges.of(me.id()), "unread", notices.unread(me.id()), "memberships", mine, "toConfirm", mine.isEmpty() ? 0 : hours.waitingFor(me.id()),
        "supervises", supervises, "load", load, "now", clock.instant(),
        "sections", more.stream().flatMap(part -> part.section(me, page).stream()).toList(), "links", more.stream().flatMap(part -> part.links(me, page).stream()).toList());
  }
}
