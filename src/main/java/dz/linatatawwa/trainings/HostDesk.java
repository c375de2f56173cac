package dz.linatatawwa.trainings;

import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.partnerships.PartnerDesk;
import org.jspecify.annotations.Nullable;

/** The desk of who gives trainings: an organisation's or a partner's; {@code template.trainings.desk} draws either.
 *  @param runs whether the person may change trainings; whoever only stands at the door may not */
public record HostDesk(Host host, @Nullable Desk organization, @Nullable PartnerDesk partner, boolean runs) {

  /** An address below the desk's part for trainings. */
  public String address(String path) {
    return host.desk() + path;
  }

  /** Where a training is worked on. */
  public String of(TrainingId training) {
    return address("/" + training);
  }

  /** Where a session is worked on. */
  public String of(Session session) {
    return of(session.training()) + "/sessions/" + session.id();
  }
}
