package dz.linatatawwa.recovery;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.accounts.Retention;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInRecovery implements KeptOfPerson {

  private final RecoveryTable table;

  KeptInRecovery(RecoveryTable table) {
    this.table = table;
  }

  @Override
  public List<Kept> kept() {
    return List.of(Kept.of("recovery.request", Purpose.SIGN_IN).person("account_id").staff("vouched_by")
        .shows("contact", "asked_at", "vouched_at", "(select o.name_ar from organizations.organization o where o.id = t.organization_id) as organization", "opens_at", "stopped_at", "done_at").gone());
  }

  @Override
  public List<Retention> retentions() {
    return List.of(Retention.of("recoveries", 730, 365, 1825, table::sweep));
  }
}
