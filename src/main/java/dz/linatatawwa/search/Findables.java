package dz.linatatawwa.search;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that everybody may see, without words: the newest of a kind, and everything in portions. */
@Repository
public class Findables {

  private final JdbcClient db;

  Findables(JdbcClient db) {
    this.db = db;
  }

  /** Which of a kind; what is null is open. */
  public record Of(String kind, @Nullable String wilaya, @Nullable String field, @Nullable Long organization) {}

  /** The newest, the latest first. */
  public List<Hit> latest(Of of, int most) {
    StringBuilder where = new StringBuilder("f.kind = :kind");
    Map<String, Object> values = new HashMap<>(Map.of("kind", of.kind(), "most", most));
    if (of.wilaya() instanceof String wilaya) narrow(where, values, "f.wilaya_code = cast(:wilaya as char(2))", "wilaya", wilaya);
    if (of.field() instanceof String field) narrow(where, values, "f.field_code = :field", "field", field);
    if (of.organization() instanceof Long organization) narrow(where, values, "f.organization_id = :organization", "organization", organization);
    return db.sql("select " + FindableHits.COLUMNS + " from search.findable f where " + where + " order by f.since desc, f.no desc limit :most").params(values)
        .query((row, n) -> FindableHits.hit(row)).list();
  }

  private static void narrow(StringBuilder where, Map<String, Object> values, String condition, String name, Object value) {
    where.append(" and ").append(condition);
    values.put(name, value);
  }

  /** One thing, where everybody may see it. */
  public Optional<Hit> find(String kind, long id) {
    return db.sql("select " + FindableHits.COLUMNS + " from search.findable f where f.kind = :kind and f.id = :id").param("kind", kind).param("id", id)
        .query((row, n) -> FindableHits.hit(row)).optional();
  }

  /** A page of the site and when what people read there last changed. */
  public record Address(long number, String path, Instant changedAt) {}

  /** Those with numbers behind this one, up to that one, in their order.
   *  @param most so many at once */
  public List<Address> between(long behind, long upTo, int most) {
    return db.sql("select no, path, changed_at from search.findable where no > :behind and no <= :to order by no limit :most").param("behind", behind).param("to", upTo)
        .param("most", most).query((row, n) -> new Address(row.getLong("no"), row.getString("path"), row.getTimestamp("changed_at").toInstant())).list();
  }

  /** The largest number that was given; 0 while there is nothing. */
  public long last() {
    return db.sql("select coalesce(max(no), 0) from search.findable").query(Long.class).single();
  }
}
