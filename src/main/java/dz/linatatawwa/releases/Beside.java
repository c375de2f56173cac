package dz.linatatawwa.releases;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a release says that does not stand in the ledger, as it was when the release was made; kept with it, so that it can be recomputed.
 *  @param ramadan    days of Ramadan by month, 2026-03
 *  @param minimum    minimum wage of an hour in dinars by month
 *  @param texts      the decrees that set it
 *  @param wages      wage of an hour by group of ISCO-08, of any length; empty while none is loaded
 *  @param population people of fifteen and over by sex and wilaya: {@code T}, {@code F|16}; empty while none is loaded
 *  @param excluded   minutes that were attended and are not counted, by reason
 *  @param counts     of organisations, opportunities, places; by indicator
 *  @param materials  used, by kind and unit
 *  @param pledges    promised and brought, by unit; none in editions that were made before promises were kept
 *  @param hidden     keys of cells that the edition did not show
 *  @param others     editions that shared days with it when it was made, as their files are named */
record Beside(SortedMap<String, Integer> ramadan, SortedMap<String, BigDecimal> minimum, List<String> texts, SortedMap<String, BigDecimal> wages, List<String> wageSources,
    SortedMap<String, Long> population, @Nullable Integer populationYear, List<String> populationSources, @Nullable BigDecimal product, List<String> productSources,
    SortedMap<String, Long> excluded, SortedMap<String, BigDecimal> counts, List<Material> materials, List<Pledge> pledges, List<String> hidden,
    @Nullable List<String> others) {

  /** Goods of closed days.
   *  @param unit     code of what is counted
   *  @param used     up
   *  @param returned brought back */
  record Material(String unit, long used, long returned) {}

  /** Goods that were promised and brought in the quarter.
   *  @param unit      code of what is counted
   *  @param pledged   as far as promises stand or were kept
   *  @param delivered whenever it was promised */
  record Pledge(String unit, long pledged, long delivered) {}

  Beside {
    ramadan = new TreeMap<>(ramadan);
    minimum = new TreeMap<>(minimum);
    wages = new TreeMap<>(wages);
    population = new TreeMap<>(population);
    excluded = new TreeMap<>(excluded);
    counts = new TreeMap<>(counts);
    texts = List.copyOf(texts);
    wageSources = List.copyOf(wageSources);
    populationSources = List.copyOf(populationSources);
    productSources = List.copyOf(productSources);
    materials = List.copyOf(materials);
    pledges = List.copyOf(Objects.requireNonNullElse(pledges, List.of()));
    hidden = List.copyOf(hidden);
    others = others == null ? List.of() : List.copyOf(others);
  }

  Beside hiding(java.util.Collection<String> keys) {
    return new Beside(ramadan, minimum, texts, wages, wageSources, population, populationYear, populationSources, product, productSources, excluded, counts, materials,
        pledges, keys.stream().sorted().toList(), others);
  }

  /** The same with other numbers of what stands in no ledger. */
  Beside saying(SortedMap<String, Long> minutes, SortedMap<String, BigDecimal> numbers) {
    return new Beside(ramadan, minimum, texts, wages, wageSources, population, populationYear, populationSources, product, productSources, minutes, numbers, materials, pledges, hidden,
        others);
  }

  /** The same, made beside these editions. */
  Beside among(List<Edition> editions) {
    return new Beside(ramadan, minimum, texts, wages, wageSources, population, populationYear, populationSources, product, productSources, excluded, counts, materials, pledges, hidden,
        editions.stream().map(Edition::fileName).toList());
  }

  /** File names of the editions that it was made beside; none where it was made before years were released. */
  List<String> madeBeside() {
    return others == null ? List.of() : others;
  }

  boolean hasRates() {
    return !population.isEmpty();
  }

  /** The wage of the longest known beginning of a group. */
  @Nullable BigDecimal wage(String isco) {
    for (int length = isco.length(); length > 0; length--) {
      BigDecimal found = wages.get(isco.substring(0, length));
      if (found != null) return found;
    }
    return null;
  }
}
