package dz.linatatawwa.entrances;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person's account at an institution, linked to theirs here.
 *  @param email  as the institution said it last; null: it said none
 *  @param usedAt null: never yet */
public record OwnIdentity(EntranceId entrance, @Nullable String email, Instant linkedAt, @Nullable Instant usedAt) {}
