package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.opportunities.CampaignForm;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityForm;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.Campaigns;
import dz.linatatawwa.opportunities.Publishing;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;

/** Ideas that organisations take up: an initiative becomes the draft of a campaign, a need that of an opportunity; given back, or finished with the picture of after. */
@Service
public class Adoptions {

  private final AdoptionTable table;
  private final IdeaTable ideas;
  private final IdeaSteps steps;
  private final IdeaAnswers answers;
  private final IdeaPictures pictures;
  private final Organizations organizations;
  private final Campaigns campaigns;
  private final Publishing publishing;
  private final Audit audit;
  private final Clock clock;

  Adoptions(AdoptionTable table, IdeaTable ideas, IdeaSteps steps, IdeaAnswers answers, IdeaPictures pictures, Organizations organizations, Campaigns campaigns,
      Publishing publishing, Audit audit, Clock clock) {
    this.table = table;
    this.ideas = ideas;
    this.steps = steps;
    this.answers = answers;
    this.pictures = pictures;
    this.organizations = organizations;
    this.campaigns = campaigns;
    this.publishing = publishing;
    this.audit = audit;
    this.clock = clock;
  }

  /** Who has an idea now. */
  public Optional<Adoption> of(IdeaId idea) {
    return table.living(idea);
  }

  /** Who has each of these ideas now. */
  public Map<IdeaId, Adoption> of(Collection<IdeaId> those) {
    return table.living(those);
  }

  /** The idea that a campaign was made of, while people see it. */
  public Optional<Idea> behind(CampaignId campaign) {
    return table.of(campaign).flatMap(adoption -> ideas.find(adoption.idea())).filter(Idea::shown);
  }

  /** The idea that an opportunity was made of, while people see it. */
  public Optional<Idea> behind(OpportunityId opportunity) {
    return table.of(opportunity).flatMap(adoption -> ideas.find(adoption.idea())).filter(Idea::shown);
  }

  /** Takes an idea up for an organisation that this person runs: of two at once one has it.
   *  @param from first day of the campaign, as typed; not read for a need
   *  @param to   its last day */
  @Transactional
  public Adopted adopt(AccountId person, OrganizationId organization, IdeaId id, String from, String to) {
    organizations.runBy(person, organization);
    Idea idea = ideas.lock(id).filter(found -> found.shown() && found.told().kind() != IdeaKind.IMPROVEMENT).orElseThrow(() -> new NotFound("idea " + id));
    if (!organizations.mayPublish(organization)) return new Adopted.Unverified();
    if (!idea.adoptable() || table.living(id).isPresent()) return new Adopted.TooLate();
    Problems problems = Problems.none();
    CampaignId campaign = null;
    OpportunityId opportunity = null;
    if (idea.told().kind() == IdeaKind.INITIATIVE) campaign = campaigns.begin(organization, campaign(idea, from, to), problems).orElse(null);
    else opportunity = publishing.draft(organization, opportunity(idea), problems, person).orElse(null);
    if (problems.any()) return new Adopted.Unfit(problems.all().getFirst().field(), problems.all().getFirst().key());
    table.insert(id, organization, campaign, opportunity, person, clock.instant());
    steps.move(id, IdeaState.PLANNED, null, "", person, organization);
    audit.note(person, "idea.adopted", "idea", id.toString(), null, Map.of("organization", organization.value()));
    return new Adopted.Done(table.living(id).orElseThrow());
  }

  private static CampaignForm campaign(Idea idea, String from, String to) {
    return new CampaignForm(idea.told().title(), idea.told().about(), from, to);
  }

  private static OpportunityForm opportunity(Idea idea) {
    Proposal told = idea.told();
    LinkedMultiValueMap<String, String> start = new LinkedMultiValueMap<>();
    start.add("title", told.title());
    start.add("description", told.about());
    start.add("field", told.field() == null ? "" : told.field());
    start.add("wilaya", told.wilaya() == null ? "" : told.wilaya().value());
    start.add("commune", told.commune() == null ? "" : told.commune().value());
    start.add("address", told.spot() == null ? "" : told.spot().lat() + ", " + told.spot().lon());
    start.add("minAge", "16");
    return OpportunityForm.read(start);
  }

  /** Gives an idea back, so that another may take it up; what was made of it stays the organisation's.
   *  @throws NotFound for whoever neither runs the organisation nor answers the idea */
  @Transactional
  public boolean giveBack(AccountId person, IdeaId id) {
    Adoption before = table.living(id).orElseThrow(() -> new NotFound("adoption of idea " + id));
    Idea idea = ideas.find(id).orElseThrow();
    boolean runs = organizations.mayRun(person, before.organization());
    if (!runs && !answers.may(person, idea)) throw new NotFound("idea " + id + " is foreign to " + person);
    idea = ideas.lock(id).orElseThrow();
    if (idea.state() == IdeaState.DONE || table.living(id).filter(before::equals).isEmpty()) return false;
    table.end(before.id(), person, clock.instant());
    steps.move(id, steps.before(id), null, "", person, before.organization());
    audit.note(person, "idea.given-back", "idea", id.toString(), null, Map.of("organization", before.organization().value()));
    return true;
  }

  /** Says that it is done, for the organisation that has it; a need is shown as it is now.
   *  @param after a picture of this person's that waits; null for an initiative
   *  @param alt   what is to be seen on it */
  @Transactional
  public Adopted finish(AccountId person, IdeaId id, @org.jspecify.annotations.Nullable FileId after, String alt, String words) {
    Adoption adoption = table.living(id).filter(found -> organizations.mayRun(person, found.organization())).orElseThrow(() -> new NotFound("idea " + id + " is foreign to " + person));
    Idea idea = ideas.lock(id).orElseThrow();
    if (!idea.shown() || idea.state() != IdeaState.PLANNED || table.living(id).filter(adoption::equals).isEmpty()) return new Adopted.TooLate();
    if (words.length() < 10) return new Adopted.Unfit("answer", "ideas.problem.answer");
    if (words.length() > 2000) return new Adopted.Unfit("answer", "ideas.problem.answerLong");
    boolean need = idea.told().kind() == IdeaKind.NEED;
    if (need && (after == null || !pictures.give(person, after, id, IdeaPictures.Moment.AFTER, alt))) return new Adopted.Unfit("picture", "ideas.problem.after");
    steps.move(id, IdeaState.DONE, null, words, person, adoption.organization());
    audit.note(person, "idea.done", "idea", id.toString(), null, Map.of("organization", adoption.organization().value()));
    return new Adopted.Done(adoption);
  }

  /** An idea that was taken away is nobody's any more. */
  void endFor(Idea idea, AccountId by) {
    table.living(idea.id()).ifPresent(adoption -> table.end(adoption.id(), by, clock.instant()));
  }
}
