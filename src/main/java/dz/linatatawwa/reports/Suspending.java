package dz.linatatawwa.reports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Thing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From a thing to whose it is: a supervisor suspends an organisation of their own territory; of another one its own supervisors are asked. */
@Component
class Suspending {

  private final Things things;
  private final Gathering gathering;

  Suspending(Things things, Gathering gathering) {
    this.things = things;
    this.gathering = gathering;
  }

  /** Whether taking this out of sight is a suspension. */
  static boolean suspends(Thing thing) {
    return thing.kind().equals("organization");
  }

  /** @return false when its own supervisors are asked instead, or it is suspended already */
  boolean suspend(Concern concern, AccountId by, String code, String words) {
    Thing owner = suspends(concern.thing()) ? concern.thing() : concern.owner();
    if (owner == null || !suspends(owner)) return false;
    if (things.withhold(owner, by, code, words)) return true;
    Optional<Reported> elsewhere = things.find(owner).filter(Reported::shown);
    if (elsewhere.isPresent() && !owner.equals(concern.thing())) tell(elsewhere.get(), by, concern.title() + ": " + words);
    return false;
  }

  private void tell(Reported owner, AccountId by, String words) {
    long concern = gathering.hold(owner);
    gathering.add(concern, owner, by, null, ReportReason.OTHER, words.substring(0, Math.min(1000, words.length())));
  }
}
