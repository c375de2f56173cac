package dz.linatatawwa.means.web;

import dz.linatatawwa.means.Board;
import dz.linatatawwa.means.Means;
import dz.linatatawwa.means.Need;
import dz.linatatawwa.means.Needs;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignPageSection;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityPageSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Goods on public pages: beside people on a campaign's, once any are asked for; and on an opportunity's. */
@Component
class BoardOnPages implements CampaignPageSection, OpportunityPageSection {

  private final Means means;
  private final Needs needs;
  private final Fragments fragments;

  BoardOnPages(Means means, Needs needs, Fragments fragments) {
    this.means = means;
    this.needs = needs;
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(Campaign campaign, Page page) {
    List<Need> shown = needs.of(campaign.id()).stream().filter(Need::shown).toList();
    if (shown.isEmpty()) return Optional.empty();
    Board board = means.board(campaign.id());
    Board open = new Board(board.rows(), board.coming(), board.seats(), board.taken(), shown);
    return Optional.of(fragments.of(page, "means/board", "board", open, "today", needs.today(), "desk", ""));
  }

  @Override
  public Optional<Content> section(Opportunity opportunity, Page page) {
    List<Need> shown = needs.of(opportunity.id()).stream().filter(Need::shown).toList();
    return shown.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "means/ofWork", "needs", shown, "today", needs.today()));
  }
}
