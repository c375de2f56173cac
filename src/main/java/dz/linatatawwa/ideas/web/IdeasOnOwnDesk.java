package dz.linatatawwa.ideas.web;

import dz.linatatawwa.accounts.OwnDeskPart;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.ideas.Idea;
import dz.linatatawwa.ideas.IdeaAnswers;
import dz.linatatawwa.ideas.IdeaSearch;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ideas on a person's own desk: their latest, and the way to all; for somebody in power the way to what waits for an answer. */
@Component
class IdeasOnOwnDesk implements OwnDeskPart {

  private static final int SHOWN = 3;

  private final IdeaSearch search;
  private final IdeaAnswers answers;
  private final Fragments fragments;

  IdeasOnOwnDesk(IdeaSearch search, IdeaAnswers answers, Fragments fragments) {
    this.search = search;
    this.answers = answers;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 35;
  }

  @Override
  public Optional<Content> section(SignedIn me, Page page) {
    List<Idea> own = search.of(me.id(), 1).rows().stream().filter(Idea::shown).limit(SHOWN).toList();
    return own.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "ideas/onOwnDesk", "ideas", own));
  }

  @Override
  public List<Link> links(SignedIn me, Page page) {
    List<Link> links = new ArrayList<>(List.of(new Link(page.text("ideas.mine"), "/ideas/mine", false)));
    if (!answers.power(me.id()).none()) links.add(new Link(page.text("ideas.answering"), "/ideas/answering", false));
    return links;
  }
}
