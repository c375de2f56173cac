package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.volunteers.Volunteers;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which of those who write and are written to are minors, so that their guardians read along. */
@Component
public class YoungReaders {

  private final Volunteers volunteers;

  YoungReaders(Volunteers volunteers) {
    this.volunteers = volunteers;
  }

  /** Those of these conversations' volunteers. */
  public Set<AccountId> of(Collection<Conversation> conversations) {
    return conversations.isEmpty() ? Set.of() : volunteers.minors(conversations.stream().map(Conversation::volunteer).distinct().toList());
  }
}
