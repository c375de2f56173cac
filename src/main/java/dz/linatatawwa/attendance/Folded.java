package dz.linatatawwa.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the deeds of one person in one shift come to.
 *  @param effects what each deed did, by key */
record Folded(@Nullable Moment in, @Nullable Moment out, @Nullable Moment absent, Map<String, Effect> effects,
    List<Contradiction> contradictions) {

  /** A mark that stands, and the deed that made it. */
  record Moment(Instant at, long by, String key, boolean twoSided, boolean paper) {}

  /** What a deed did. */
  enum Effect { DONE, ALREADY, CONFLICT, WAITS, UNDONE }

  /** A where both marks are proved by both sides, C where one of them is from paper, else B. */
  char grade() {
    if ((in != null && in.paper()) || (out != null && out.paper())) return 'C';
    return in != null && out != null && in.twoSided() && out.twoSided() ? 'A' : 'B';
  }

  boolean came() {
    return in != null;
  }

  Effect effect(String key) {
    return Objects.requireNonNull(effects.get(key));
  }

  /** The contradiction that this deed lost. */
  Optional<Contradiction> lost(String key) {
    return contradictions.stream().filter(c -> c.key().equals(key)).findFirst();
  }
}
