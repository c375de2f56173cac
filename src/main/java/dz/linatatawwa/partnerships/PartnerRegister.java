package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Territory;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What those who look after partners write down of them. */
@Component
public class PartnerRegister {

  private final PartnerTable table;
  private final Audit audit;
  private final Clock clock;

  PartnerRegister(PartnerTable table, Audit audit, Clock clock) {
    this.table = table;
    this.audit = audit;
    this.clock = clock;
  }

  /** The partners of a territory, public or not, by name; 24 a page.
   *  @param words part of a name; null: all */
  public Slice<Partner> of(Territory territory, @Nullable String words, int page) {
    return table.overseen(territory, words, page);
  }

  /** Makes a partner; the public sees it once an agreement is signed.
   *  @return nothing when another partner is the same organisation */
  @Transactional
  public Optional<PartnerId> make(AccountId by, PartnerProfile profile) {
    Optional<PartnerId> made = table.insert(profile, by, clock.instant());
    made.ifPresent(id -> audit.note(by, "partner.made", "partner", id.value(), null));
    return made;
  }

  /** Changes what is written down.
   *  @return false when another partner is the same organisation */
  public boolean mend(AccountId by, PartnerId id, PartnerProfile profile) {
    try {
      table.update(id, profile);
    } catch (DuplicateKeyException takenByAnother) {
      return false;
    }
    audit.note(by, "partner.mended", "partner", id.value(), null);
    return true;
  }
}
