package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done to a conversation besides writing: who of the organisation answers, ending it, wanting no more of it. What the organisation does stands in the audit log. */
@Service
public class ConversationDesk {

  private final ConversationTable table;
  private final BlockTable blocks;
  private final MessageNews news;
  private final Organizations organizations;
  private final Audit audit;
  private final Clock clock;

  ConversationDesk(ConversationTable table, BlockTable blocks, MessageNews news, Organizations organizations, Audit audit, Clock clock) {
    this.table = table;
    this.blocks = blocks;
    this.news = news;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /** Says who of the organisation answers.
   *  @param to null: whoever comes first
   *  @throws NotFound when that person does not run the organisation */
  @Transactional
  public void assign(AccountId by, Conversation one, @Nullable AccountId to) {
    OrganizationId organization = one.about().organization();
    if (to != null && !organizations.mayRun(to, organization)) throw new NotFound("organisation " + organization + " is not run by " + to);
    table.assign(one.number(), to);
    if (to != null && !to.equals(by)) news.assigned(one, to);
  }

  /** The organisation ends it; the volunteer reads why on its page.
   *  @return false when it was closed already */
  @Transactional
  public boolean close(AccountId by, Conversation one, Closing why) {
    boolean now = table.close(one.number(), why, by, clock.instant());
    if (now) note(by, "message.closed", one, why.code());
    return now;
  }

  /** @return false when it was open already */
  @Transactional
  public boolean reopen(AccountId by, Conversation one) {
    boolean now = table.reopen(one.number());
    if (now) note(by, "message.reopened", one, null);
    return now;
  }

  /** The organisation takes no more messages of this person, in no conversation; places and what is told about them stay as they are.
   *  @return false when it did not take them before */
  @Transactional
  public boolean block(AccountId by, Conversation one, BlockReason why) {
    boolean now = blocks.add(one.about().organization(), one.volunteer(), Side.ORGANIZATION, why, by, clock.instant());
    if (now) note(by, "message.blocked", one, why.code());
    return now;
  }

  /** @return false when it did not block them */
  @Transactional
  public boolean unblock(AccountId by, Conversation one) {
    boolean now = blocks.end(one.about().organization(), one.volunteer(), Side.ORGANIZATION, by, clock.instant());
    if (now) note(by, "message.unblocked", one, null);
    return now;
  }

  /** A volunteer wants no more messages and circulars of this organisation; what changes their next shift still reaches them. Nobody need say why.
   *  @return false when they said so before */
  @Transactional
  public boolean silence(AccountId volunteer, Conversation one) {
    return blocks.add(one.about().organization(), volunteer, Side.VOLUNTEER, null, volunteer, clock.instant());
  }

  /** @return false when they had not silenced it */
  @Transactional
  public boolean listen(AccountId volunteer, Conversation one) {
    return blocks.end(one.about().organization(), volunteer, Side.VOLUNTEER, volunteer, clock.instant());
  }

  private void note(AccountId by, String deed, Conversation one, @Nullable String code) {
    audit.note(by, deed, "conversation", Long.toString(one.number()), code, Map.of("organization", one.about().organization().value()));
  }
}
