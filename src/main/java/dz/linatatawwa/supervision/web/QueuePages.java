package dz.linatatawwa.supervision.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterFilter;
import dz.linatatawwa.supervision.MatterFilter.Show;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Territory;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
  private final QueueFilter filters;
  private final Accounts accounts;
  private final Places places;
  private final PageMaker pages;
  private final Clock clock;

  QueuePages(Matters matters, Territories territories, QueueFilter filters, Accounts accounts, Places places, PageMaker pages, Clock clock) {
    this.matters = matters;
    this.territories = territories;
    this.filters = filters;
    this.accounts = accounts;
    this.places = places;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/supervision")
  ModelAndView queue(SignedIn me, @RequestParam Map<String, String> asked, HttpServletRequest request) {
    Territory territory = territories.of(me.id());
    if (territory.none() && !me.administrator()) throw new NotFound("queue is not for " + me.id());
    Page made = pages.page(request);
    Words words = made.words();
    MatterFilter filter = filters.read(asked);
    String page = asked.getOrDefault("page", "1");
    Slice<Matter> slice = matters.queue(me.id(), filter, page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1);
    return View.of("supervision/queue", "slice", slice, "rows", rows(slice.rows(), me.id(), words), "load", matters.load(me.id()), "filter", filter,
        "shows", shows(made, filter.show()), "show", QueueFilter.code(filter.show()), "hand", filters.hand(filter), "kinds", filters.kinds(words),
        "wilayas", filters.wilayas(territory, words), "dairas", filters.dairas(territory, filter, words), "fields", filters.fields(territory, words), "territory", territory);
  }

  private List<QueueRow> rows(List<Matter> found, AccountId me, Words words) {
    Map<AccountId, String> names = accounts.names(found.stream().flatMap(matter -> Stream.concat(Stream.ofNullable(matter.claimedBy()), Stream.ofNullable(matter.keptFor())))
        .distinct().toList());
    return found.stream().map(matter -> row(matter, me, names, words)).toList();
  }

  private QueueRow row(Matter matter, AccountId me, Map<AccountId, String> names, Words words) {
    WilayaCode wilaya = matter.wilaya();
    AccountId hand = matter.open() ? matter.claimedBy() : null;
    AccountId keptFor = matter.open() ? matter.keptFor() : null;
    return new QueueRow(matter.id().value(), "/supervision/" + matter.id().value(), matter.summary(), words.text(matters.view(matter).nameKey()),
        wilaya == null ? words.text("supervision.nation") : places.name(wilaya, words.language()), Clocks.text(matter, clock.instant(), words),
        matter.overdue(clock.instant()), !matter.open(), hand == null ? "" : names.getOrDefault(hand, ""), me.equals(hand), keptFor == null ? "" : names.getOrDefault(keptFor, ""));
  }

  private static List<Link> shows(Page page, Show show) {
    return Arrays.stream(Show.values()).map(one -> new Link(page.text("supervision.show." + one.name().toLowerCase(Locale.ROOT)), page.with("show", QueueFilter.code(one)), one == show))
        .toList();
  }
}
