package dz.linatatawwa.promotion;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.Campaigns;
import dz.linatatawwa.opportunities.State;
import dz.linatatawwa.organizations.Organizations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Campaigns as cards and posters tell them: from when to when, how many opportunities, who leads. */
@Component
class PromotedCampaigns implements Promotable {

  private final Campaigns campaigns;
  private final Organizations organizations;

  PromotedCampaigns(Campaigns campaigns, Organizations organizations) {
    this.campaigns = campaigns;
    this.organizations = organizations;
  }

  @Override
  public PromotedKind kind() {
    return PromotedKind.CAMPAIGNS;
  }

  @Override
  public Optional<Promoted> find(String id, Words words) {
    return Promotable.number(id).flatMap(number -> campaigns.find(new CampaignId(number))).filter(Campaign::shown).map(found -> promoted(found, words));
  }

  private Promoted promoted(Campaign it, Words words) {
    List<String> facts = new ArrayList<>();
    facts.add(it.state() == State.PUBLISHED ? words.dates(it.startsOn(), it.endsOn()) : words.text("promotion.over"));
    int opportunities = campaigns.progress(it.id()).opportunities();
    if (opportunities > 0) facts.add(words.text("promotion.opportunities", opportunities));
    organizations.find(it.organization()).ifPresent(body -> facts.add(Promotable.own(body.name(words.language()))));
    return new Promoted(kind(), it.id().value(), words.text("promotion.kind.campaigns"), it.title(), facts);
  }
}
