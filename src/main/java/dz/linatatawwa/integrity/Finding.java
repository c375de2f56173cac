package dz.linatatawwa.integrity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one check found.
 *  @param weight what it counts now
 *  @param then   what it counted when it was found
 *  @param facts  the figures of the case, by name
 *  @param closed cleared, settled or lapsed; null while it counts */
public record Finding(long id, Check check, int weight, int then, List<Long> claims, Map<String, Object> facts, Instant foundAt, @Nullable String closed) {

  public Finding {
    claims = List.copyOf(claims);
    facts = Map.copyOf(facts);
  }

  public boolean open() {
    return closed == null;
  }
}
