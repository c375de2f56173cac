package dz.linatatawwa.feeds;

import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.Shift;
import dz.linatatawwa.opportunities.State;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.Page;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opportunities and campaigns as search engines read them: each coming shift is an event, called-off ones too. */
@Component
public class OpportunityData {

  private static final int MOST_SHIFTS = 12;
  private static final String SCHEMA = "https://schema.org/";

  private final Opportunities opportunities;
  private final Organizations organizations;
  private final Places places;
  private final SharedData data;
  private final Clock clock;

  OpportunityData(Opportunities opportunities, Organizations organizations, Places places, SharedData data, Clock clock) {
    this.opportunities = opportunities;
    this.organizations = organizations;
    this.places = places;
    this.data = data;
    this.clock = clock;
  }

  /** The data of an opportunity's page. */
  public String of(Opportunity opportunity, Page page) {
    String address = page.canonical("/opportunities/" + opportunity.id());
    List<Map<String, Object>> things = new ArrayList<>();
    things.add(SharedData.trail(page.text("site.name"), page.canonical("/"), page.text("opportunities.title"), page.canonical("/opportunities"), opportunity.title(), address));
    Map<String, Object> organizer = organizer(organizations.find(opportunity.organization()).orElseThrow(), page);
    opportunities.shifts(opportunity.id()).stream().filter(shift -> shift.endsAt().isAfter(clock.instant())).limit(MOST_SHIFTS)
        .forEach(shift -> things.add(event(opportunity, shift, organizer, address, page)));
    return data.written(things);
  }

  private Map<String, Object> event(Opportunity it, Shift shift, Map<String, Object> organizer, String address, Page page) {
    boolean off = shift.state() == Shift.State.CANCELLED || it.state() == State.CANCELLED;
    return SharedData.of("Event", "@id", address + "#shift-" + shift.id(), "name", it.title(), "description", it.summary(), "url", address,
        "startDate", SharedData.moment(shift.startsAt()), "endDate", SharedData.moment(shift.endsAt()), "eventStatus", SCHEMA + (off ? "EventCancelled" : "EventScheduled"),
        "eventAttendanceMode", SCHEMA + (it.remote() ? "OnlineEventAttendanceMode" : "OfflineEventAttendanceMode"), "location", location(it, address, page),
        "organizer", organizer, "isAccessibleForFree", true, "typicalAgeRange", it.minAge() + "-", "maximumAttendeeCapacity", shift.capacity(),
        "remainingAttendeeCapacity", off || !shift.open() ? 0 : shift.left());
  }

  private Map<String, Object> location(Opportunity it, String address, Page page) {
    if (it.remote()) return SharedData.of("VirtualLocation", "url", address);
    String commune = it.commune() == null ? null : places.name(it.commune(), page.language());
    String wilaya = it.wilaya() == null ? null : places.name(it.wilaya(), page.language());
    Map<String, Object> spot = it.lat() == null || it.lon() == null ? null : SharedData.of("GeoCoordinates", "latitude", it.lat(), "longitude", it.lon());
    return SharedData.of("Place", "name", it.address().isEmpty() ? commune : it.address(), "address", address(it.address(), commune, wilaya), "geo", spot);
  }

  static Map<String, Object> address(@Nullable String street, @Nullable String commune, @Nullable String wilaya) {
    return SharedData.of("PostalAddress", "streetAddress", street, "addressLocality", commune, "addressRegion", wilaya, "addressCountry", "DZ");
  }

  static Map<String, Object> organizer(Organization organization, Page page) {
    return SharedData.of("Organization", "name", organization.name(page.language()), "url", page.canonical("/organizations/" + organization.id()));
  }

  /** The data of a campaign's page. */
  public String of(Campaign campaign, Page page) {
    String address = page.canonical("/campaigns/" + campaign.id());
    Map<String, Object> country = SharedData.of("Place", "name", page.text("feeds.country"), "address", address(null, null, null));
    return data.written(List.of(SharedData.trail(page.text("site.name"), page.canonical("/"), page.text("search.kind.campaign"), page.canonical("/campaigns"), campaign.title(), address),
        SharedData.of("Event", "@id", address, "name", campaign.title(), "description", campaign.aim(), "url", address, "startDate", campaign.startsOn().toString(),
            "endDate", campaign.endsOn().toString(), "eventStatus", SCHEMA + (campaign.state() == State.CANCELLED ? "EventCancelled" : "EventScheduled"),
            "eventAttendanceMode", SCHEMA + "OfflineEventAttendanceMode", "location", country,
            "organizer", organizations.find(campaign.organization()).map(one -> organizer(one, page)).orElse(null), "isAccessibleForFree", true)));
  }
}
