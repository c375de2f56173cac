package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Seat;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Goods that organisations need. Who may ask for them is the caller's to check (the desk does). */
@Service
public class Needs {

  /** Needs of one organisation that are asked for at one time, at most. */
  public static final int MOST = 200;

  private final NeedTable table;
  private final PledgeTable pledges;
  private final Opportunities opportunities;
  private final MeansTidings tidings;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Needs(NeedTable table, PledgeTable pledges, Opportunities opportunities, MeansTidings tidings, Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.pledges = pledges;
    this.opportunities = opportunities;
    this.tidings = tidings;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Asks for goods. They are needed where the opportunity takes place, else where the organisation is at home.
   *  @return nothing when it asks for as many as it may */
  @Transactional
  public Optional<NeedId> ask(Organization organization, For purpose, Wanted wanted, AccountId by) {
    if (table.countOpen(organization.id()) >= MOST) return Optional.empty();
    Seat seat = organization.profile().seat();
    Opportunity place = purpose instanceof For.OfOpportunity(var id) ? opportunities.find(id).filter(found -> found.wilaya() != null).orElse(null) : null;
    events.publishEvent(new PublicPagesChanged());
    if (place != null && place.wilaya() != null) return Optional.of(table.insert(organization.id(), purpose, wanted, place.wilaya(), place.commune(), by));
    return Optional.of(table.insert(organization.id(), purpose, wanted, seat.wilaya(), seat.commune(), by));
  }

  /** Changes what is asked for.
   *  @return the least target that may be asked for, where the new one is below what people have promised; nothing when it is changed */
  @Transactional
  public Optional<Integer> change(NeedId id, Wanted wanted) {
    Need before = table.lock(id).orElseThrow(() -> new NotFound("need " + id));
    if (!wanted.surplus() && wanted.target() < before.promised()) return Optional.of(before.promised());
    table.update(id, wanted);
    events.publishEvent(new PublicPagesChanged());
    return Optional.empty();
  }

  /** Asks for it no more. Whoever promised some and has not brought it is told that it need not be brought.
   *  @param by null: the platform itself, after the opportunity was called off */
  @Transactional
  public void close(NeedId id, @Nullable AccountId by) {
    Need need = table.lock(id).orElseThrow(() -> new NotFound("need " + id));
    if (need.closed() != null) return;
    table.close(id, by == null ? "cancelled" : need.delivered() >= need.wanted().target() ? "enough" : "over", by);
    audit.note(by, "need.closed", "need", id.value(), null);
    for (Pledge pledge : pledges.waiting(id)) {
      pledges.end(pledge.id(), "closed", by);
      tidings.closed(need, pledge);
    }
    events.publishEvent(new PublicPagesChanged());
  }

  /** Asks for it again; promises that ended stay ended. */
  @Transactional
  public void reopen(NeedId id) {
    table.reopen(id);
    events.publishEvent(new PublicPagesChanged());
  }

  public Optional<Need> find(NeedId id) {
    return table.find(id);
  }

  /** One of this organisation's.
   *  @throws NotFound for another's */
  public Need own(OrganizationId organization, NeedId id) {
    return table.find(id).filter(found -> found.organization().equals(organization)).orElseThrow(() -> new NotFound("need " + id + " of " + organization));
  }

  /** An organisation's own list. @param open those that are asked for, else those that are not any more */
  public Slice<Need> of(OrganizationId organization, boolean open, int page) {
    return table.of(organization, open, page);
  }

  /** What everybody may promise something of, the soonest first. @param wilaya null: everywhere */
  public Slice<Need> offered(@Nullable WilayaCode wilaya, int page) {
    return table.offered(wilaya, today(), page);
  }

  /** Of the campaign itself and of its opportunities; those asked for first, at most 60. */
  public List<Need> of(CampaignId campaign) {
    return table.of(campaign);
  }

  /** Of one opportunity; those asked for first, at most 60. */
  public List<Need> of(OpportunityId opportunity) {
    return table.of(opportunity);
  }

  /** Asked for by an organisation for its work as a whole; at most 12. */
  public List<Need> ofBody(OrganizationId organization) {
    return table.ofBody(organization, today());
  }

  /** What the organisation asks for on a day of this opportunity: for it or for its campaign. */
  public List<Need> ofDay(OrganizationId organization, OpportunityId opportunity) {
    return table.ofDay(organization, opportunity);
  }

  public LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }
}
