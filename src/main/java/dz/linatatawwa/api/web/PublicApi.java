package dz.linatatawwa.api.web;

import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.Campaigns;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.Shift;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.ApiRefusal;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What everybody sees, part by part. */
@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "Public", description = "What everybody sees; no key is needed, with one more calls are allowed")
class PublicApi {

  private static final int LONGEST_CODE = 40;

  private final Opportunities opportunities;
  private final Campaigns campaigns;
  private final Organizations organizations;

  PublicApi(Opportunities opportunities, Campaigns campaigns, Organizations organizations) {
    this.opportunities = opportunities;
    this.campaigns = campaigns;
    this.organizations = organizations;
  }

  /** A named effort that groups opportunities. */
  record CampaignJson(long id, @Schema(allowableValues = {"published", "closed", "cancelled"}) String state, String title, String aim, long organization, LocalDate startsOn,
      LocalDate endsOn, @Schema(example = "/campaigns/3") String page) {

    static CampaignJson of(Campaign it) {
      return new CampaignJson(it.id().value(), it.state().code(), it.title(), it.aim(), it.organization().value(), it.startsOn(), it.endsOn(), "/campaigns/" + it.id());
    }
  }

  /** What the public may know of an organisation. */
  record OrganizationJson(long id, @Schema(allowableValues = {"association", "public-institution", "private-institution", "organisation", "body"}) String kind, String nameAr,
      @Nullable String nameFr, @Schema(allowableValues = {"communal", "wilaya", "inter-wilaya", "national"}) String scope,
      @Schema(pattern = "^[0-9]{2}$") String wilaya, @Schema(pattern = "^[0-9]{4}$") String commune, List<String> fields, @Nullable Instant verifiedAt,
      @Schema(description = "Median time to answer an application; null: not known yet") @Nullable Integer answerMinutes, @Schema(example = "/organizations/4") String page) {

    static OrganizationJson of(Organization it) {
      var profile = it.profile();
      return new OrganizationJson(it.id().value(), profile.kind().code(), profile.nameAr(), profile.nameFr(), profile.scope().code(), profile.seat().wilaya().value(),
          profile.seat().commune().value(), profile.fields(), it.verifiedAt(), it.answerMinutes(), "/organizations/" + it.id());
    }
  }

  /** To what a list of opportunities is narrowed. */
  record Narrowing(@Parameter(description = "Code of a wilaya", schema = @Schema(type = "string", pattern = "^[0-9]{2}$")) @Nullable String wilaya,
      @Parameter(description = "Code of a field", schema = @Schema(type = "string", maxLength = 40)) @Nullable String field,
      @Parameter(schema = @Schema(type = "integer", format = "int64", minimum = "1")) @Nullable Long organization,
      @Parameter(schema = @Schema(type = "integer", format = "int64", minimum = "1")) @Nullable Long campaign) {

    Opportunities.Narrowed read() {
      looksLikeCode(wilaya);
      boolean odd = field != null && field.length() > LONGEST_CODE || organization != null && organization < 1 || campaign != null && campaign < 1;
      if (odd) throw new ApiRefusal(ProblemType.BAD_REQUEST);
      return new Opportunities.Narrowed(wilaya, field, organization, campaign);
    }
  }

  @GetMapping("/opportunities")
  @Operation(summary = "Published opportunities of verified organisations, the newest first")
  ResponseEntity<Part<OpportunityJson>> listOpportunities(@ParameterObject Narrowing narrowing, @ParameterObject Step step, @Parameter(hidden = true) HttpServletRequest request) {
    return step.answer(opportunities.published(narrowing.read(), step.from(Long.MAX_VALUE), step.asked()), Opportunity::id, OpportunityJson::of, request);
  }

  @GetMapping("/opportunities/{id:[1-9][0-9]{0,17}}")
  @Operation(summary = "One opportunity that everybody sees")
  OpportunityJson showOpportunity(@PathVariable long id) {
    return OpportunityJson.of(shown(id));
  }

  @GetMapping("/opportunities/{id:[1-9][0-9]{0,17}}/shifts")
  @Operation(summary = "The shifts of an opportunity, by number")
  ResponseEntity<Part<ShiftJson>> listShifts(@PathVariable long id, @ParameterObject Step step, @Parameter(hidden = true) HttpServletRequest request) {
    return shifts(opportunities.shifts(shown(id).id()), step, request);
  }

  @GetMapping("/campaigns")
  @Operation(summary = "Campaigns that everybody sees, the newest first")
  ResponseEntity<Part<CampaignJson>> listCampaigns(@ParameterObject Step step, @Parameter(hidden = true) HttpServletRequest request) {
    return step.answer(campaigns.shown(step.from(Long.MAX_VALUE), step.asked()), Campaign::id, CampaignJson::of, request);
  }

  @GetMapping("/campaigns/{id:[1-9][0-9]{0,17}}")
  @Operation(summary = "One campaign that everybody sees")
  CampaignJson showCampaign(@PathVariable long id) {
    return campaigns.find(new CampaignId(id)).filter(Campaign::shown).map(CampaignJson::of).orElseThrow(() -> new NotFound("campaign " + id));
  }

  @GetMapping("/organizations")
  @Operation(summary = "Verified organisations, the newest first")
  ResponseEntity<Part<OrganizationJson>> listOrganizations(@Parameter(description = "Code of the wilaya of their seat", schema = @Schema(type = "string", pattern = "^[0-9]{2}$"))
      @RequestParam(required = false) @Nullable String wilaya, @ParameterObject Step step, @Parameter(hidden = true) HttpServletRequest request) {
    looksLikeCode(wilaya);
    Optional<WilayaCode> within = wilaya == null ? Optional.empty() : WilayaCode.of(wilaya);
    long before = wilaya != null && within.isEmpty() ? 0 : step.from(Long.MAX_VALUE);
    return step.answer(organizations.verified(within.orElse(null), before, step.asked()), Organization::id, OrganizationJson::of, request);
  }

  @GetMapping("/organizations/{id:[1-9][0-9]{0,17}}")
  @Operation(summary = "One verified organisation")
  OrganizationJson showOrganization(@PathVariable long id) {
    return organizations.verified(new OrganizationId(id)).map(OrganizationJson::of).orElseThrow(() -> new NotFound("organisation " + id));
  }

  static ResponseEntity<Part<ShiftJson>> shifts(List<Shift> all, Step step, HttpServletRequest request) {
    long after = step.from(0);
    List<Shift> found = all.stream().filter(shift -> shift.id().value() > after).sorted(Comparator.comparingLong(shift -> shift.id().value())).limit(step.asked()).toList();
    return step.answer(found, Shift::id, ShiftJson::of, request);
  }

  /** A code of a wilaya looks as the description says. */
  static void looksLikeCode(@Nullable String wilaya) {
    if (wilaya != null && !wilaya.matches("[0-9]{2}")) throw new ApiRefusal(ProblemType.BAD_REQUEST);
  }

  private Opportunity shown(long id) {
    return opportunities.find(new OpportunityId(id)).filter(found -> found.state().shown()).orElseThrow(() -> new NotFound("opportunity " + id));
  }
}
