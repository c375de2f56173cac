package dz.linatatawwa.supervision.web;

import static java.util.stream.Collectors.groupingBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.ExtentNames;
import dz.linatatawwa.supervision.MatterView;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Power;
import dz.linatatawwa.supervision.Powers;
import dz.linatatawwa.supervision.ServiceTime;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Territory;
import dz.linatatawwa.supervision.Workload;
import dz.linatatawwa.supervision.Workloads;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who has how much to do, and how long each kind of matter takes. */
@Controller
class WorkloadPages {

  private static final String UNKNOWN = "—";

  private final Workloads workloads;
  private final Powers powers;
  private final Matters matters;
  private final Territories territories;
  private final ExtentNames names;
  private final Accounts accounts;
  private final PageMaker pages;
  private final Clock clock;

  WorkloadPages(Workloads workloads, Powers powers, Matters matters, Territories territories, ExtentNames names, Accounts accounts, PageMaker pages, Clock clock) {
    this.workloads = workloads;
    this.powers = powers;
    this.matters = matters;
    this.territories = territories;
    this.names = names;
    this.accounts = accounts;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/supervision/workload")
  ModelAndView workload(SignedIn me, @RequestParam(defaultValue = "") String wilaya, @RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
    Territory territory = me.administrator() ? Territory.NATION : territories.of(me.id());
    if (territory.none()) throw new NotFound("workloads are not for " + me.id());
    Words words = pages.page(request).words();
    WilayaCode only = WilayaCode.of(wilaya).orElse(null);
    Map<AccountId, List<Power>> people = powers.seenBy(me.id()).stream().filter(power -> power.inForce(clock.instant()) && power.absence() == null)
        .filter(power -> only == null || only.equals(power.extent().wilaya())).collect(groupingBy(Power::account));
    Slice<Workload> slice = workloads.of(List.copyOf(people.keySet()), page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1);
    return View.of("supervision/workload", "slice", slice, "rows", rows(slice.rows(), people, words), "wilaya", only == null ? "" : only.value(),
        "wilayas", territory.extents().stream().anyMatch(extent -> extent.wilaya() == null), "times", times(territory, words));
  }

  private List<WorkloadRow> rows(List<Workload> loads, Map<AccountId, List<Power>> people, Words words) {
    Map<AccountId, String> called = accounts.names(loads.stream().map(Workload::person).toList());
    return loads.stream().map(load -> new WorkloadRow(load.person().value(), called.getOrDefault(load.person(), ""),
        people.getOrDefault(load.person(), List.of()).stream().map(power -> names.name(power.extent(), words)).distinct().collect(Collectors.joining("؛ ")), load.open(), load.overdue(),
        load.decided(), span(load.median(), words), load.away())).toList();
  }

  private List<ServiceRow> times(Territory territory, Words words) {
    Map<String, String> called = matters.kinds().stream().collect(Collectors.toMap(MatterView::kind, view -> words.text(view.nameKey()), (one, same) -> one));
    return workloads.times(territory).stream().map(time -> row(time, called.getOrDefault(time.kind(), time.kind()), words)).toList();
  }

  private static ServiceRow row(ServiceTime time, String name, Words words) {
    Double inTime = time.inTime();
    return new ServiceRow(time.kind(), name, time.waiting(), time.overdue(), time.decided(), span(time.promised(), words), span(time.median(), words), span(time.slowest(), words),
        inTime == null ? UNKNOWN : words.percent(inTime));
  }

  /** Minutes in words: beyond two days in days. */
  private static String span(@Nullable Integer minutes, Words words) {
    if (minutes == null) return UNKNOWN;
    return minutes < 48 * 60 ? words.hours(minutes) : words.text("supervision.days", Math.round(minutes / 1440.0));
  }
}
