package dz.linatatawwa.opportunities.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignDeskSection;
import dz.linatatawwa.opportunities.CampaignForm;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.Campaigns;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Campaigns on an organisation's desk: its own, those it joined, those it was invited to. */
@Controller
@RequestMapping("/organizations/{oid:[1-9][0-9]{0,17}}/desk/campaigns")
class DeskCampaignPages {

  private final Desks desks;
  private final Campaigns campaigns;
  private final Organizations organizations;
  private final ObjectProvider<CampaignDeskSection> sections;

  DeskCampaignPages(Desks desks, Campaigns campaigns, Organizations organizations, ObjectProvider<CampaignDeskSection> sections) {
    this.desks = desks;
    this.campaigns = campaigns;
    this.organizations = organizations;
    this.sections = sections;
  }

  @GetMapping
  ModelAndView list(@PathVariable long oid, SignedIn me) {
    Desk desk = desks.open(me.id(), DeskEditor.organization(oid));
    OrganizationId own = desk.organization().id();
    List<Campaign> all = campaigns.of(own);
    List<Campaign> invitations = all.stream().filter(c -> !c.organization().equals(own) && !campaigns.joined(c.id(), own)).toList();
    return View.of("opportunities/deskcampaigns", "desk", desk, "campaigns", all.stream().filter(c -> !invitations.contains(c)).toList(),
        "invitations", invitations);
  }

  @GetMapping("/new")
  ModelAndView blank(@PathVariable long oid, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    return View.of("opportunities/deskcampaign", "desk", desk, "form", new CampaignForm("", "", "", ""), "problems", Problems.none(),
        "guests", Map.of());
  }

  @PostMapping
  ModelAndView begin(@PathVariable long oid, @RequestParam Map<String, String> sent, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    CampaignForm form = form(sent);
    Problems problems = Problems.none();
    Optional<CampaignId> made = campaigns.begin(desk.organization().id(), form, problems);
    if (made.isPresent()) return View.seeOther(desk.address("/campaigns/" + made.get()), View.saying("opportunities.saved"));
    return View.unprocessable("opportunities/deskcampaign", "desk", desk, "form", form, "problems", problems, "guests", Map.of());
  }

  @GetMapping("/{id:[1-9][0-9]{0,17}}")
  ModelAndView edit(@PathVariable long oid, @PathVariable long id, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    Campaign campaign = own(desk, id);
    return page(desk, campaign, CampaignForm.of(campaign), Problems.none());
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}")
  ModelAndView save(@PathVariable long oid, @PathVariable long id, @RequestParam Map<String, String> sent, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    Campaign campaign = own(desk, id);
    Problems problems = campaigns.save(campaign.id(), form(sent), me.id());
    if (problems.any()) return page(desk, campaign, form(sent), problems);
    return View.seeOther(desk.address("/campaigns/" + id), View.saying("opportunities.saved"));
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/publication")
  ModelAndView publish(@PathVariable long oid, @PathVariable long id, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    Campaign campaign = own(desk, id);
    if (campaigns.publish(campaign, me.id())) return View.seeOther(desk.address("/campaigns/" + id), View.saying("opportunities.published"));
    return page(desk, campaign, CampaignForm.of(campaign), Problems.none().add("publication", "opportunities.publish.unverified"));
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/closure")
  ModelAndView close(@PathVariable long oid, @PathVariable long id, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    campaigns.close(own(desk, id), me.id());
    return View.seeOther(desk.address("/campaigns/" + id), View.saying("opportunities.campaign.ended"));
  }

  /** Invites by the number in the address of the organisation's page, or by that address itself. */
  @PostMapping("/{id:[1-9][0-9]{0,17}}/invitations")
  ModelAndView invite(@PathVariable long oid, @PathVariable long id, @RequestParam(defaultValue = "") String guest, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    Campaign campaign = own(desk, id);
    String number = dz.linatatawwa.language.Digits.latin(Typed.line(guest)).replaceFirst("^.*/organizations/(\\d+).*$", "$1");
    boolean invited = number.matches("[1-9]\\d{0,17}") && campaigns.invite(campaign, new OrganizationId(Long.parseLong(number)));
    if (invited) return View.seeOther(desk.address("/campaigns/" + id), View.saying("opportunities.campaign.invited"));
    return page(desk, campaign, CampaignForm.of(campaign), Problems.none().add("guest", "opportunities.campaign.guest.problem"));
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/membership")
  ModelAndView join(@PathVariable long oid, @PathVariable long id, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    if (id < 1 || !campaigns.join(new CampaignId(id), desk.organization().id())) throw new NotFound("invitation to campaign " + id);
    return View.seeOther(desk.address("/opportunities/new?campaign=" + id), View.saying("opportunities.campaign.joined"));
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/refusal")
  ModelAndView decline(@PathVariable long oid, @PathVariable long id, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    if (id > 0) campaigns.decline(new CampaignId(id), desk.organization().id());
    return View.seeOther(desk.address("/campaigns"), View.saying("opportunities.campaign.declined"));
  }

  private ModelAndView page(Desk desk, Campaign campaign, CampaignForm form, Problems problems) {
    List<Campaigns.Guest> guests = campaigns.guests(campaign.id());
    Map<String, Boolean> byName = new java.util.LinkedHashMap<>();
    var known = organizations.findAll(guests.stream().map(Campaigns.Guest::organization).toList());
    guests.forEach(guest -> { if (known.get(guest.organization()) != null) byName.put(known.get(guest.organization()).profile().nameAr(), guest.joined()); });
    Object[] parameters = {"desk", desk, "campaign", campaign, "form", form, "problems", problems, "guests", byName, "sections", sections.stream().toList()};
    return problems.any() ? View.unprocessable("opportunities/deskcampaign", parameters) : View.of("opportunities/deskcampaign", parameters);
  }

  private Campaign own(Desk desk, long id) {
    if (id < 1) throw new NotFound("campaign " + id);
    return campaigns.find(new CampaignId(id)).filter(found -> found.organization().equals(desk.organization().id()))
        .orElseThrow(() -> new NotFound("campaign " + id + " of organisation " + desk.organization().id()));
  }

  private static CampaignForm form(Map<String, String> sent) {
    return new CampaignForm(sent.get("title"), sent.get("aim"), sent.get("startsOn"), sent.get("endsOn"));
  }
}
