package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.Asked;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of lists of conversations, each read on from a place by an index, and of how an organisation answers. */
@Repository
class ConversationLists {

  static final int SIZE = 20;
  /** Of how long the usual time until an answer is. */
  private static final Duration LATELY = Duration.ofDays(90);
  private static final Bookmark NEWEST = new Bookmark(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);
  private static final Bookmark OLDEST = new Bookmark(Instant.EPOCH, 0);

  private final JdbcClient db;
  private final ConversationTable table;
  private final Clock clock;

  ConversationLists(JdbcClient db, ConversationTable table, Clock clock) {
    this.db = db;
    this.table = table;
    this.clock = clock;
  }

  /** A volunteer's own, the last spoken in first. */
  Stretch<Conversation> of(AccountId volunteer, String words, Optional<Bookmark> from) {
    return newest("c.volunteer_id = :volunteer", Map.of("volunteer", volunteer.value()), words, from, Side.VOLUNTEER);
  }

  /** Those with something unread, for a desk. */
  List<Conversation> unread(AccountId volunteer, int most) {
    return table.list("where c.volunteer_id = :volunteer and c.from_organization > c.volunteer_read order by c.last_at desc, c.id desc limit :most",
        Map.of("volunteer", volunteer.value(), "most", most), Side.VOLUNTEER);
  }

  Stretch<Conversation> of(OrganizationId organization, DeskFilter filter, Optional<Bookmark> from) {
    Map<String, Object> values = new HashMap<>(Map.of("organization", organization.value()));
    return switch (filter.show()) {
      case UNANSWERED -> longest("c.organization_id = :organization and c.waits_since is not null", values, filter.words(), from);
      case MINE -> {
        values.put("me", filter.me().value());
        yield newest("c.organization_id = :organization and c.assigned_to = :me and c.closed_at is null", values, filter.words(), from, Side.ORGANIZATION);
      }
      case OPEN -> newest("c.organization_id = :organization and c.closed_at is null", values, filter.words(), from, Side.ORGANIZATION);
      case CLOSED -> newest("c.organization_id = :organization and c.closed_at is not null", values, filter.words(), from, Side.ORGANIZATION);
    };
  }

  private Stretch<Conversation> newest(String where, Map<String, Object> bound, String words, Optional<Bookmark> from, Side side) {
    Map<String, Object> values = bound(bound, words, from.orElse(NEWEST));
    List<Conversation> found = table.list("where " + where + said(values) + " and (c.last_at, c.id) < (:at, :id) order by c.last_at desc, c.id desc limit " + (SIZE + 1), values, side);
    return Stretch.of(found, SIZE, one -> new Bookmark(one.lastAt(), one.number()).toString());
  }

  private Stretch<Conversation> longest(String where, Map<String, Object> bound, String words, Optional<Bookmark> from) {
    Map<String, Object> values = bound(bound, words, from.orElse(OLDEST));
    List<Conversation> found = table.list("where " + where + said(values) + " and (c.waits_since, c.id) > (:at, :id) order by c.waits_since, c.id limit " + (SIZE + 1), values,
        Side.ORGANIZATION);
    return Stretch.of(found, SIZE, one -> new Bookmark(one.waitsSince() == null ? one.lastAt() : one.waitsSince(), one.number()).toString());
  }

  private static Map<String, Object> bound(Map<String, Object> bound, String words, Bookmark from) {
    Map<String, Object> values = new HashMap<>(bound);
    values.put("at", Sql.at(from.at()));
    values.put("id", from.id());
    Asked asked = Asked.words(words);
    if (!asked.stems().isEmpty()) values.put("words", asked.query());
    return values;
  }

  private static String said(Map<String, Object> values) {
    return values.containsKey("words") ? " and c.words @@ cast(:words as tsquery)" : "";
  }

  int unread(AccountId volunteer) {
    return db.sql("select count(*) from messages.conversation c where c.volunteer_id = :volunteer and c.from_organization > c.volunteer_read")
        .param("volunteer", volunteer.value()).query(Integer.class).single();
  }

  DeskLoad load(OrganizationId organization) {
    return db.sql("""
        select w.waiting, w.oldest, cast(round(s.median) as integer) as median
        from (select count(*) as waiting, min(waits_since) as oldest from messages.conversation where organization_id = :organization and waits_since is not null) w
        cross join (
          select percentile_cont(0.5) within group (order by extract(epoch from m.waited)) / 60 as median
          from messages.message m join messages.conversation c on c.id = m.conversation_id
          where c.organization_id = :organization and c.last_at > :since and m.waited is not null and m.at > :since) s
        """).param("organization", organization.value()).param("since", Sql.at(clock.instant().minus(LATELY)))
        .query((row, n) -> new DeskLoad(row.getLong("waiting"), Sql.maybe(row, "oldest"), row.getObject("median", Integer.class))).single();
  }

  /** Of those that somebody runs, in which somebody waits, the longest first.
   *  @param most organisations */
  List<AwaitedBy> awaited(AccountId runner, int most) {
    return db.sql("""
        select o.id, o.name_ar, o.name_fr, w.waiting, w.oldest
        from organizations.runner r
        join organizations.organization o on o.id = r.organization_id
        cross join lateral (select count(*) as waiting, min(c.waits_since) as oldest from messages.conversation c where c.organization_id = r.organization_id and c.waits_since is not null) w
        where r.account_id = :runner and w.waiting > 0
        order by w.oldest limit :most
        """).param("runner", runner.value()).param("most", most)
        .query((row, n) -> new AwaitedBy(new OrganizationId(row.getLong("id")), new LocalName(row.getString("name_ar"), row.getString("name_fr"), null), row.getInt("waiting"), Sql.at(row, "oldest"))).list();
  }
}
