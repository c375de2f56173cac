package dz.linatatawwa.means.web;

import dz.linatatawwa.attendance.DayPart;
import dz.linatatawwa.daybook.ClosingPart;
import dz.linatatawwa.means.Brought;
import dz.linatatawwa.means.Deliveries;
import dz.linatatawwa.means.Need;
import dz.linatatawwa.means.NeedId;
import dz.linatatawwa.means.Needs;
import dz.linatatawwa.means.Pledge;
import dz.linatatawwa.means.Pledging;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Goods on the day's screens, beside people: what is expected is ticked as it comes; where the day is closed, what came is written down as used. */
@Component
class DayGoods implements DayPart, ClosingPart {

  private final Needs needs;
  private final Pledging pledging;
  private final Deliveries deliveries;
  private final Fragments fragments;

  DayGoods(Needs needs, Pledging pledging, Deliveries deliveries, Fragments fragments) {
    this.needs = needs;
    this.pledging = pledging;
    this.deliveries = deliveries;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Content part(ShiftFacts shift, boolean closed, Page page) {
    return part(shift, "", page);
  }

  @Override
  public Content part(ShiftFacts shift, Page page) {
    return part(shift, "closing", page);
  }

  /** @param from the screen to come back to: {@code closing}, or empty for the roster */
  private Content part(ShiftFacts shift, String from, Page page) {
    Map<NeedId, Need> wanted = new LinkedHashMap<>();
    needs.ofDay(new OrganizationId(shift.organizationId()), new OpportunityId(shift.opportunityId())).forEach(need -> wanted.put(need.id(), need));
    List<Brought> brought = deliveries.of(shift.id());
    brought.forEach(line -> wanted.computeIfAbsent(line.need(), id -> needs.find(id).orElseThrow()));
    Map<NeedId, List<Pledge>> expected = new HashMap<>();
    pledging.ofDay(wanted.keySet(), shift.shiftId()).stream().filter(Pledge::waits)
        .forEach(pledge -> expected.computeIfAbsent(pledge.need(), id -> new ArrayList<>()).add(pledge));
    return fragments.of(page, "means/day", "here", "/organizations/" + shift.organizationId() + "/desk/shifts/" + shift.shiftId(), "from", from, "needs",
        List.copyOf(wanted.values()), "expected", expected, "brought", brought, "desk", "/organizations/" + shift.organizationId() + "/desk/means", "purpose",
        "opportunity-" + shift.opportunityId());
  }
}
