package dz.linatatawwa.figures;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the ledger says to a question. Nothing is hidden here: who publishes it, hides small cells.
 *  @param asOf  everything that was in the ledger at this moment is counted, and nothing later
 *  @param total of the whole question
 *  @param parts by breakdown, in the order of their keys; only parts to which somebody gave */
public record Answer(Question question, Instant asOf, Totals total, Map<Breakdown, List<Part>> parts) {

  /** One part of a breakdown. */
  public record Part(String key, Totals totals) {}

  public Answer {
    parts = Map.copyOf(parts);
  }

  /** The parts of a breakdown; empty where nobody asked for it or where it says nothing of such a scope. */
  public List<Part> by(Breakdown breakdown) {
    return parts.getOrDefault(breakdown, List.of());
  }

  /** The same with these of its breakdowns. */
  Answer only(Set<Breakdown> by) {
    Map<Breakdown, List<Part>> some = new EnumMap<>(Breakdown.class);
    parts.forEach((breakdown, of) -> {
      if (by.contains(breakdown)) some.put(breakdown, of);
    });
    return new Answer(question, asOf, total, some);
  }
}
