package dz.linatatawwa.guardians;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.participation.Application;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.YoungFault;
import dz.linatatawwa.participation.YoungRules;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Places for a group: its leader takes them for the members and answers for them on the day. Each member's place is asked for by itself, by the same rules
 *  as anybody's. */
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
  private final YoungRules young;
  private final Organizations organizations;

  GroupSeats(YouthGroups groups, Participation participation, YoungRules young, Organizations organizations) {
    this.groups = groups;
    this.participation = participation;
    this.young = young;
    this.organizations = organizations;
  }

  /** How it stands with everybody of a group for a shift. */
  public List<Candidacy> of(YouthGroup group, ShiftId shift) {
    return groups.members(group).stream().map(member -> new Candidacy(member, participation.standing(member.person(), shift),
        young.fault(shift, member.person(), group.organization().value(), null))).toList();
  }

  /** Asks for a place for each of these members. Call it outside a transaction: each place has its own.
   *  @param members numbers of memberships; of others nothing is done
   *  @return an answer for each member who was asked for; empty where the group is closed or its organisation takes in nobody */
  public Map<AccountId, Application> bring(YouthGroup group, ShiftId shift, Collection<Long> members) {
    if (!group.open() || organizations.verified(group.organization()).isEmpty()) return Map.of();
    Map<AccountId, Application> answers = new LinkedHashMap<>();
    for (YouthMember member : groups.members(group)) {
      if (!members.contains(member.id()) || !member.accepted()) continue;
      answers.put(member.person(), participation.bring(member.person(), shift, group.organization().value()));
    }
    return answers;
  }
}
