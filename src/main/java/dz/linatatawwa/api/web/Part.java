package dz.linatatawwa.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list.
 *  @param items at most {@code limit} */
record Part<T>(List<T> items, @Schema(description = "What to send as after for the next part; null: this was the last") @Nullable String next) {}
