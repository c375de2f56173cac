package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Slice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Institutions with an agreement: who they are, who acts for them, and what they have promised. */
@Component
public class Partners {

  private final PartnerTable table;
  private final AgreementTable agreements;
  private final Clock clock;

  Partners(PartnerTable table, AgreementTable agreements, Clock clock) {
    this.table = table;
    this.agreements = agreements;
    this.clock = clock;
  }

  /** A partner, whether the public sees it or not. */
  public Optional<Partner> find(PartnerId id) {
    return table.find(id);
  }

  /** The partners of many numbers, in one query; those that do not exist are left out. */
  public Map<PartnerId, Partner> findAll(Collection<PartnerId> ids) {
    return table.findAll(ids);
  }

  /** What this person is for a partner; nothing for everybody else. */
  public Optional<PartnerRole> role(AccountId person, PartnerId id) {
    return table.role(person, id);
  }

  /** Whether this person may do for a partner what needs this role. */
  public boolean mayActFor(AccountId person, PartnerId id, PartnerRole least) {
    return role(person, id).filter(role -> role.covers(least)).isPresent();
  }

  /** Everything that this person acts for, by name. */
  public List<Partner> ofMember(AccountId person) {
    return table.ofMember(person);
  }

  /** The owners and managers of a partner, owners first: the people to tell what concerns it. */
  public List<AccountId> managers(PartnerId id) {
    return table.managers(id);
  }

  /** The agreement under which a partner promises this on a day, the one that holds longest where there are several. For a page; what grants asks
   *  the view {@code partnerships.active_agreement} in its own statement. */
  public Optional<Agreement> active(PartnerId id, Promise promise, LocalDate day) {
    return agreements.active(id, promise, day).flatMap(found -> agreements.find(found, today()));
  }

  /** The number of the agreement under which a partner promises this today. */
  public Optional<AgreementId> covering(PartnerId id, Promise promise) {
    return agreements.active(id, promise, today());
  }

  /** The list that the public sees: partners with an agreement that holds today, by name. */
  public Slice<Partner> search(PartnerSearch search, int page) {
    return table.search(search, today(), page);
  }

  /** The partner of exactly this name, in either script. */
  public Optional<Partner> named(String name) {
    return table.named(name);
  }

  /** The day that it is in Algiers: agreements begin and end at its midnight. */
  public LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }
}
