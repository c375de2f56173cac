package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one volunteer and one organisation write to each other, as one of the two sides sees it.
 *  @param number       inside the platform
 *  @param title        of the opportunity; empty: about nothing in particular
 *  @param lastSide     who spoke last
 *  @param lastWords    the beginning of it
 *  @param unread       what the side that looks has not read
 *  @param waitsSince   the volunteer's first message that nobody has answered; null: none waits
 *  @param assignee     who of the organisation answers; null: whoever comes first
 *  @param assigneeName empty: nobody
 *  @param closing      why it is closed; null: it is open */
public record Conversation(long number, ConversationId id, About about, LocalName organizationName, String title, AccountId volunteer, String volunteerName, Instant lastAt,
    Side lastSide, String lastWords, int unread, @Nullable Instant waitsSince, @Nullable AccountId assignee, String assigneeName, @Nullable Closing closing) {

  /** What it is called: the opportunity's title, or the organisation's name. */
  public String name(Language language) {
    return title.isEmpty() ? organizationName.in(language) : title;
  }

  /** Its page on the organisation's desk. */
  public String deskPath() {
    return "/organizations/" + about.organization() + "/desk/messages/" + id;
  }
}
