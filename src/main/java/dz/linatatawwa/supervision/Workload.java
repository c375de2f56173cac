package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import org.jspecify.annotations.Nullable;

/** What one supervisor has to do and has done.
 *  @param open    in their hands
 *  @param overdue of these, longer than they should
 *  @param decided since Sunday
 *  @param median  minutes from opening a matter to their decision, half of those of the last thirty days take longer; null: they decided none
 *  @param away    whether they are away now */
public record Workload(AccountId person, int open, int overdue, int decided, @Nullable Integer median, boolean away) {}
