package dz.linatatawwa.remarks;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One remark, as it was written.
 *  @param struckAt when its author took it back; null: it stands */
public record Remark(long id, AccountId author, Instant at, String words, @Nullable Instant struckAt) {}
