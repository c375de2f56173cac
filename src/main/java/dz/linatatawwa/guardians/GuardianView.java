package dz.linatatawwa.guardians;

import dz.linatatawwa.hours.HourTotals;
import dz.linatatawwa.opportunities.AgeRule;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.participation.Commitment;
import dz.linatatawwa.volunteers.Guardian;
import dz.linatatawwa.volunteers.GuardianConsent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that a guardian's page says.
 *  @param minor    name of the minor
 *  @param consents what this guardian agreed to and did not withdraw
 *  @param others   what holds by the other guardian or by a paper
 *  @param planned  what is to come, the next first
 *  @param past     the last things that are over
 *  @param hours    confirmed and waiting time */
public record GuardianView(Guardian guardian, String minor, List<GuardianConsent> consents, List<GuardianConsent> others, List<Planned> planned,
    List<Commitment> past, HourTotals hours) {

  /** Something to come.
   *  @param organization who runs it, with how to reach them
   *  @param companion    name of the person of age who comes along; null: nobody is named
   *  @param group        name of the group with which the minor comes; null: comes alone */
  public record Planned(Commitment commitment, Organization organization, String place, AgeRule rule, @Nullable String companion, @Nullable String group) {}

  public GuardianView {
    consents = List.copyOf(consents);
    others = List.copyOf(others);
    planned = List.copyOf(planned);
    past = List.copyOf(past);
  }
}
