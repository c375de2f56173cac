package dz.linatatawwa.opportunities.web;

import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.CampaignPageSection;
import dz.linatatawwa.opportunities.Campaigns;
import dz.linatatawwa.opportunities.Found;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.SearchCriteria;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.View;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Campaigns as visitors see them. */
@Controller
class CampaignPages {

  private static final int CARDS = 12;

  private final Campaigns campaigns;
  private final Opportunities opportunities;
  private final Organizations organizations;
  private final Places places;
  private final PageMaker pages;
  private final ObjectProvider<CampaignPageSection> sections;

  CampaignPages(Campaigns campaigns, Opportunities opportunities, Organizations organizations, Places places, PageMaker pages,
      ObjectProvider<CampaignPageSection> sections) {
    this.campaigns = campaigns;
    this.opportunities = opportunities;
    this.organizations = organizations;
    this.places = places;
    this.pages = pages;
    this.sections = sections;
  }

  @PublicPage
  @GetMapping("/campaigns")
  ModelAndView list(@RequestParam(defaultValue = "1") String page) {
    return View.of("opportunities/campaigns", "campaigns", campaigns.shown(page.matches("\\d{1,4}") ? Integer.parseInt(page) : 1));
  }

  @PublicPage
  @GetMapping("/campaigns/{id:[1-9][0-9]{0,17}}")
  ModelAndView show(@PathVariable long id, HttpServletRequest request) {
    Campaign campaign = campaigns.find(new CampaignId(id)).filter(Campaign::shown).orElseThrow(() -> new NotFound("campaign " + id));
    SearchCriteria criteria = SearchCriteria.of(campaign.id());
    Found found = opportunities.search(criteria, 1, CARDS);
    List<Content> contents = sections.stream().flatMap(section -> section.section(campaign, pages.page(request)).stream()).toList();
    return View.of("opportunities/campaign", "campaign", campaign, "found", found, "bodies", bodies(campaign),
        "progress", campaigns.progress(campaign.id()), "wilayas", wilayas(campaign, criteria, pages.page(request)), "contents", contents);
  }

  /** Who takes part: the one that leads, then its guests. */
  private List<Organization> bodies(Campaign campaign) {
    List<OrganizationId> ids = new ArrayList<>(List.of(campaign.organization()));
    campaigns.guests(campaign.id()).stream().filter(Campaigns.Guest::joined).map(Campaigns.Guest::organization)
        .filter(guest -> !guest.equals(campaign.organization())).forEach(ids::add);
    Map<OrganizationId, Organization> found = organizations.findAll(ids);
    return ids.stream().filter(found::containsKey).map(found::get).toList();
  }

  private List<Link> wilayas(Campaign campaign, SearchCriteria criteria, Page page) {
    return new TreeMap<>(opportunities.countByWilaya(criteria)).entrySet().stream().map(entry -> {
      String name = entry.getKey().isEmpty() ? page.text("opportunities.remote")
          : places.name(new dz.linatatawwa.places.WilayaCode(entry.getKey()), page.language());
      String filter = entry.getKey().isEmpty() ? "&remote=true" : "&wilaya=" + entry.getKey();
      return new Link(page.text("opportunities.campaign.wilaya", name, entry.getValue()), "/opportunities?campaign=" + campaign.id() + filter, false);
    }).toList();
  }
}
