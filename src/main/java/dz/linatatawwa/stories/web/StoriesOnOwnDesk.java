package dz.linatatawwa.stories.web;

import dz.linatatawwa.accounts.OwnDeskPart;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.stories.Asked;
import dz.linatatawwa.stories.MediaCell;
import dz.linatatawwa.stories.ShownPeople;
import dz.linatatawwa.stories.ShownPerson;
import dz.linatatawwa.stories.Tellers;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stories on a person's own desk: what they are asked, and for the media cell the way to its own. */
@Component
class StoriesOnOwnDesk implements OwnDeskPart {

  private final MediaCell cell;
  private final Tellers tellers;
  private final ShownPeople people;
  private final Fragments fragments;

  StoriesOnOwnDesk(MediaCell cell, Tellers tellers, ShownPeople people, Fragments fragments) {
    this.cell = cell;
    this.tellers = tellers;
    this.people = people;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 36;
  }

  @Override
  public Optional<Content> section(SignedIn me, Page page) {
    long waiting = tellers.of(me.id()).stream().filter(Asked::open).count() + people.of(me.id()).stream().map(ShownPerson::asked).filter(Asked::open).count();
    return waiting == 0 ? Optional.empty() : Optional.of(fragments.of(page, "stories/onOwnDesk", "waiting", (int) waiting));
  }

  @Override
  public List<Link> links(SignedIn me, Page page) {
    List<Link> links = new ArrayList<>(List.of(new Link(page.text("stories.asked"), "/stories/asked", false)));
    if (cell.has(me)) links.add(new Link(page.text("stories.media"), "/media", false));
    return links;
  }
}
