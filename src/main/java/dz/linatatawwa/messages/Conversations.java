package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The face of the room: what volunteers and organisations have written to each other, as each side sees its own. */
@Service
public class Conversations {

  private final ConversationTable table;
  private final ConversationLists lists;
  private final MessageTable messages;
  private final BlockTable blocks;

  Conversations(ConversationTable table, ConversationLists lists, MessageTable messages, BlockTable blocks) {
    this.table = table;
    this.lists = lists;
    this.messages = messages;
    this.blocks = blocks;
  }

  /** A volunteer's own, the last spoken in first, twenty at a time.
   *  @param words of the opportunity or the organisation; may be empty */
  public Stretch<Conversation> of(AccountId volunteer, String words, Optional<Bookmark> from) {
    return lists.of(volunteer, words, from);
  }

  /** A volunteer's own with something unread, the latest first. */
  public List<Conversation> unread(AccountId volunteer, int most) {
    return lists.unread(volunteer, most);
  }

  /** In how many of a volunteer's own something is unread. */
  public int unread(AccountId volunteer) {
    return lists.unread(volunteer);
  }

  /** What an organisation's desk shows, twenty at a time. That the person who looks runs it is the caller's to have checked. */
  public Stretch<Conversation> of(OrganizationId organization, DeskFilter filter, Optional<Bookmark> from) {
    return lists.of(organization, filter, from);
  }

  /** Of the organisations that somebody runs, those in which a volunteer waits for an answer, the longest first.
   *  @param most organisations */
  public List<AwaitedBy> awaited(AccountId runner, int most) {
    return lists.awaited(runner, most);
  }

  /** Who waits, and how long an answer usually takes. */
  public DeskLoad load(OrganizationId organization) {
    return lists.load(organization);
  }

  /** One of a volunteer's own.
   *  @throws NotFound for everybody else's */
  public Conversation own(AccountId volunteer, ConversationId id) {
    return table.find(id, Side.VOLUNTEER).filter(one -> one.volunteer().equals(volunteer)).orElseThrow(() -> new NotFound("conversation " + id + " is foreign to " + volunteer));
  }

  /** One of an organisation's.
   *  @throws NotFound for another's */
  public Conversation of(OrganizationId organization, ConversationId id) {
    return table.find(id, Side.ORGANIZATION).filter(one -> one.about().organization().equals(organization))
        .orElseThrow(() -> new NotFound("conversation " + id + " is not with " + organization));
  }

  /** The one that has begun about something, as this side sees it. */
  public Optional<Conversation> about(About about, AccountId volunteer, Side side) {
    return table.find(about, volunteer, side);
  }

  /** What was said, fifty at a time, the oldest first; it goes on with what is older.
   *  @param before only what is older than this number; null: the newest */
  public Stretch<Message> messages(Conversation one, @Nullable Long before) {
    return messages.of(one.number(), before);
  }

  /** Everything in it was seen by one side: it counts as unread for that side no more. The other side is not told. */
  @Transactional
  public void seen(Conversation one, Side by) {
    table.read(one.number(), by);
  }

  /** Why the organisation takes no more messages of this person; nothing when it does. */
  public Optional<BlockReason> blockedBy(OrganizationId organization, AccountId volunteer) {
    return blocks.reason(organization, volunteer);
  }

  /** Whether one side wants no messages of the other. */
  public boolean blocks(OrganizationId organization, AccountId volunteer, Side side) {
    return blocks.blocks(organization, volunteer, side);
  }
}
