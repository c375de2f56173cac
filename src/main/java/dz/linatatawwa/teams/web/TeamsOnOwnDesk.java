package dz.linatatawwa.teams.web;

import dz.linatatawwa.accounts.OwnDeskPart;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.teams.Team;
import dz.linatatawwa.teams.Teams;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Teams on a person's own desk: the way to them, and captains whom somebody waits for. */
@Component
class TeamsOnOwnDesk implements OwnDeskPart {

  private final Teams teams;
  private final Fragments fragments;

  TeamsOnOwnDesk(Teams teams, Fragments fragments) {
    this.teams = teams;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 33;
  }

  @Override
  public Optional<Content> section(SignedIn me, Page page) {
    List<Team> own = teams.of(me.id());
    return own.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "teams/onOwnDesk", "teams", own, "joined", teams.joined(me.id()), "me", me.id()));
  }

  @Override
  public List<Link> links(SignedIn me, Page page) {
    return List.of(new Link(page.text("teams.title"), "/teams", false));
  }
}
