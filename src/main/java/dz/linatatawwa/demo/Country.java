package dz.linatatawwa.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the people of the demonstration live: all communes, the populous ones more often. */
final class Country {

  record Town(String code, String wilaya, String nameAr, String nameFr, String wilayaAr, String wilayaFr, double lat, double lon) {}

  private final List<Town> towns;
  private final double[] sums;
  private final Map<String, List<Town>> byWilaya = new HashMap<>();

  Country(JdbcClient db, Lexicon lexicon) {
    towns = db.sql("""
        select c.code, c.wilaya_code, c.name_ar, c.name_fr, w.name_ar as wilaya_ar, w.name_fr as wilaya_fr, c.lat, c.lon
        from places.commune c join places.wilaya w on w.code = c.wilaya_code
        order by c.code
        """).query((row, n) -> new Town(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
        row.getDouble(7), row.getDouble(8))).list();
    for (Town town : towns) byWilaya.computeIfAbsent(town.wilaya(), w -> new ArrayList<>()).add(town);
    sums = new double[towns.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += weight(towns.get(i), lexicon);
      sums[i] = sum;
    }
  }

  /** The first commune of a wilaya is mostly its seat: a third of the people live there. */
  private double weight(Town town, Lexicon lexicon) {
    List<Town> neighbours = byWilaya.getOrDefault(town.wilaya(), List.of(town));
    double whole = lexicon.weight(town.wilaya());
    return neighbours.getFirst().equals(town) ? whole / 3 : whole * 2 / 3 / Math.max(1, neighbours.size() - 1);
  }

  Town town(Chance chance) {
    return towns.get(chance.weighted(sums));
  }

  Town townIn(String wilaya, Chance chance) {
    List<Town> there = byWilaya.getOrDefault(wilaya, List.of());
    return there.isEmpty() ? town(chance) : chance.yes(0.4) ? there.getFirst() : chance.pick(there);
  }

  List<String> wilayas() {
    return byWilaya.keySet().stream().sorted().toList();
  }
}
