package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.partnerships.PartnerDesk;
import dz.linatatawwa.partnerships.PartnerDesks;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.site.NotFound;
import org.springframework.stereotype.Component;

/** Opens the desk of who gives trainings to its people; for everybody else there is none. */
@Component
public class HostDesks {

  private final Desks desks;
  private final PartnerDesks partners;
  private final Trainings trainings;

  HostDesks(Desks desks, PartnerDesks partners, Trainings trainings) {
    this.desks = desks;
    this.partners = partners;
    this.trainings = trainings;
  }

  /** For who may change trainings: who runs the organisation's opportunities, the partner's owners and managers.
   *  @throws NotFound for everybody else */
  public HostDesk run(AccountId person, Host host) {
    HostDesk desk = lead(person, host);
    if (!desk.runs()) throw new NotFound("trainings of " + host + " are not run by " + person);
    return desk;
  }

  /** For who may look at the list and lead a session: also the people at a partner's counter.
   *  @throws NotFound for everybody else */
  public HostDesk lead(AccountId person, Host host) {
    return switch (host) {
      case Host.Body(var id) -> {
        Desk desk = desks.openToRun(person, id);
        yield new HostDesk(host, desk, null, true);
      }
      case Host.Institution(var id) -> {
        PartnerDesk desk = partners.open(person, id, PartnerRole.COUNTER);
        yield new HostDesk(host, null, desk, desk.role().covers(PartnerRole.MANAGER));
      }
    };
  }

  /** A training of this desk.
   *  @throws NotFound for another's */
  public Training own(HostDesk desk, TrainingId id) {
    return trainings.find(id).filter(found -> found.host().equals(desk.host())).orElseThrow(() -> new NotFound("training " + id + " of " + desk.host()));
  }

  /** A session of this training.
   *  @throws NotFound for another's */
  public Session own(Training training, SessionId id) {
    return trainings.session(id).filter(found -> found.training().equals(training.id()))
        .orElseThrow(() -> new NotFound("session " + id + " of training " + training.id()));
  }
}
