package dz.linatatawwa.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times put right afterwards.
 *  @param out null while the person is still there
 *  @param reason why, 1 to 300 characters */
public record Times(Instant in, @Nullable Instant out, String reason) {}
