package dz.linatatawwa.guardians;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.participation.Application;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.Parties;
import dz.linatatawwa.participation.Together;
import dz.linatatawwa.participation.YoungFault;
import dz.linatatawwa.participation.YoungRules;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Places for a group: its leader takes them in one go and answers for the members on the day. The organisation reads one line for all of them; each member's place
 *  keeps to the same rules as anybody's. */
@Service
public class GroupSeats {

  /** How it stands with one member and one shift.
   *  @param standing their application, where there is one
   *  @param fault    why they may not come; empty: they may */
  public record Candidacy(YouthMember member, Optional<Application> standing, Optional<YoungFault> fault) {

    /** Whether a place may be asked for. */
    public boolean mayCome() {
      return standing.isEmpty() && fault.isEmpty() && member.accepted();
    }
  }

  private final YouthGroups groups;
  private final Participation participation;
  private final Parties parties;
  private final YoungRules young;
  private final Organizations organizations;

  GroupSeats(YouthGroups groups, Participation participation, Parties parties, YoungRules young, Organizations organizations) {
    this.groups = groups;
    this.participation = participation;
    this.parties = parties;
    this.young = young;
    this.organizations = organizations;
  }

  /** How it stands with everybody of a group for a shift. */
  public List<Candidacy> of(YouthGroup group, ShiftId shift) {
    return groups.members(group).stream().map(member -> new Candidacy(member, participation.standing(member.person(), shift),
        young.fault(shift, member.person(), group.organization().value(), null))).toList();
  }

  /** Asks for a place for each of these members.
   *  @param members numbers of memberships; of others nothing is done
   *  @param whole   places for all of them or for nobody
   *  @return an answer for each member who was asked for (of a whole group that may not come, for those in whose way something is); empty where the group is closed
   *          or its organisation takes in nobody */
  public Map<AccountId, Application> bring(YouthGroup group, ShiftId shift, Collection<Long> members, boolean whole, AccountId by) {
    if (!group.open() || organizations.verified(group.organization()).isEmpty()) return Map.of();
    List<AccountId> people = groups.members(group).stream().filter(member -> members.contains(member.id()) && member.accepted()).map(YouthMember::person).toList();
    if (people.isEmpty()) return Map.of();
    return parties.apply(new Together(shift, "group", group.name(), whole, by, people, group.organization().value())).answers();
  }
}
