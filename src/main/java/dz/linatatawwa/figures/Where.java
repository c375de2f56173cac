package dz.linatatawwa.figures;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the lines of a scope lie: in slices, and in the ledger.
 *  @param scopes of the slices, for a statement
 *  @param rows   the condition on rows {@code r} of the ledger
 *  @param people whose lines alone are meant */
record Where(Kind kind, String scopes, String rows, Optional<People> people) {

  /** @param wilayas the codes of the wilayas of today of which one of an older division consists */
  static Where of(Scope scope, java.util.function.Function<Scope.OfWilaya, List<String>> wilayas) {
    return switch (scope) {
      case Scope.Nation nation -> new Where(Kind.NATION, "0", "true", Optional.empty());
      case Scope.OfWilaya wilaya -> inWilayas(wilayas.apply(wilaya));
      case Scope.OfCommune(var code) -> new Where(Kind.COMMUNE, Integer.toString(Integer.parseInt(code.value())), "r.commune_code = '%s'".formatted(code.value()), Optional.empty());
      case Scope.OfOrganization(var id) -> new Where(Kind.ORGANIZATION, Long.toString(id.value()), "r.organization_id = " + id.value(), Optional.empty());
      case Scope.OfCampaign(var id) -> new Where(Kind.CAMPAIGN, Long.toString(id.value()), "r.campaign_id = " + id.value(), Optional.empty());
      case Scope.OfPeople(var name, var ids) -> {
        People people = new People(ids);
        yield new Where(Kind.NATION, "0", "r.volunteer_id in (" + people.listed() + ")", Optional.of(people));
      }
    };
  }

  private static Where inWilayas(List<String> codes) {
    if (codes.isEmpty()) return new Where(Kind.WILAYA, "-1", "false", Optional.empty());
    return new Where(Kind.WILAYA, codes.stream().map(code -> Integer.toString(Integer.parseInt(code))).collect(Collectors.joining(", ")),
        "r.wilaya_code in (" + codes.stream().map("'%s'"::formatted).collect(Collectors.joining(", ")) + ")", Optional.empty());
  }
}
