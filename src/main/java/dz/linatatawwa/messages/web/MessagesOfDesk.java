package dz.linatatawwa.messages.web;

import dz.linatatawwa.messages.Conversations;
import dz.linatatawwa.messages.DeskLoad;
import dz.linatatawwa.organizations.DeskSection;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Messages on an organisation's desk: the tab, and on its first page how many wait for an answer. */
@Component
class MessagesOfDesk implements DeskSection {

  private final Conversations conversations;
  private final Fragments fragments;
  private final Clock clock;

  MessagesOfDesk(Conversations conversations, Fragments fragments, Clock clock) {
    this.conversations = conversations;
    this.fragments = fragments;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 25;
  }

  @Override
  public String labelKey() {
    return "messages.desk.tab";
  }

  @Override
  public String path() {
    return "/messages";
  }

  @Override
  public Optional<Content> section(Organization organization, Role role, Page page) {
    DeskLoad load = conversations.load(organization.id());
    return load.waiting() == 0 || !role.runs() ? Optional.empty()
        : Optional.of(fragments.of(page, "messages/onDesk", "load", load, "desk", "/organizations/" + organization.id() + "/desk/messages", "now", clock.instant()));
  }
}
