package dz.linatatawwa.certificates;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.Optional;

/** Something with which a person has hours that stand, and of which a certificate may be asked.
 *  @param kind organization, campaign or opportunity */
public record Choice(String kind, long id, LocalName name, long minutes) {

  private static final Pattern WRITTEN = Pattern.compile("(organization|campaign|opportunity)-([1-9]\\d{0,17})");

  /** As a form sends it: {@code organization-12}. */
  public String code() {
    return kind + "-" + id;
  }

  /** The scope that a form asked for; empty text is all hours, anything else nothing. */
  public static Optional<Scope> read(String code) {
    if (code.isEmpty()) return Optional.of(Scope.ALL);
    Matcher written = WRITTEN.matcher(code);
    if (!written.matches()) return Optional.empty();
    long id = Long.parseLong(written.group(2));
    return Optional.of(switch (written.group(1)) {
      case "organization" -> Scope.with(new OrganizationId(id));
      case "campaign" -> new Scope(null, new CampaignId(id), null);
      default -> new Scope(null, null, new OpportunityId(id));
    });
  }
}
