package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of seats that change hands. */
@Repository
class SeatOfferTable {

  private static final int PAGE = 20;

  private static final String SELECT = """
      select h.id, h.kind, h.application_id, h.shift_id, h.giver_id, h.listed, h.wants_shift_id, h.taker_id, h.taker_application_id, h.state
      from teams.seat_offer h
      """;

  /** Listed, of a seat that is still held, in a shift of this opportunity whose closing time has not come. */
  private static final String OPEN = """
      join opportunities.shift s on s.id = h.shift_id
      join participation.application a on a.id = h.application_id and a.state = 'accepted'
      left join teams.seat_offer_rule r on r.opportunity_id = s.opportunity_id
      where h.state = 'offered' and h.listed and s.opportunity_id = :opportunity and s.state = 'open'
        and s.starts_at > cast(:now as timestamptz) + make_interval(hours => coalesce(r.closing_hours, :usual))
      """;

  private final JdbcClient db;
  private final Participation participation;

  SeatOfferTable(JdbcClient db, Participation participation) {
    this.db = db;
    this.participation = participation;
  }

  /** @return the number; nothing where this seat is offered already */
  Optional<Long> offer(boolean swap, ApplicationId seat, ShiftId shift, AccountId giver, boolean listed, @Nullable ShiftId wants, Instant now) {
    return db.sql("""
        insert into teams.seat_offer (kind, application_id, shift_id, giver_id, listed, wants_shift_id, made_at)
        values (:kind, :seat, :shift, :giver, :listed, :wants, :now) on conflict do nothing returning id
        """).param("kind", swap ? "swap" : "stand-in").param("seat", seat.value()).param("shift", shift.value()).param("giver", giver.value())
        .param("listed", listed).param("wants", wants == null ? null : wants.value()).param("now", Sql.at(now)).query(Long.class).optional();
  }

  Optional<SeatOffer> find(long id) {
    return db.sql(SELECT + "where h.id = :id").param("id", id).query(SeatOfferTable::row).optional().map(this::whole);
  }

  /** Holds the offer for the rest of the transaction. */
  Optional<SeatOffer> lock(long id) {
    return db.sql(SELECT + "where h.id = :id for update of h").param("id", id).query(SeatOfferTable::row).optional().map(this::whole);
  }

  /** The offers that live, made or taken by somebody. */
  List<SeatOffer> of(AccountId person) {
    return db.sql(SELECT + """
        join participation.application a on a.id = h.application_id and a.state = 'accepted'
        where h.state in ('offered', 'taken') and (h.giver_id = :person or h.taker_id = :person) order by h.id desc limit 100
        """).param("person", person.value()).query(SeatOfferTable::row).list().stream().map(this::whole).toList();
  }

  Slice<SeatOffer> open(OpportunityId opportunity, Instant now, int page) {
    long total = count(opportunity, now);
    return new Slice<>(open(db.sql(SELECT + OPEN + "order by h.id limit :size offset :from"), opportunity, now)
        .param("size", PAGE).param("from", (page - 1L) * PAGE).query(SeatOfferTable::row).list().stream().map(this::whole).toList(), page, PAGE, total);
  }

  int count(OpportunityId opportunity, Instant now) {
    return open(db.sql("select count(*) from teams.seat_offer h " + OPEN), opportunity, now).query(Integer.class).single();
  }

  private static JdbcClient.StatementSpec open(JdbcClient.StatementSpec sql, OpportunityId opportunity, Instant now) {
    return sql.param("opportunity", opportunity.value()).param("now", Sql.at(now)).param("usual", SeatOfferRule.USUAL_CLOSING);
  }

  /** What waits for a coordinator of this organisation, the soonest shift first. */
  Slice<SeatOffer> waiting(OrganizationId organization, Instant now, int page) {
    String from = " join participation.application a on a.id = h.application_id and a.state = 'accepted' join participation.shift_facts f on f.shift_id = h.shift_id"
        + " where h.state = 'taken' and f.organization_id = :organization and f.starts_at > :now ";
    long total = db.sql("select count(*) from teams.seat_offer h" + from).param("organization", organization.value()).param("now", Sql.at(now)).query(Long.class).single();
    return new Slice<>(db.sql(SELECT + from + "order by f.starts_at, h.id limit :size offset :from").param("organization", organization.value()).param("now", Sql.at(now))
        .param("size", PAGE).param("from", (page - 1L) * PAGE).query(SeatOfferTable::row).list().stream().map(this::whole).toList(), page, PAGE, total);
  }

  void taken(long id, AccountId taker, @Nullable ApplicationId bring, Instant now) {
    db.sql("update teams.seat_offer set state = 'taken', taker_id = :taker, taker_application_id = :bring, taken_at = :now where id = :id").param("id", id)
        .param("taker", taker.value()).param("bring", bring == null ? null : bring.value()).param("now", Sql.at(now)).update();
  }

  /** Back to being offered: who had taken it thought better of it. */
  void untake(long id) {
    db.sql("update teams.seat_offer set state = 'offered', taker_id = null, taker_application_id = null, taken_at = null where id = :id").param("id", id).update();
  }

  void end(long id, String state, AccountId by, Instant now) {
    db.sql("update teams.seat_offer set state = :state, ended_at = :now, ended_by = :by where id = :id").param("id", id).param("state", state)
        .param("by", by.value()).param("now", Sql.at(now)).update();
  }

  Optional<SeatOfferRule> rule(OpportunityId opportunity) {
    return db.sql("select by_coordinator, closing_hours from teams.seat_offer_rule where opportunity_id = :id").param("id", opportunity.value())
        .query((row, number) -> new SeatOfferRule(row.getBoolean(1), row.getInt(2))).optional();
  }

  void rule(OpportunityId opportunity, SeatOfferRule rule, AccountId by, Instant now) {
    db.sql("""
        insert into teams.seat_offer_rule (opportunity_id, by_coordinator, closing_hours, changed_by, changed_at) values (:id, :hand, :hours, :by, :now)
        on conflict (opportunity_id) do update
          set by_coordinator = excluded.by_coordinator, closing_hours = excluded.closing_hours, changed_by = excluded.changed_by, changed_at = excluded.changed_at
        """).param("id", opportunity.value()).param("hand", rule.byCoordinator()).param("hours", rule.closingHours()).param("by", by.value())
        .param("now", Sql.at(now)).update();
  }

  /** As it stands in the table: the shifts are read after it, so that no query waits for another. */
  private record Row(long id, boolean swap, long seat, long shift, long giver, boolean listed, @Nullable Long wants, @Nullable Long taker, @Nullable Long bring, String state) {}

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(row.getLong("id"), row.getString("kind").equals("swap"), row.getLong("application_id"), row.getLong("shift_id"), row.getLong("giver_id"),
        row.getBoolean("listed"), Sql.number(row, "wants_shift_id"), Sql.number(row, "taker_id"), Sql.number(row, "taker_application_id"), row.getString("state"));
  }

  private SeatOffer whole(Row row) {
    return new SeatOffer(row.id(), row.swap(), new ApplicationId(row.seat()), new AccountId(row.giver()), row.listed(),
        row.wants() == null ? null : participation.facts(new ShiftId(row.wants())), row.taker() == null ? null : new AccountId(row.taker()),
        row.bring() == null ? null : new ApplicationId(row.bring()), row.state(), participation.facts(new ShiftId(row.shift())));
  }
}
