package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.Announcement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an organisation told its people.
 *  @param reachName title of the opportunity or the campaign
 *  @param startsAt  of the shift; null: not for one shift
 *  @param everybody also for those whose shifts are over
 *  @param people    whom it reached when it was written
 *  @param author    who wrote it; "—" once they have left
 *  @param text      its words, and how far it has come */
public record Circular(long id, Reach reach, String reachName, @Nullable Instant startsAt, boolean everybody, boolean urgent, int people, Instant madeAt, AccountId by, String author,
    Announcement text) {}
