package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of bookings. That a thing is never booked twice for one time is held by the database. */
@Repository
class BookingTable {

  static final int PAGE = 20;

  private static final String SELECT = """
      select b.id, b.thing_id, t.label, t.code, t.organization_id as owner, w.name_ar as owner_ar, w.name_fr as owner_fr, b.organization_id, g.name_ar, g.name_fr,
        lower(b.during) as starts, upper(b.during) as ends, b.purpose, b.state, b.refusal
      from means.booking b
      join means.thing t on t.id = b.thing_id
      join organizations.organization w on w.id = t.organization_id
      join organizations.organization g on g.id = b.organization_id
      """;

  private final JdbcClient db;

  BookingTable(JdbcClient db) {
    this.db = db;
  }

  /** @return nothing when the time is taken, or the key was used */
  Optional<BookingId> insert(ThingId thing, OrganizationId borrower, String key, Instant from, Instant to, String purpose, BookingState state, AccountId by) {
    return db.sql("""
        insert into means.booking (thing_id, organization_id, key, during, purpose, state, asked_by)
        values (:thing, :organization, :key, tstzrange(:from, :to), :purpose, :state, :by)
        on conflict do nothing
        returning id
        """).param("thing", thing.value()).param("organization", borrower.value()).param("key", key).param("from", Sql.at(from)).param("to", Sql.at(to))
        .param("purpose", purpose).param("state", state.code()).param("by", by.value()).query(Long.class).optional().map(BookingId::new);
  }

  Optional<Booking> byKey(String key) {
    return db.sql(SELECT + "where b.key = :key").param("key", key).query((row, i) -> booking(row)).optional();
  }

  Optional<Booking> find(BookingId id) {
    return db.sql(SELECT + "where b.id = :id").param("id", id.value()).query((row, i) -> booking(row)).optional();
  }

  /** As it stands once nobody else changes it. */
  Booking lock(BookingId id) {
    return db.sql(SELECT + "where b.id = :id for no key update of b").param("id", id.value()).query((row, i) -> booking(row)).single();
  }

  /** The bookings that hold a thing in a time, by their beginning. */
  List<Booking> holding(ThingId thing, Instant from, Instant to) {
    return db.sql(SELECT + "where b.thing_id = :thing and b.state in ('asked', 'agreed', 'out') and b.during && tstzrange(:from, :to) order by lower(b.during) limit 200")
        .param("thing", thing.value()).param("from", Sql.at(from)).param("to", Sql.at(to)).query((row, i) -> booking(row)).list();
  }

  /** What is out, or agreed and not over; the soonest first. */
  List<Booking> ahead(ThingId thing, Instant now) {
    return db.sql(SELECT + """
        where b.thing_id = :thing and (b.state = 'out' or b.state in ('asked', 'agreed') and upper(b.during) > :now) order by lower(b.during) limit 60
        """).param("thing", thing.value()).param("now", Sql.at(now)).query((row, i) -> booking(row)).list();
  }

  /** Of one side, those that hold a thing first, then the latest. @param lends those of its own things, taken by others; else those that it takes from others */
  Slice<Booking> of(OrganizationId organization, boolean lends, int page) {
    String where = lends ? "t.organization_id = :id and b.organization_id <> :id" : "b.organization_id = :id and t.organization_id <> :id";
    long total = db.sql("select count(*) from means.booking b join means.thing t on t.id = b.thing_id where " + where).param("id", organization.value())
        .query(Long.class).single();
    int number = Math.clamp(page, 1, Math.max(1, (int) ((total + PAGE - 1) / PAGE)));
    return new Slice<>(db.sql(SELECT + "where " + where + " order by b.state in ('asked', 'agreed', 'out') desc, lower(b.during) desc, b.id desc limit " + PAGE + " offset :offset")
        .param("id", organization.value()).param("offset", (number - 1) * PAGE).query((row, i) -> booking(row)).list(), number, PAGE, total);
  }

  /** How many organisations wait for this one's answer. */
  int asked(OrganizationId owner) {
    return db.sql("select count(*) from means.thing t join means.booking b on b.thing_id = t.id and b.state = 'asked' where t.organization_id = :id")
        .param("id", owner.value()).query(Integer.class).single();
  }

  /** How many of its own things are away for longer than was agreed. */
  int overdue(OrganizationId owner, Instant now) {
    return db.sql("select count(*) from means.thing t join means.booking b on b.thing_id = t.id and b.state = 'out' and upper(b.during) < :now where t.organization_id = :id")
        .param("id", owner.value()).param("now", Sql.at(now)).query(Integer.class).single();
  }

  void decide(BookingId id, BookingState state, @Nullable String refusal, AccountId by) {
    db.sql("update means.booking set state = :state, refusal = :refusal, decided_by = :by, decided_at = now() where id = :id").param("state", state.code())
        .param("refusal", refusal).param("by", by.value()).param("id", id.value()).update();
  }

  void state(BookingId id, BookingState state) {
    db.sql("update means.booking set state = :state where id = :id").param("state", state.code()).param("id", id.value()).update();
  }

  /** Those asked for whose beginning has come, and those agreed whose time went by: they hold nothing any more. Each is given once. */
  List<Booking> lapse(Instant now) {
    List<Long> lapsed = Sql.rows(db.sql("""
        update means.booking set state = 'lapsed'
        where id in (select id from means.booking where state = 'asked' and lower(during) <= :now or state = 'agreed' and upper(during) <= :now
                     order by id limit 500 for no key update skip locked)
        returning id
        """).param("now", Sql.at(now)).query(Long.class));
    return lapsed.stream().map(id -> find(new BookingId(id)).orElseThrow()).toList();
  }

  /** Those that should be back at a moment, or left before the day and are to be back before another moment, and of which nobody was told on this day; each is given
   *  once a day. */
  List<Booking> due(Instant now, Instant before, LocalDate today) {
    List<Long> due = Sql.rows(db.sql("""
        update means.booking set told_due = :today
        where id in (select id from means.booking where state = 'out' and upper(during) < :before and told_due is distinct from :today and (upper(during) < :now or lower(during) < :morning)
                     order by upper(during) limit 500 for no key update skip locked)
        returning id
        """).param("today", today).param("before", Sql.at(before)).param("now", Sql.at(now))
        .param("morning", Sql.at(today.atStartOfDay(Words.ZONE).toInstant())).query(Long.class));
    return due.stream().map(id -> find(new BookingId(id)).orElseThrow()).toList();
  }

  private static Booking booking(ResultSet row) throws SQLException {
    return new Booking(new BookingId(row.getLong("id")), new ThingId(row.getLong("thing_id")), row.getString("label"), new ThingCode(row.getString("code")),
        new OrganizationId(row.getLong("owner")), new LocalName(row.getString("owner_ar"), row.getString("owner_fr"), null), new OrganizationId(row.getLong("organization_id")),
        new LocalName(row.getString("name_ar"), row.getString("name_fr"), null), Sql.at(row, "starts"), Sql.at(row, "ends"), row.getString("purpose"),
        BookingState.of(row.getString("state")), row.getString("refusal"));
  }
}
