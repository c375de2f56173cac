package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People who come together: asked for in one go, answered in one go, on the waiting list side by side. */
@Service
public class Parties {

  private final JointApplying joint;
  private final JointAnswering answering;
  private final Leaving leaving;
  private final PartyTable table;
  private final ApplicationTable applications;

  Parties(JointApplying joint, JointAnswering answering, Leaving leaving, PartyTable table, ApplicationTable applications) {
    this.joint = joint;
    this.answering = answering;
    this.leaving = leaving;
    this.table = table;
    this.applications = applications;
  }

  /** Asks for seats for all of them. Whoever has applied already stays as they are; asked twice, the second time changes nothing. */
  @Transactional
  public Joint apply(Together together) {
    return joint.apply(together);
  }

  /** Takes the seats that a whole party was offered, for all of them. That the caller speaks for it is the caller's to have checked.
   *  @return each person's own answer; where something is in somebody's way, only theirs, and nothing was taken */
  @Transactional
  public Joint confirm(PartyId party) {
    return joint.confirm(party);
  }

  /** The organisation says yes to everybody of a party who waits for its answer: seats for all, or all on the list; of a party that comes whole nobody, where one
   *  of them may not come.
   *  @return by application; of a refusal, only those in whose way something is
   *  @throws dz.linatatawwa.site.NotFound for a party of another organisation's shift */
  @Transactional
  public Map<ApplicationId, Answer> accept(AccountId by, PartyId party) {
    return answering.accept(by, party);
  }

  /** Gives everybody's seat, or place in the list, back. That the caller speaks for them is the caller's to have checked.
   *  @return how many; 0 once the shift has begun */
  @Transactional
  public int withdraw(PartyId party) {
    List<Party.Member> living = table.members(party).stream().filter(Party.Member::living).sorted(Comparator.comparingLong(one -> one.person().value())).toList();
    living.forEach(one -> applications.lockVolunteer(one.person().value()));
    return (int) living.stream().filter(one -> leaving.withdraw(one.person(), one.application())).count();
  }

  public Optional<Party> find(PartyId id) {
    return table.find(id);
  }

  /** Everybody of a party, by name, whatever became of them. */
  public List<Party.Member> members(PartyId party) {
    return table.members(party);
  }

  /** The same for many, in one query. */
  public Map<PartyId, List<Party.Member>> members(Collection<PartyId> parties) {
    return table.members(parties);
  }
}
