package dz.linatatawwa.messages.web;

import dz.linatatawwa.accounts.OwnDeskPart;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.messages.AwaitedBy;
import dz.linatatawwa.messages.Conversation;
import dz.linatatawwa.messages.Conversations;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Messages on a person's own desk: what they have not read, who waits for an answer of the organisations that they run, and the way to all. */
@Component
class MessagesOnOwnDesk implements OwnDeskPart {

  private static final int SHOWN = 3;

  private final Conversations conversations;
  private final Fragments fragments;
  private final Clock clock;

  MessagesOnOwnDesk(Conversations conversations, Fragments fragments, Clock clock) {
    this.conversations = conversations;
    this.fragments = fragments;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 5;
  }

  @Override
  public Optional<Content> section(SignedIn me, Page page) {
    List<Conversation> unread = conversations.unread(me.id(), SHOWN);
    List<AwaitedBy> awaited = conversations.awaited(me.id(), SHOWN);
    return unread.isEmpty() && awaited.isEmpty() ? Optional.empty()
        : Optional.of(fragments.of(page, "messages/onOwnDesk", "conversations", unread, "awaited", awaited, "now", clock.instant()));
  }

  @Override
  public List<Link> links(SignedIn me, Page page) {
    return List.of(new Link(page.text("messages.mine"), "/messages", false));
  }
}
