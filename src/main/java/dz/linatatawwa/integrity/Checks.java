package dz.linatatawwa.integrity;

import dz.linatatawwa.integrity.FindingTable.Around;
import dz.linatatawwa.integrity.FindingTable.Touched;
import dz.linatatawwa.recognition.Badges;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs every check around some claims. The same claims may come again and again: what was found is found once. */
@Component
class Checks {

  private final FindingTable findings;
  private final Badges badges;

  Checks(FindingTable findings, Badges badges) {
    this.findings = findings;
    this.badges = badges;
  }

  @Transactional
  public void lookAt(Collection<Long> claims) {
    if (claims.isEmpty()) return;
    Set<Long> doubts = new TreeSet<>(findings.lapse(claims));
    Set<Long> fresh = new TreeSet<>();
    Around around = findings.around(claims);
    Integer[] tiers = badges.tiers().toArray(Integer[]::new);
    for (Check check : Check.values()) {
      for (Touched touched : findings.run(check, around, tiers)) {
        doubts.add(touched.doubt());
        if (touched.fresh()) fresh.add(touched.doubt());
      }
    }
    if (!doubts.isEmpty()) findings.addUp(doubts, fresh);
  }
}
