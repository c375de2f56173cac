package dz.linatatawwa.supervision.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterFilter;
import dz.linatatawwa.supervision.MatterView;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Territory;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The queue of a supervisor: what waits in their territory, the oldest clock first. */
@Controller
class QueuePages {

  private final Matters matters;
  private final Territories territories;
  private final Accounts accounts;
  private final Places places;
  private final PageMaker pages;
  private final Clock clock;

  QueuePages(Matters matters, Territories territories, Accounts accounts, Places places, PageMaker pages, Clock clock) {
    this.matters = matters;
    this.territories = territories;
    this.accounts = accounts;
    this.places = places;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/supervision")
  ModelAndView queue(SignedIn me, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String wilaya,
      @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
    Territory territory = territories.of(me.id());
    if (territory.none() && !me.administrator()) throw new NotFound("queue is not for " + me.id());
    Page made = pages.page(request);
    Words words = made.words();
    MatterFilter filter = filter(kind, wilaya, show);
    Slice<Matter> slice = matters.queue(me.id(), filter, page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1);
    return View.of("supervision/queue", "slice", slice, "rows", rows(slice.rows(), words), "load", matters.load(me.id()),
        "filter", filter, "shows", shows(made, show), "kinds", kinds(words), "wilayas", wilayas(territory, words), "show", show,
        "territory", territory);
  }

  private MatterFilter filter(String kind, String wilaya, String show) {
    return new MatterFilter(matters.kinds().stream().map(MatterView::kind).filter(kind::equals).findFirst().orElse(null),
        WilayaCode.of(wilaya).orElse(null), show.equals("overdue"), show.equals("mine"), show.equals("decided"));
  }

  private List<QueueRow> rows(List<Matter> found, Words words) {
    Map<AccountId, String> names = accounts.names(found.stream().flatMap(matter -> Stream.ofNullable(matter.claimedBy())).distinct().toList());
    return found.stream().map(matter -> row(matter, names, words)).toList();
  }

  private QueueRow row(Matter matter, Map<AccountId, String> names, Words words) {
    WilayaCode wilaya = matter.wilaya();
    AccountId claimed = matter.claimedBy();
    return new QueueRow("/supervision/" + matter.id().value(), matter.summary(), words.text(matters.view(matter).nameKey()),
        wilaya == null ? words.text("supervision.nation") : places.name(wilaya, words.language()), Clocks.text(matter, clock.instant(), words),
        matter.overdue(clock.instant()), !matter.open(), claimed == null || !matter.open() ? "" : names.getOrDefault(claimed, ""));
  }

  private static List<Link> shows(Page page, String show) {
    return Stream.of("", "overdue", "mine", "decided")
        .map(one -> new Link(page.text("supervision.show." + (one.isEmpty() ? "waiting" : one)), page.with("show", one), one.equals(show))).toList();
  }

  private List<Option> kinds(Words words) {
    return matters.kinds().stream().map(view -> Option.of(view.kind(), words.text(view.nameKey()))).toList();
  }

  /** Only a supervisor of several wilayas has a choice among them. */
  private List<Option> wilayas(Territory territory, Words words) {
    return places.wilayas().stream().filter(wilaya -> territory.covers(wilaya.code()))
        .map(wilaya -> Option.of(wilaya.code().value(), wilaya.code() + " " + wilaya.name().in(words.language()))).toList();
  }
}
