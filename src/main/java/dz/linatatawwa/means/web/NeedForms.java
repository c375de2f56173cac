package dz.linatatawwa.means.web;

import dz.linatatawwa.daybook.GoodsKind;
import dz.linatatawwa.daybook.Unit;
import dz.linatatawwa.daybook.Units;
import dz.linatatawwa.means.For;
import dz.linatatawwa.means.Need;
import dz.linatatawwa.means.Needs;
import dz.linatatawwa.means.Wanted;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.Campaigns;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.OwnOpportunities;
import dz.linatatawwa.opportunities.State;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form in which goods are asked for: what may be chosen in it, and what was. */
@Component
class NeedForms {

  private static final int FAR_DAYS = 730;
  /** Achievements that are things: they can be asked for too. */
  private static final List<String> GOODS_TOO = List.of("meals", "parcels", "clothes", "books");

  private final Needs needs;
  private final Units units;
  private final Campaigns campaigns;
  private final Opportunities opportunities;
  private final OwnOpportunities own;

  NeedForms(Needs needs, Units units, Campaigns campaigns, Opportunities opportunities, OwnOpportunities own) {
    this.needs = needs;
    this.units = units;
    this.campaigns = campaigns;
    this.opportunities = opportunities;
    this.own = own;
  }

  /** What it may be needed for: the organisation's campaigns that last, its published opportunities and drafts, or its work as a whole. */
  List<Option> purposes(OrganizationId organization, Page page) {
    List<Option> options = new ArrayList<>(List.of(Option.of("", page.text("means.for.body"))));
    String campaign = page.text("means.for.campaigns");
    campaigns.of(organization).stream().filter(found -> found.organization().equals(organization) && found.state() != State.CLOSED && found.state() != State.CANCELLED)
        .forEach(found -> options.add(new Option("campaign-" + found.id(), found.title(), "", campaign)));
    String opportunity = page.text("means.for.opportunities");
    for (State state : List.of(State.PUBLISHED, State.DRAFT)) {
      own.list(organization, state, 1).rows().forEach(line -> options.add(new Option("opportunity-" + line.id(), line.title(), "", opportunity)));
    }
    return options;
  }

  /** Goods, then what is counted in achievements and is goods all the same. */
  List<Option> units(Page page) {
    List<Unit> all = new ArrayList<>(units.of(GoodsKind.USED));
    units.of(GoodsKind.ACHIEVED).stream().filter(unit -> GOODS_TOO.contains(unit.code())).forEach(all::add);
    return all.stream().map(unit -> Option.of(unit.code(), unit.name(page.words()))).toList();
  }

  /** What is typed of a need that is asked for. */
  static Map<String, String> typed(Need need) {
    Wanted wanted = need.wanted();
    Map<String, String> typed = new HashMap<>(Map.of("item", wanted.item(), "about", wanted.about(), "unit", wanted.unit().code(), "target", Integer.toString(wanted.target()),
        "until", wanted.until().toString(), "bringTo", wanted.bringTo()));
    if (wanted.surplus()) typed.put("surplus", "true");
    return typed;
  }

  /** @param before the need that is changed, or null */
  Optional<Wanted> read(Fields fields, @Nullable Need before) {
    String item = fields.line("item", 2, 120);
    String about = fields.lines("about", 1000);
    String code = fields.get("unit");
    Optional<Unit> unit = code.matches("[a-z][a-z0-9-]{1,39}") ? units.of(code).filter(found -> !found.achievement() || GOODS_TOO.contains(found.code())) : Optional.empty();
    if (unit.isEmpty()) fields.problems().add("unit", "site.problem.choice");
    int target = fields.amount("target");
    LocalDate until = fields.date("until");
    boolean kept = before != null && before.wanted().until().equals(until);
    if (until != null && !kept && (until.isBefore(needs.today()) || until.isAfter(needs.today().plusDays(FAR_DAYS)))) fields.problems().add("until", "means.problem.until");
    String bringTo = fields.line("bringTo", 3, 300);
    if (fields.problems().any() || unit.isEmpty() || until == null) return Optional.empty();
    return Optional.of(new Wanted(item, about, unit.get(), target, fields.ticked("surplus"), until, bringTo));
  }

  /** What it is for, of this organisation's own.
   *  @param code {@code campaign-7}, {@code opportunity-9}, or empty
   *  @throws NotFound for another's */
  For purpose(OrganizationId organization, String code) {
    if (code.isEmpty()) return new For.Body();
    Long id = Fields.id(code.substring(code.indexOf('-') + 1));
    if (id != null && code.startsWith("campaign-")) {
      CampaignId campaign = new CampaignId(id);
      return campaigns.find(campaign).map(Campaign::organization).filter(organization::equals).map(found -> (For) new For.OfCampaign(campaign))
          .orElseThrow(() -> new NotFound("campaign " + id + " of " + organization));
    }
    if (id != null && code.startsWith("opportunity-")) {
      OpportunityId opportunity = new OpportunityId(id);
      return opportunities.find(opportunity).map(Opportunity::organization).filter(organization::equals).map(found -> (For) new For.OfOpportunity(opportunity))
          .orElseThrow(() -> new NotFound("opportunity " + id + " of " + organization));
    }
    throw new NotFound("purpose " + code);
  }
}
