package dz.linatatawwa.teams.web;

import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityPageSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.Query;
import dz.linatatawwa.teams.Friends;
import dz.linatatawwa.teams.Invite;
import dz.linatatawwa.teams.ShownNames;
import dz.linatatawwa.teams.StandIns;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On an opportunity's page: by whom the visitor was invited, and seats that somebody would give. */
@Component
class TogetherOnOpportunity implements OpportunityPageSection {

  private final Friends friends;
  private final StandIns standIns;
  private final ShownNames names;
  private final Fragments fragments;

  TogetherOnOpportunity(Friends friends, StandIns standIns, ShownNames names, Fragments fragments) {
    this.friends = friends;
    this.standIns = standIns;
    this.names = names;
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(Opportunity opportunity, Page page) {
    Optional<Invite> invite = token(page).flatMap(friends::read).filter(found -> found.facts().opportunityId() == opportunity.id().value());
    int offered = standIns.count(opportunity);
    if (invite.isEmpty() && offered == 0) return Optional.empty();
    Object[] parameters = {"invite", invite.orElse(null), "by", invite.map(found -> names.toStranger(found.host(), page.words())).orElse(""),
        "offered", offered, "opportunity", opportunity.id().value()};
    return Optional.of(fragments.of(page, "teams/onOpportunity", parameters));
  }

  private static Optional<String> token(Page page) {
    return Query.of(page.query()).parts().stream().filter(part -> part.startsWith("with=")).map(part -> part.substring(5)).filter(token -> token.matches(WithPages.TOKEN)).findFirst();
  }
}
