package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A story, in one of its revisions.
 *  @param wilaya    null: the whole country
 *  @param field     code of {@code taxonomy.Field}; null: none
 *  @param teller    whose testimony it is; null for news, and once they left
 *  @param number    of the revision whose words these are
 *  @param newest    the revision that the media cell works on
 *  @param live      the revision that the public sees from {@code publishAt} on; null: never published
 *  @param told      whether whoever tells it agrees to the revision that is live; always so for news */
public record Story(StoryId id, StoryKind kind, @Nullable WilayaCode wilaya, @Nullable String field, @Nullable AccountId teller, StoryWords words, int number, int newest,
    @Nullable Integer live, @Nullable Instant publishAt, @Nullable Instant takenBackAt, @Nullable Instant withheldAt, boolean told, @Nullable AccountId madeBy, Instant changedAt) {

  /** How far it has come at this moment. */
  public StoryState state(Instant now) {
    if (withheldAt != null) return StoryState.WITHHELD;
    if (takenBackAt != null) return StoryState.BACK;
    if (publishAt == null) return StoryState.DRAFT;
    if (!told) return StoryState.SILENT;
    return publishAt.isAfter(now) ? StoryState.SCHEDULED : StoryState.SHOWN;
  }

  /** Whether there are newer words than those that are, or will be, public. */
  public boolean hasNews() {
    return live != null && newest > live;
  }

  /** When it was or will be published. @throws IllegalStateException for a draft */
  public Instant since() {
    if (publishAt == null) throw new IllegalStateException("story " + id + " is a draft");
    return publishAt;
  }
}
