package dz.linatatawwa.archive;

import org.jspecify.annotations.Nullable;

/** Two operations that may be one.
 *  @param state  open, merged or different
 *  @param before how the one that stays was before the merging, as JSON */
public record Pair(OperationId a, OperationId b, int score, String state, @Nullable String before) {}
