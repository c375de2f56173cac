package dz.linatatawwa.places;

import dz.linatatawwa.language.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;

/** Finds places by what people type: any known spelling, its beginning, or a spelling with a small slip. */
final class Gazetteer {

  private static final int SHORTEST_BEGINNING = 2;
  private static final int SHORTEST_WITH_A_SLIP = 4;
  private static final int LONG_ENOUGH_FOR_TWO_SLIPS = 9;

  /** A wilaya before a commune, and each by its code, so that the answer is the same each time. */
  private static final Comparator<Place> WILAYAS_FIRST = Comparator.comparing(place -> switch (place) {
    case Wilaya wilaya -> wilaya.code().value();
    case Commune commune -> "c" + commune.code().value();
  });

  private final Map<String, SequencedSet<Place>> bySpelling = new HashMap<>();
  private final Map<String, SequencedSet<Place>> byTight = new HashMap<>();

  /** The order of adding is the order of finding: wilayas first. */
  void add(String folded, Place place) {
    bySpelling.computeIfAbsent(folded, s -> new LinkedHashSet<>()).add(place);
    byTight.computeIfAbsent(key(folded), s -> new LinkedHashSet<>()).add(place);
  }

  /** Places that are written exactly so, apart from marks, spaces and the article. */
  Set<Place> named(String typed) {
    String folded = Folding.fold(typed);
    SequencedSet<Place> found = new LinkedHashSet<>(bySpelling.getOrDefault(folded, new LinkedHashSet<>()));
    if (found.isEmpty() && !folded.isEmpty()) found.addAll(byTight.getOrDefault(key(folded), new LinkedHashSet<>()));
    return found;
  }

  /** Best first: exact, then what begins so, then what differs by a letter or two. */
  List<Place> find(String typed, int most) {
    SequencedSet<Place> found = new LinkedHashSet<>(named(typed));
    String key = key(Folding.fold(typed));
    if (key.length() >= SHORTEST_BEGINNING) found.addAll(beginning(key));
    if (found.isEmpty() && key.length() >= SHORTEST_WITH_A_SLIP) found.addAll(withSlips(key));
    return found.stream().limit(most).toList();
  }

  private List<Place> beginning(String key) {
    List<Place> found = new ArrayList<>();
    byTight.forEach((spelling, places) -> { if (spelling.startsWith(key)) found.addAll(places); });
    found.sort(WILAYAS_FIRST);
    return found;
  }

  private List<Place> withSlips(String key) {
    int allowed = key.length() >= LONG_ENOUGH_FOR_TWO_SLIPS ? 2 : 1;
    List<SequencedSet<Place>> byDistance = List.of(new LinkedHashSet<>(), new LinkedHashSet<>());
    byTight.forEach((spelling, places) -> {
      int distance = Slips.between(key, spelling, allowed);
      if (distance >= 1 && distance <= allowed) byDistance.get(distance - 1).addAll(places);
    });
    List<Place> found = new ArrayList<>();
    byDistance.forEach(equallyNear -> equallyNear.stream().sorted(WILAYAS_FIRST).forEach(found::add));
    return found;
  }

  /** Without spaces, and without the article: people write both جلفة and الجلفة, El Oued and Oued. */
  private static String key(String folded) {
    String tight = folded.replace(" ", "");
    if (tight.startsWith("ال") && tight.length() > 4) return tight.substring(2);
    if (folded.startsWith("el ") && tight.length() > 4) return tight.substring(2);
    return tight;
  }

  /** The one commune among these whose spelling is nearest to what was typed, if it is near enough and no other is as near. */
  Optional<Commune> like(String typed, Predicate<Commune> among) {
    String key = key(Folding.fold(typed));
    int allowed = Math.min(3, key.length() / SHORTEST_WITH_A_SLIP);
    SequencedSet<Commune> nearest = new LinkedHashSet<>();
    int best = allowed;
    for (Map.Entry<String, SequencedSet<Place>> spelling : byTight.entrySet()) {
      int slips = Slips.between(key, spelling.getKey(), best);
      if (slips > best) continue;
      for (Place place : spelling.getValue()) {
        if (!(place instanceof Commune commune) || !among.test(commune)) continue;
        if (slips < best) nearest.clear();
        best = slips;
        nearest.add(commune);
      }
    }
    return nearest.size() == 1 ? Optional.of(nearest.getFirst()) : Optional.empty();
  }
}
