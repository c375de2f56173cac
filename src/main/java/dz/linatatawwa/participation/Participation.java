package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.NotFound;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From "I want to help" to a seat: applying, the waiting list, the organisation's answer. Each deed may be repeated: the second time
 *  changes nothing and gives the same answer. */
@Service
public class Participation {

  private final Applying applying;
  private final Leaving leaving;
  private final Answering answering;
  private final JointApplying joint;
  private final PartyTable parties;
  private final ApplicationTable table;

  Participation(Applying applying, Leaving leaving, Answering answering, JointApplying joint, PartyTable parties, ApplicationTable table) {
    this.applying = applying;
    this.leaving = leaving;
    this.answering = answering;
    this.joint = joint;
    this.parties = parties;
    this.table = table;
  }

  /** Asks for a seat in a shift. */
  @Transactional
  public Application apply(AccountId volunteer, ShiftId shift, Wish wish) {
    return applying.apply(volunteer, shift, wish);
  }

  /** Takes the seat that was offered from the waiting list.
   *  @throws NotFound for somebody else's application */
  @Transactional
  public Application confirmOffer(AccountId volunteer, ApplicationId id) {
    return parties.madeBy(volunteer, id).map(party -> forAll(party, volunteer, id)).orElseGet(() -> applying.confirmOffer(volunteer, id, false));
  }

  /** Who asked for a party confirms for all of it; somebody else's obstacle is not told by its name. */
  private Application forAll(PartyId party, AccountId volunteer, ApplicationId id) {
    Joint confirmed = joint.confirm(party);
    Application own = confirmed.answers().get(volunteer);
    if (own != null) return own;
    if (!confirmed.answers().isEmpty()) return new Application.Refused(Application.Reason.WITH_PARTY);
    return applying.confirmOffer(volunteer, id, false);
  }

  /** The same, knowing that there is another seat at that time. */
  @Transactional
  public Application confirmOfferDespiteClash(AccountId volunteer, ApplicationId id) {
    return applying.confirmOffer(volunteer, id, true);
  }

  /** Gives a seat or a place in the list back; a freed seat is offered to the first who waits.
   *  @return false when the shift has begun: it is too late
   *  @throws NotFound for somebody else's application */
  @Transactional
  public boolean withdraw(AccountId volunteer, ApplicationId id) {
    return leaving.withdraw(volunteer, id);
  }

  /** Undoes a withdrawal: the old seat if it is still free and nobody waits for it, else as somebody who applies now. */
  @Transactional
  public Application comeBack(AccountId volunteer, ApplicationId id) {
    return applying.comeBack(volunteer, id);
  }

  /** The organisation says yes: a seat, or the waiting list when there is none left.
   *  @throws NotFound for an application to another organisation */
  @Transactional
  public Answer accept(AccountId by, ApplicationId id) {
    return answering.accept(by, id);
  }

  /** The organisation says no.
   *  @param words to the volunteer; may be empty
   *  @throws NotFound for an application to another organisation */
  @Transactional
  public Answer decline(AccountId by, ApplicationId id, DeclineReason reason, String words) {
    return answering.decline(by, id, reason, words);
  }

  /** The living application of this person for this shift, as an answer. */
  @Transactional(readOnly = true)
  public Optional<Application> standing(AccountId volunteer, ShiftId shift) {
    return table.living(volunteer, shift).map(applying::answer);
  }

  /** What is to be known of a shift before applying. */
  public ShiftFacts facts(ShiftId shift) {
    return table.facts(shift).orElseThrow(() -> new NotFound("shift " + shift));
  }
}
