package dz.linatatawwa.opportunities.web;

import dz.linatatawwa.opportunities.Filter;
import dz.linatatawwa.opportunities.Found;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityCard;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.Shift;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.taxonomy.Taxonomy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Published opportunities as JSON, for everybody. */
@RestController
@Tag(name = "Opportunities", description = "Published volunteering opportunities")
class OpportunityApi {

  private static final int CARDS = 24;

  private final Opportunities opportunities;
  private final Organizations organizations;
  private final Places places;
  private final Taxonomy taxonomy;
  private final Clock clock;

  OpportunityApi(Opportunities opportunities, Organizations organizations, Places places, Taxonomy taxonomy, Clock clock) {
    this.opportunities = opportunities;
    this.organizations = organizations;
    this.places = places;
    this.taxonomy = taxonomy;
    this.clock = clock;
  }

  /** A page of the list.
   *  @param total counted to 1000 at most
   *  @param more  whether there are more than were counted
   *  @param meant other words that were perhaps meant */
  record Listed(int page, int pages, long total, boolean more, @Nullable String meant, List<Card> opportunities) {}

  /** One line of the list; what is not {@code free} brings no volunteer hours. Codes are those of the platform's reference tables; times are UTC. */
  record Card(long id, String title, String summary, long organization, String organizationNameAr, @Nullable String organizationNameFr, String field,
      @Nullable String wilaya, boolean remote, Instant nextStart, Instant nextEnd, int shifts, int seats, int seatsLeft, int minAge,
      Set<String> audiences, String nature, @Nullable Double kilometres, String page) {

    static Card of(OpportunityCard card) {
      Double kilometres = card.kilometres() == null ? null : Double.valueOf(Math.round(card.kilometres() * 10) / 10.0);
      return new Card(card.id().value(), card.title(), card.summary(), card.organization().value(), card.organizationName().ar(),
          card.organizationName().fr(), card.field(), card.wilaya(), card.remote(), card.nextStart(), card.nextEnd(), card.shifts(), card.seats(),
          card.seatsLeft(), card.minAge(), card.audiences(), card.nature().code(), kilometres, "/opportunities/" + card.id());
    }
  }

  /** A shift of an opportunity. */
  record ShownShift(long id, Instant startsAt, Instant endsAt, int capacity, int left, String state) {}

  /** One opportunity whole. */
  record Shown(long id, String state, String title, String summary, String description, long organization, @Nullable String organizationNameAr,
      @Nullable String field, @Nullable String activity, @Nullable String wilaya, @Nullable String commune, String address, boolean remote,
      Set<String> audiences, int minAge, String bring, String access, List<String> skills, String answer, String nature, @Nullable Integer answerMinutes,
      @Nullable Long campaign, @Nullable String cancelReason, List<ShownShift> shifts) {}

  @GetMapping("/api/opportunities")
  @Operation(summary = "Published opportunities with coming shifts; the filters of the list page: q, wilaya, commune, field, activity, when, from, to, "
      + "audience, age, remote, left, organization, campaign, sort (date, distance), lat, lon; 24 a page")
  Listed list(@RequestParam Map<String, String> asked) {
    Filter filter = Filter.read(asked, places, taxonomy);
    String typed = asked.getOrDefault("page", "1");
    Found found = opportunities.search(filter.criteria(LocalDate.now(clock.withZone(dz.linatatawwa.language.Words.ZONE))),
        typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 1, CARDS);
    return new Listed(found.cards().number(), found.cards().last(), found.cards().total(), found.more(), found.meant(),
        found.cards().rows().stream().map(Card::of).toList());
  }

  @GetMapping("/api/opportunities/{id:[1-9][0-9]{0,17}}")
  @Operation(summary = "One opportunity with its shifts")
  Shown show(@PathVariable long id) {
    Opportunity it = opportunities.find(new OpportunityId(id)).filter(found -> found.state().shown())
        .orElseThrow(() -> new NotFound("opportunity " + id));
    Organization organization = organizations.find(it.organization()).orElseThrow();
    return new Shown(id, it.state().code(), it.title(), it.summary(), it.description(), it.organization().value(), organization.profile().nameAr(),
        it.field(), it.activity(), text(it.wilaya()), text(it.commune()), it.address(), it.remote(), it.audiences(), it.minAge(), it.bring(),
        it.access(), it.skills(), it.answer().code(), it.nature().code(), organization.answerMinutes(), it.campaign() == null ? null : it.campaign().value(),
        it.cancelReason(), opportunities.shifts(it.id()).stream().map(OpportunityApi::shown).toList());
  }

  private static ShownShift shown(Shift shift) {
    return new ShownShift(shift.id().value(), shift.startsAt(), shift.endsAt(), shift.capacity(), shift.left(),
        shift.state().name().toLowerCase(java.util.Locale.ROOT));
  }

  private static @Nullable String text(@Nullable Object code) {
    return code == null ? null : code.toString();
  }
}
