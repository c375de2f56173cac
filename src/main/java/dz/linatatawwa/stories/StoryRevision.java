package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One saving of a story. @param title in Arabic  @param by null: somebody who left */
public record StoryRevision(int number, String title, @Nullable AccountId by, Instant at) {}
