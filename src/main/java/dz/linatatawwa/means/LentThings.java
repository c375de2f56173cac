package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Things that organisations lend. Who may write is the caller's to check (the desk does). */
@Service
public class LentThings {

  /** So many labels at a time: ten sheets. */
  public static final int MOST_LABELS = 240;

  private final ThingTable table;
  private final Audit audit;
  private final Clock clock;
  private final SecureRandom chance = new SecureRandom();

  LentThings(ThingTable table, Audit audit, Clock clock) {
    this.table = table;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes a thing in, with a code of its own for its label. It is kept where the organisation is at home. */
  @Transactional
  public ThingId add(Organization organization, ThingWords words, Wear wear, AccountId by) {
    for (int i = 0; i < 20; i++) {
      Optional<ThingId> made = table.insert(organization.id(), words, wear, ThingCode.make(chance), organization.profile().seat(), by);
      if (made.isPresent()) return made.get();
    }
    throw new IllegalStateException("twenty codes of things were taken");
  }

  @Transactional
  public void change(ThingId id, ThingWords words, Wear wear) {
    table.update(id, words, wear);
  }

  /** Lends it no more, or again; who has it brings it back as agreed. */
  @Transactional
  public void withdraw(ThingId id, boolean withdrawn, AccountId by) {
    table.withdraw(id, withdrawn, by);
    audit.note(by, withdrawn ? "thing.withdrawn" : "thing.returned", "thing", id.value(), null);
  }

  /** One of this organisation's.
   *  @throws NotFound for another's */
  public Thing own(OrganizationId organization, ThingId id) {
    return find(id).filter(found -> found.organization().equals(organization)).orElseThrow(() -> new NotFound("thing " + id + " of " + organization));
  }

  /** One that another organisation lends to all.
   *  @throws NotFound for everything else */
  public Thing lent(OrganizationId borrower, ThingId id) {
    return find(id).filter(found -> found.words().forAll() && !found.withdrawn() && !found.organization().equals(borrower))
        .orElseThrow(() -> new NotFound("thing " + id + " is not lent to " + borrower));
  }

  public Optional<Thing> find(ThingId id) {
    return table.find(id, clock.instant());
  }

  public Optional<Thing> byCode(ThingCode code) {
    return table.byCode(code, clock.instant());
  }

  /** Its own, by name, twenty a page. @param kind null: of every kind */
  public Slice<Thing> of(OrganizationId organization, @Nullable ThingKind kind, int page) {
    return table.of(organization, kind, ThingTable.PAGE, page, clock.instant());
  }

  /** Those of its own that labels are printed for. @param ids none: all, as many as go on ten sheets */
  public List<Thing> forLabels(OrganizationId organization, Collection<Long> ids) {
    if (ids.isEmpty()) return table.of(organization, null, MOST_LABELS, 1, clock.instant()).rows().stream().filter(thing -> !thing.withdrawn()).toList();
    return table.findAll(organization, ids.stream().limit(MOST_LABELS).toList(), clock.instant());
  }

  /** What others lend and is free in a time. */
  public Slice<Thing> offered(OrganizationId to, Offered asked, int page) {
    return table.offered(to, asked, page, clock.instant());
  }
}
