package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.Notice;
import dz.linatatawwa.notices.Notices;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a guardian reads of a minor's messages: all of it. That the guardian answers for the minor is the caller's to have checked. */
@Component
public class GuardianReading {

  private static final int TOLD = 10;

  /** One conversation with a part of what was said in it.
   *  @param older whether these are older ones, asked for */
  public record Read(Conversation conversation, Stretch<Message> messages, boolean older) {}

  private final ConversationLists lists;
  private final MessageTable messages;
  private final Notices notices;

  GuardianReading(ConversationLists lists, MessageTable messages, Notices notices) {
    this.lists = lists;
    this.messages = messages;
    this.notices = notices;
  }

  /** The last spoken in first.
   *  @param older of this conversation the messages before {@code before}; empty: the newest of each */
  public List<Read> of(AccountId minor, String older, long before) {
    return lists.of(minor, "", Optional.empty()).rows().stream().map(one -> {
      boolean asked = one.id().toString().equals(older);
      return new Read(one, messages.of(one.number(), asked ? before : null), asked);
    }).toList();
  }

  /** The last that organisations told the minor together with all who come. */
  public List<Notice> told(AccountId minor) {
    return notices.ofKind(minor, CircularAudience.NOTICE, TOLD);
  }
}
