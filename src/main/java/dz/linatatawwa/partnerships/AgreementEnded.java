package dz.linatatawwa.partnerships;

import java.time.LocalDate;
import java.util.Set;

/** An agreement no longer holds: nothing new is granted under it, and what was granted stays. Told once, in the hour after its last day, or with
 *  the termination itself where that holds at once; who grants does not wait for it but asks {@code partnerships.active_agreement}.
 *  @param partners   every partner that was a party
 *  @param lastDay    the last day on which it held
 *  @param terminated whether somebody ended it before its time */
public record AgreementEnded(AgreementId agreement, Set<PartnerId> partners, Set<Promise> promises, LocalDate lastDay, boolean terminated) {

  public AgreementEnded {
    partners = Set.copyOf(partners);
    promises = Set.copyOf(promises);
  }
}
