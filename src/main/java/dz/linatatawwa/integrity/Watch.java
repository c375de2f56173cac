package dz.linatatawwa.integrity;

import dz.linatatawwa.attendance.AttendanceClosed;
import dz.linatatawwa.hours.HoursAttested;
import dz.linatatawwa.hours.HoursRefused;
import dz.linatatawwa.hours.HoursRetimed;
import dz.linatatawwa.hours.HoursReversed;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what happens to hours and notes down whose claims are to be looked at. Later, and never in the way of who confirms. */
@Component
class Watch {

  private final WorkTable work;

  Watch(WorkTable work) {
    this.work = work;
  }

  @ApplicationModuleListener
  void closed(AttendanceClosed closed) {
    work.addAround(closed.shift().value());
  }

  @ApplicationModuleListener
  void attested(HoursAttested attested) {
    work.add(attested.credits().stream().map(HoursAttested.Credit::claim).toList());
  }

  @ApplicationModuleListener
  void refused(HoursRefused refused) {
    work.add(refused.claims().stream().map(HoursRefused.Refused::claim).toList());
  }

  @ApplicationModuleListener
  void reversed(HoursReversed reversed) {
    work.add(List.of(reversed.claim()));
  }

  @ApplicationModuleListener
  void retimed(HoursRetimed retimed) {
    work.add(List.of(retimed.claim()));
  }
}
