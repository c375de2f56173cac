package dz.linatatawwa.entrances.web;

import dz.linatatawwa.entrances.Entrance;
import dz.linatatawwa.entrances.Entrance.FirstRole;
import dz.linatatawwa.entrances.EntranceWish;
import dz.linatatawwa.entrances.Entrances;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed about an institution; the secret is never shown again. */
public record EntranceForm(Map<String, String> typed) {

  private static final String DOMAIN = "(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  private static final int MANY = 20;

  public EntranceForm {
    typed = Map.copyOf(typed);
  }

  static EntranceForm of(Entrance entrance) {
    OrganizationId organization = entrance.organization();
    String claim = entrance.claim();
    String french = entrance.name().fr();
    return new EntranceForm(Map.of("nameAr", entrance.name().ar(), "nameFr", french == null ? "" : french, "issuer", entrance.issuer(), "clientId", entrance.clientId(),
        "organization", organization == null ? "" : organization.toString(), "domains", String.join("\n", entrance.domains()), "claim", claim == null ? "" : claim,
        "claimValues", String.join("\n", entrance.claimValues()), "secondValues", String.join("\n", entrance.secondValues()), "role", entrance.role().code()));
  }

  /** A field as it was typed. */
  public String get(String name) {
    return typed.getOrDefault(name, "");
  }

  /** Reads it; what is wrong is added to the problems.
   *  @param fresh whether a secret is needed */
  Optional<EntranceWish> read(boolean fresh, Entrances entrances, Organizations organizations, Problems problems) {
    String nameAr = line("nameAr", 2, 120, problems);
    String nameFr = line("nameFr", 0, 120, problems);
    String issuer = line("issuer", 1, 500, problems);
    String client = line("clientId", 1, 255, problems);
    String secret = get("secret").strip();
    if (fresh && secret.isEmpty()) problems.add("secret", "site.problem.required");
    if (secret.length() > 500) problems.add("secret", "site.problem.tooLong", 500);
    List<String> domains = lines("domains").stream().map(one -> one.toLowerCase(Locale.ROOT).replaceFirst("^@", "")).toList();
    if (!domains.stream().allMatch(one -> one.matches(DOMAIN))) problems.add("domains", "entrances.problem.domain");
    String claim = line("claim", 0, 60, problems);
    List<String> values = lines("claimValues");
    if (claim.isEmpty() != values.isEmpty()) problems.add("claimValues", "entrances.problem.claim");
    if (domains.isEmpty() && claim.isEmpty()) problems.add("domains", "entrances.problem.everybody");
    for (String list : List.of("domains", "claimValues", "secondValues")) if (lines(list).size() > MANY) problems.add(list, "entrances.problem.many", MANY);
    @Nullable OrganizationId organization = organization(organizations, problems);
    Optional<FirstRole> role = Arrays.stream(FirstRole.values()).filter(one -> one.code().equals(get("role"))).findFirst();
    if (role.isEmpty()) problems.add("role", "site.problem.choice");
    else if (role.get() != FirstRole.NONE && organization == null) problems.add("organization", "entrances.problem.organization");
    if (!problems.any() && !entrances.answers(issuer)) problems.add("issuer", "entrances.problem.issuer");
    return problems.any() ? Optional.empty() : Optional.of(new EntranceWish(organization, nameAr, nameFr.isEmpty() ? null : nameFr, issuer, client, secret, domains, claim.isEmpty() ? null : claim,
        values, lines("secondValues"), role.orElse(FirstRole.NONE)));
  }

  private @Nullable OrganizationId organization(Organizations organizations, Problems problems) {
    String number = Digits.latin(Typed.line(get("organization")));
    if (number.isEmpty()) return null;
    Optional<OrganizationId> found = number.matches("[1-9]\\d{0,17}") ? organizations.verified(new OrganizationId(Long.parseLong(number))).map(one -> one.id()) : Optional.empty();
    if (found.isEmpty()) problems.add("organization", "entrances.problem.noOrganization");
    return found.orElse(null);
  }

  private String line(String name, int least, int most, Problems problems) {
    String value = Typed.line(get(name));
    if (value.length() < least) problems.add(name, "site.problem.required");
    if (value.length() > most) problems.add(name, "site.problem.tooLong", most);
    return value;
  }

  private List<String> lines(String name) {
    return Arrays.stream(Typed.text(get(name)).split("[\\s,;،]+")).filter(one -> !one.isEmpty() && one.length() <= 255).distinct().toList();
  }
}
