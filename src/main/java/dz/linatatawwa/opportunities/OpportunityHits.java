package dz.linatatawwa.opportunities;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dz.linatatawwa.nodes.Heard;
import dz.linatatawwa.site.DataReplaced;
import dz.linatatawwa.site.PublicPagesChanged;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** Which opportunities a search finds, and how many: only rows of {@code opportunities.listing}, and of them only what the order needs.
 *  Every statement is planned anew with the values asked for: a frequent word wants another plan than a rare one. */
@Repository
class OpportunityHits implements Hits {

  private record Question(String where, List<Object> values) {}

  private record Shown(Question question, String order, String distance, int page, int size) {}

  /** So many are still taken all and sorted, wherever in the order they stand; of more, a page is found soon by walking through the order. */
  private static final int SORTED = 2000;
  private static final Duration TRUSTED = Duration.ofMinutes(1);
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final JdbcTemplate db;

  /** How many searches find that find more than anybody counts. Counting so far is what costs most, and so many
   *  do not vanish from one minute to the next: after a minute they are counted again beside the search that asks, which does not wait.
   *  Smaller numbers are counted each time, so that what was published a moment ago is found. */
  private final LoadingCache<Question, Integer> many;

  /** Pages of such searches, as long as whole pages are kept; what their cards say is read anew each time. */
  private final Cache<Shown, List<Hit>> pages;

  OpportunityHits(JdbcTemplate db, @Value("${linatatawwa.page-cache-seconds:5}") int seconds) {
    this.db = db;
    many = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).refreshAfterWrite(TRUSTED)
        .build(question -> count(question, SORTED + 1));
    pages = Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(Duration.ofSeconds(Math.max(0, seconds))).build();
  }

  @Override
  public Page page(SearchCriteria c, Asked words, boolean wide, int page, int size) {
    Question question = question(c, words, wide);
    Shown asked = new Shown(question, Conditions.order(c), Conditions.distance(c), Math.max(1, page), size);
    Integer known = many.getIfPresent(question);
    if (known != null && known >= Found.COUNTED) {
      Shown within = asked.page <= Hits.last(Found.COUNTED, size) ? asked : asked(asked, Hits.last(Found.COUNTED, size));
      List<Hit> hits = pages.get(within, key -> of(key, known));
      if (hits.size() == size) return new Page(hits, within.page, Found.COUNTED);
      pages.invalidate(within);
    }
    Page found = gather(asked);
    if (found.total() >= Found.COUNTED) many.put(question, found.total());
    else many.invalidate(question);
    int last = Hits.last(Math.min(found.total(), Found.COUNTED), size);
    List<Hit> hits = asked.page <= last && found.total() <= SORTED ? found.hits() : of(asked(asked, Math.min(asked.page, last)), found.total());
    return new Page(hits, Math.min(asked.page, last), Math.min(found.total(), Found.COUNTED));
  }

  private List<Hit> of(Shown asked, int total) {
    return total > SORTED ? walk(asked) : gather(asked).hits();
  }

  private static Shown asked(Shown asked, int page) {
    return new Shown(asked.question, asked.order, asked.distance, page, asked.size);
  }

  @Override
  public int total(SearchCriteria c, Asked words, boolean wide) {
    Question question = question(c, words, wide);
    Integer known = many.getIfPresent(question);
    return known != null ? Math.min(known, Found.COUNTED) : count(question, Found.COUNTED);
  }

  @Override
  public Map<String, OpenOffer> byWilaya(SearchCriteria c, Asked words, boolean wide) {
    Question question = question(c, words, wide);
    Map<String, OpenOffer> counts = new HashMap<>();
    ask("select coalesce(l.wilaya_code, '') as code, count(*) as n, sum(l.seats_left) as seats from opportunities.listing l " + question.where + " group by 1",
        question.values, (row, n) -> counts.put(row.getString("code"), new OpenOffer(row.getInt("n"), row.getLong("seats"))));
    return counts;
  }

  /** Much is different all at once. */
  @EventListener(DataReplaced.class)
  void forget() {
    many.invalidateAll();
    pages.invalidateAll();
  }

  /** Something was published, changed or ended that nobody should wait for. */
  @EventListener(PublicPagesChanged.class)
  void forgetPages() {
    pages.invalidateAll();
  }

  @EventListener
  void heard(Heard word) {
    if (word.tellsOf(PublicPagesChanged.WORD)) forgetPages();
  }

  private int count(Question question, int most) {
    return ask("select count(*) from (select from opportunities.listing l " + question.where + " limit " + most + ") counted",
        question.values, (row, n) -> row.getInt(1)).getFirst();
  }

  /** Takes all, counts and sorts them, in one statement; of more than are sorted only the number is worth anything. */
  private Page gather(Shown asked) {
    List<Hit> hits = new ArrayList<>();
    int total = ask("""
        with l as materialized (select l.opportunity_id, l.need_at, l.next_start, l.spot from opportunities.listing l %s limit %d),
        shown as (select l.opportunity_id, %s as km, row_number() over (order by %s) as place from l order by %s limit %d offset %d)
        select t.total, s.opportunity_id, s.km from (select count(*)::integer as total from l) t left join shown s on true order by s.place
        """.formatted(asked.question.where, SORTED + 1, asked.distance, asked.order, asked.order, asked.size, (asked.page - 1) * asked.size),
        asked.question.values, (row, n) -> {
          if (row.getObject("opportunity_id") != null) hits.add(new Hit(row.getLong("opportunity_id"), row.getObject("km", Double.class)));
          return row.getInt("total");
        }).getFirst();
    return new Page(hits, asked.page, total);
  }

  private List<Hit> walk(Shown asked) {
    return ask("select l.opportunity_id, %s as km from opportunities.listing l %s order by %s limit %d offset %d"
        .formatted(asked.distance, asked.question.where, asked.order, asked.size, (asked.page - 1) * asked.size),
        asked.question.values, (row, n) -> new Hit(row.getLong("opportunity_id"), row.getObject("km", Double.class)));
  }

  private static Question question(SearchCriteria c, Asked words, boolean wide) {
    Conditions conditions = Conditions.of(c, words, wide);
    return new Question(conditions.where(), List.copyOf(conditions.values()));
  }

  private <T> List<T> ask(String sql, List<Object> values, RowMapper<T> mapper) {
    PreparedStatementCreator creator = connection -> {
      PreparedStatement statement = connection.prepareStatement(sql);
      statement.unwrap(PGStatement.class).setPrepareThreshold(0);
      for (int i = 0; i < values.size(); i++) statement.setObject(i + 1, values.get(i));
      return statement;
    };
    return db.query(creator, mapper);
  }
}
