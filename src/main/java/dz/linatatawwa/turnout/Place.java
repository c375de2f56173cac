package dz.linatatawwa.turnout;

import dz.linatatawwa.figures.Scope;
import java.util.Map;

/** A scope as a condition on facts {@code f} and their wilaya {@code w}. */
record Place(String condition, Map<String, Object> values) {

  static Place of(Scope scope) {
    return switch (scope) {
      case Scope.Nation nation -> new Place("true", Map.of());
      case Scope.OfWilaya(var code, var division) -> new Place(switch (division) {
        case W69 -> "f.wilaya_code = :place";
        case W58 -> "w.code_58 = :place";
        case W48 -> "w.code_48 = :place";
      }, Map.of("place", code.value()));
      case Scope.OfCommune(var code) -> new Place("f.commune_code = :place", Map.of("place", code.value()));
      case Scope.OfOrganization(var organization) -> new Place("f.organization_id = :id", Map.of("id", organization.value()));
      case Scope.OfCampaign(var campaign) -> new Place("f.campaign_id = :id", Map.of("id", campaign.value()));
      case Scope.OfPeople(var name, var people) -> new Place("f.volunteer_id = any(:people)", Map.of("people", people.toArray(Long[]::new)));
    };
  }
}
