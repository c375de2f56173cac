package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.daybook.Keys;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Promises of goods: made, taken back, released. However many promise at once, no more is promised than is wanted. */
@Service
public class Pledging {

  /** Promises of one person that wait, at most. */
  public static final int MOST = 40;

  private final PledgeTable table;
  private final NeedTable needs;
  private final Organizations organizations;
  private final Partners partners;
  private final Volunteers volunteers;
  private final MeansTidings tidings;
  private final Needs all;
  private final Audit audit;

  Pledging(PledgeTable table, NeedTable needs, Organizations organizations, Partners partners, Volunteers volunteers, MeansTidings tidings, Needs all, Audit audit) {
    this.table = table;
    this.needs = needs;
    this.organizations = organizations;
    this.partners = partners;
    this.volunteers = volunteers;
    this.tidings = tidings;
    this.all = all;
    this.audit = audit;
  }

  /** Promises some of a need, once for the key.
   *  @param giver   one that this person acts for; everything else is missing
   *  @param amount  1 to {@value Wanted#MOST}
   *  @param bringOn from today to the need's last day
   *  @throws NotFound for a need that the public does not see */
  @Transactional
  public Pledged pledge(AccountId by, NeedId id, Giver giver, String key, int amount, LocalDate bringOn, String note) {
    if (!Keys.fit(key)) throw new NotFound("not a key");
    if (!mayActFor(by, giver)) throw new NotFound(giver + " for " + by);
    Need need = needs.lock(id).filter(Need::shown).orElseThrow(() -> new NotFound("need " + id));
    Optional<Pledge> before = table.byKey(key);
    if (before.isPresent()) return again(before.get(), by, id);
    if (!need.open(all.today())) return new Pledged.Over();
    if (need.organization().value() == (giver.organization() == null ? 0 : giver.organization())) return new Pledged.Own();
    if (volunteers.minors(List.of(by)).contains(by)) return new Pledged.Minor();
    if (table.countWaiting(by) >= MOST) return new Pledged.TooMany(MOST);
    if (!need.wanted().surplus() && amount > need.left()) return new Pledged.TooMuch(need.left());
    long pledge = table.insert(id, by, giver, key, amount, bringOn, note);
    tidings.pledged(need, table.find(pledge).orElseThrow());
    return new Pledged.Made(pledge);
  }

  private static Pledged again(Pledge before, AccountId by, NeedId need) {
    if (!before.by().equals(by) || !before.need().equals(need)) throw new NotFound("a key of somebody else");
    return new Pledged.Made(before.id());
  }

  /** Takes back what is not brought yet: others may promise it.
   *  @return false when nothing was expected any more
   *  @throws NotFound for everybody but who promised it */
  @Transactional
  public boolean withdraw(AccountId by, long id) {
    Pledge pledge = locked(own(by, id));
    if (!pledge.waits()) return false;
    table.end(id, "withdrawn", by);
    return true;
  }

  /** Promises anew what was taken back, as long as it is still wanted. */
  @Transactional
  public Pledged renew(AccountId by, long id) {
    Pledge seen = own(by, id);
    Need need = needs.lock(seen.need()).orElseThrow();
    Pledge pledge = table.find(id).orElseThrow();
    if (pledge.endedWhy() == null) return new Pledged.Made(id);
    if (!pledge.endedWhy().equals("withdrawn") || !need.open(all.today())) return new Pledged.Over();
    int rest = Math.max(0, pledge.amount() - pledge.delivered());
    if (!need.wanted().surplus() && rest > need.left()) return new Pledged.TooMuch(need.left());
    table.begin(id);
    return new Pledged.Made(id);
  }

  /** The organisation expects it no more: it did not come. Who promised it is told.
   *  @return false when nothing was expected any more */
  @Transactional
  public boolean release(Need of, long id, AccountId by) {
    Pledge pledge = locked(table.find(id).filter(found -> found.need().equals(of.id())).orElseThrow(() -> new NotFound("pledge " + id + " of need " + of.id())));
    if (!pledge.waits()) return false;
    table.end(id, "released", by);
    audit.note(by, "pledge.released", "pledge", id, null);
    tidings.released(of, pledge);
    return true;
  }

  /** All of a need, for its organisation; those that wait first. */
  public List<Pledge> of(NeedId need) {
    return table.of(need);
  }

  /** What is expected for these needs, and what was brought of it on this shift's screen. */
  public List<Pledge> ofDay(Collection<NeedId> wanted, long shift) {
    return table.ofDay(wanted, shift);
  }

  /** What this person promised, the newest first. */
  public Slice<Pledge> by(AccountId person, int page) {
    return table.by(person, page);
  }

  /** How many promises of this person wait. */
  public int waiting(AccountId person) {
    return table.countWaiting(person);
  }

  private boolean mayActFor(AccountId by, Giver giver) {
    return switch (giver) {
      case Giver.Person person -> true;
      case Giver.Body(OrganizationId id) -> organizations.mayRun(by, id);
      case Giver.Institution(PartnerId id) -> partners.mayActFor(by, id, PartnerRole.MANAGER);
    };
  }

  private Pledge own(AccountId by, long id) {
    return table.find(id).filter(found -> found.by().equals(by)).orElseThrow(() -> new NotFound("pledge " + id + " of " + by));
  }

  /** As it stands once nobody else changes its need. */
  private Pledge locked(Pledge seen) {
    needs.hold(seen.need());
    return table.find(seen.id()).orElseThrow();
  }
}
