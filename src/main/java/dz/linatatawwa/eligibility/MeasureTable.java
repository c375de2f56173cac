package dz.linatatawwa.eligibility;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Measures people: all measures of all of them in one statement. */
@Repository
class MeasureTable {

  private final JdbcClient db;

  MeasureTable(JdbcClient db) {
    this.db = db;
  }

  /** For each of these people what each measure gives, 0 where there is nothing. */
  Map<Long, long[]> measure(List<Measure> measures, Collection<Long> people) {
    Map<String, Object> values = new HashMap<>();
    values.put("people", people.toArray(Long[]::new));
    StringBuilder columns = new StringBuilder();
    StringBuilder joins = new StringBuilder();
    for (int i = 0; i < measures.size(); i++) {
      String number = Integer.toString(i);
      columns.append(", coalesce(m").append(i).append(".have, 0) as h").append(i);
      joins.append("\nleft join (").append(measures.get(i).sql().replace("#", number)).append(") m").append(i).append(" on m").append(i).append(".volunteer_id = p.id");
      measures.get(i).values().forEach((name, value) -> values.put(name.replace("#", number), value instanceof List<?> list ? list.toArray(String[]::new) : value));
    }
    Map<Long, long[]> measured = new HashMap<>();
    db.sql("select p.id" + columns + " from unnest(cast(:people as bigint[])) p(id)" + joins).params(values).query(row -> {
      long[] have = new long[measures.size()];
      for (int i = 0; i < have.length; i++) have[i] = row.getLong(i + 2);
      measured.put(row.getLong(1), have);
    });
    return measured;
  }
}
