package dz.linatatawwa.opportunities;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Campaigns: named efforts that group opportunities, of one or of several organisations. */
@Service
public class Campaigns {

  /** An organisation that was invited to a campaign.
   *  @param joined whether it accepted */
  public record Guest(OrganizationId organization, boolean joined) {}

  /** How far a campaign has come: seats of all its shifts, past ones too. */
  public record Progress(int opportunities, int seats, int taken) {}

  private final CampaignTable table;
  private final Organizations organizations;
  private final Listings listings;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  Campaigns(CampaignTable table, Organizations organizations, Listings listings, Notices notices, Audit audit, Clock clock) {
    this.table = table;
    this.organizations = organizations;
    this.listings = listings;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  public Optional<Campaign> find(CampaignId id) {
    return table.find(id);
  }

  /** What the public sees: those that last first. */
  public Slice<Campaign> shown(int page) {
    return table.shown(page, LocalDate.now(clock.withZone(Words.ZONE)));
  }

  /** What the public sees, the newest first, part by part.
   *  @param before only those of a smaller number */
  public List<Campaign> shown(long before, int most) {
    return table.shown(before, most);
  }

  /** The published campaign that begins soonest; where none is to come, one that lasts. */
  public Optional<Campaign> next() {
    return table.next(LocalDate.now(clock.withZone(Words.ZONE)));
  }

  /** Its own, those it joined and those it was invited to, the latest first. */
  public List<Campaign> of(OrganizationId organization) {
    return table.of(organization);
  }

  /** Those under which an organisation may put opportunities now. */
  public List<Campaign> open(OrganizationId organization) {
    return of(organization).stream().filter(campaign -> campaign.state() == State.DRAFT || campaign.state() == State.PUBLISHED)
        .filter(campaign -> campaign.organization().equals(organization) || joined(campaign.id(), organization)).toList();
  }

  public List<Guest> guests(CampaignId id) {
    return table.guests(id);
  }

  public Progress progress(CampaignId id) {
    return table.progress(id);
  }

  /** Begins a campaign, as a draft, or says what is wrong. */
  @Transactional
  public Optional<CampaignId> begin(OrganizationId organization, CampaignForm form, Problems problems) {
    return form.read(problems).map(plan -> table.insert(organization, plan));
  }

  /** Changes what a campaign says, or says what is wrong. */
  @Transactional
  public Problems save(CampaignId id, CampaignForm form, AccountId by) {
    Problems problems = Problems.none();
    form.read(problems).ifPresent(plan -> {
      table.update(id, plan);
      audit.note(by, "campaign.changed", "campaign", id.value(), null);
      listings.refresh(table.opportunities(id));
    });
    return problems;
  }

  /** Shows it to everybody; only a verified organisation may.
   *  @return whether it is shown now */
  @Transactional
  public boolean publish(Campaign campaign, AccountId by) {
    if (campaign.state() == State.CANCELLED || campaign.state() == State.WITHHELD || !organizations.mayPublish(campaign.organization())) return false;
    table.state(campaign.id(), State.PUBLISHED);
    audit.note(by, "campaign.published", "campaign", campaign.id().value(), null);
    return true;
  }

  /** Ends it; its opportunities stand. */
  @Transactional
  public void close(Campaign campaign, AccountId by) {
    if (campaign.state() != State.PUBLISHED) return;
    table.state(campaign.id(), State.CLOSED);
    audit.note(by, "campaign.closed", "campaign", campaign.id().value(), null);
  }

  /** Invites another organisation to take part; the people who run it are told.
   *  @return whether it was invited now: verified, another one, and not invited before */
  @Transactional
  public boolean invite(Campaign campaign, OrganizationId guest) {
    Optional<Organization> invited = organizations.verified(guest).filter(found -> !found.id().equals(campaign.organization()));
    if (invited.isEmpty() || !table.invite(campaign.id(), guest)) return false;
    for (AccountId person : organizations.coordinators(guest)) {
      notices.tell(person, "campaign-invitation", "opportunities.campaign.invitation.title", "opportunities.campaign.invitation.body",
          "/organizations/" + guest + "/desk/campaigns", "campaign-" + campaign.id() + "-" + guest + "-" + person, campaign.title());
    }
    return true;
  }

  /** Accepts an invitation. @return whether there was one */
  @Transactional
  public boolean join(CampaignId id, OrganizationId guest) {
    return table.join(id, guest);
  }

  /** Turns an invitation down. */
  @Transactional
  public void decline(CampaignId id, OrganizationId guest) {
    table.decline(id, guest);
  }

  /** Whether it takes part as a guest. */
  public boolean joined(CampaignId id, OrganizationId organization) {
    return guests(id).stream().anyMatch(guest -> guest.joined() && guest.organization().equals(organization));
  }
}
