package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of applications. Locks are always taken in one order: the volunteer, the shift, the application. */
@Repository
class ApplicationTable {

  /** One application as it stands.
   *  @param seats the person's own, and one for each named person
   *  @param whole belongs to a party that has seats all together or not at all */
  record Row(long id, long shiftId, @Nullable Long roleId, long volunteerId, String state, Instant appliedAt, @Nullable Instant answerDue,
      @Nullable Instant offerEnds, boolean despiteClash, Instant stateSince, @Nullable Long decidedBy, @Nullable Long broughtBy,
      @Nullable Long companionId, @Nullable Long partyId, int seats, boolean whole) {

    boolean living() {
      return switch (state) {
        case "pending", "accepted", "waiting", "offered" -> true;
        default -> false;
      };
    }

    boolean holdsSeat() {
      return state.equals("accepted") || state.equals("offered");
    }
  }

  /** Another shift at the same time. */
  record Overlap(long shiftId, String title, Instant startsAt, Instant endsAt) {}

  static final String FACTS = """
      select shift_id, starts_at, ends_at, capacity, taken, shift_state, opportunity_id, title, opportunity_state, min_age, answer,
             grace_minutes, wilaya_code, commune_code, address, remote, organization_id, organization_ar, organization_fr,
             organization_state, nature
      from participation.shift_facts
      """;

  private static final String ROW = """
      select id, shift_id, role_id, volunteer_id, state, applied_at, answer_due, offer_ends, despite_clash, state_since, decided_by, brought_by, companion_id,
             party_id, seats, coalesce((select p.whole from participation.party p where p.id = party_id), false) as whole
      from participation.application
      """;

  private final JdbcClient db;

  ApplicationTable(JdbcClient db) {
    this.db = db;
  }

  Optional<ShiftFacts> facts(ShiftId shift) {
    return db.sql(FACTS + "where shift_id = :shift").param("shift", shift.value()).query(ShiftFacts.class).optional();
  }

  /** One person's deeds come one after the other, so that two applications at once see each other's clash. */
  void lockVolunteer(long volunteer) {
    db.sql("select 1 from volunteers.volunteer where account_id = :id for no key update").param("id", volunteer).query(Integer.class).list();
  }

  Optional<Row> find(ApplicationId id) {
    return db.sql(ROW + "where id = :id").param("id", id.value()).query(Row.class).optional();
  }

  Row lock(ApplicationId id) {
    return db.sql(ROW + "where id = :id for no key update").param("id", id.value()).query(Row.class).single();
  }

  Optional<Row> living(AccountId volunteer, ShiftId shift) {
    return db.sql(ROW + """
        where shift_id = :shift and volunteer_id = :volunteer and state in ('pending', 'accepted', 'waiting', 'offered')
        """).param("shift", shift.value()).param("volunteer", volunteer.value()).query(Row.class).optional();
  }

  /** Everybody who has applied for a shift and is not out. */
  List<Row> livingOf(ShiftId shift) {
    return Sql.rows(db.sql(ROW + "where shift_id = :shift and state in ('pending', 'accepted', 'waiting', 'offered') order by id")
        .param("shift", shift.value()).query(Row.class));
  }

  /** Everything that one person has applied for and is not out of, in the order in which all lock shifts. */
  List<Row> livingOf(AccountId volunteer) {
    return Sql.rows(db.sql(ROW + "where volunteer_id = :volunteer and state in ('pending', 'accepted', 'waiting', 'offered') order by shift_id")
        .param("volunteer", volunteer.value()).query(Row.class));
  }

  /** Young people who come to a shift with this person and are not out; in order of arrival. */
  List<Row> accompaniedBy(long companion, ShiftId shift) {
    return Sql.rows(db.sql(ROW + """
        where companion_id = :companion and shift_id = :shift and state in ('pending', 'accepted', 'waiting', 'offered') order by id for no key update
        """).param("companion", companion).param("shift", shift.value()).query(Row.class));
  }

  /** Whether young people come to a shift with this person. */
  boolean accompanies(long companion, ShiftId shift) {
    return db.sql("""
        select exists (select from participation.application
                       where companion_id = :companion and shift_id = :shift and state in ('pending', 'accepted', 'waiting', 'offered'))
        """).param("companion", companion).param("shift", shift.value()).query(Boolean.class).single();
  }

  boolean declinedBefore(AccountId volunteer, ShiftId shift) {
    return db.sql("""
        select exists (select from participation.application
                       where shift_id = :shift and volunteer_id = :volunteer and state = 'declined')
        """).param("shift", shift.value()).param("volunteer", volunteer.value()).query(Boolean.class).single();
  }

  Optional<Overlap> overlap(long volunteer, ShiftFacts facts) {
    return overlap(volunteer, facts, facts.shiftId());
  }

  /** @param leaving the shift whose seat this person is giving away */
  Optional<Overlap> overlap(long volunteer, ShiftFacts facts, long leaving) {
    return db.sql("""
        select s.id as shift_id, o.title, s.starts_at, s.ends_at
        from participation.application a
        join opportunities.shift s on s.id = a.shift_id
        join opportunities.opportunity o on o.id = s.opportunity_id
        where a.volunteer_id = :volunteer and a.state in ('accepted', 'offered') and a.shift_id not in (:shift, :leaving)
          and s.state <> 'cancelled' and s.starts_at < :ends and s.ends_at > :starts
        order by s.starts_at limit 1
        """).param("volunteer", volunteer).param("shift", facts.shiftId()).param("leaving", leaving).param("starts", Sql.at(facts.startsAt()))
        .param("ends", Sql.at(facts.endsAt())).query(Overlap.class).optional();
  }

  boolean hasRole(ShiftId shift, long role) {
    return db.sql("select exists (select from opportunities.shift_role where id = :role and shift_id = :shift)")
        .param("role", role).param("shift", shift.value()).query(Boolean.class).single();
  }

  long insert(AccountId volunteer, ShiftId shift, Wish wish, String state, @Nullable Instant answerDue) {
    return db.sql("""
        insert into participation.application (shift_id, role_id, volunteer_id, state, answer_due, note, despite_clash, brought_by, companion_id, party_id, seats)
        values (:shift, :role, :volunteer, :state, :due, nullif(:note, ''), :despite, :brought, :companion, :party, :seats)
        returning id
        """)
        .param("shift", shift.value()).param("role", wish.role()).param("volunteer", volunteer.value()).param("state", state)
        .param("due", Sql.at(answerDue)).param("note", wish.note()).param("despite", wish.despiteClash())
        .param("brought", wish.broughtBy()).param("companion", wish.companion()).param("party", wish.party()).param("seats", wish.seats())
        .query(Long.class).single();
  }

  /** Whether somebody who waits could take a free seat that this role asks for: one who takes any seat, or one of the same role. A party that waits for more
   *  seats than are free keeps its place in the list, and no seat idle. */
  boolean someoneWaits(ShiftId shift, @Nullable Long role) {
    return db.sql("""
        select exists (select from opportunities.shift s join participation.application w on w.shift_id = s.id
                       where s.id = :shift and s.taken < s.capacity and w.state = 'waiting'
                         and (w.role_id is null or cast(:role as bigint) is null or w.role_id = :role)
                         and s.capacity - s.taken >= case when w.party_id is null then w.seats else
                           (select case when p.whole then sum(m.seats) else w.seats end from participation.party p
                              join participation.application m on m.party_id = p.id and m.state = 'waiting' where p.id = w.party_id group by p.whole) end)
        """).param("shift", shift.value()).param("role", role).query(Boolean.class).single();
  }

  /** Whether anybody waits for a seat in a shift. */
  boolean waits(ShiftId shift) {
    return db.sql("select exists (select from participation.application where shift_id = :shift and state = 'waiting')").param("shift", shift.value())
        .query(Boolean.class).single();
  }

  int position(long id, long shift) {
    return db.sql("""
        select count(*) from participation.application where shift_id = :shift and state = 'waiting' and id <= :id
        """).param("shift", shift).param("id", id).query(Integer.class).single();
  }

  /** The waiting list in order of arrival: ids are given under the shift's lock. */
  List<Row> waiting(ShiftId shift) {
    return Sql.rows(db.sql(ROW + "where shift_id = :shift and state = 'waiting' order by id for no key update")
        .param("shift", shift.value()).query(Row.class));
  }

  void move(long id, String state) {
    db.sql("update participation.application set state = :state, state_since = clock_timestamp() where id = :id")
        .param("id", id).param("state", state).update();
  }

  /** The seat goes to somebody else; it is not given back. */
  void handedOn(long id) {
    db.sql("update participation.application set state = 'withdrawn', reason_code = 'handed-on', state_since = clock_timestamp() where id = :id")
        .param("id", id).update();
  }

  void offer(long id, Instant ends) {
    db.sql("""
        update participation.application set state = 'offered', offer_ends = :ends, state_since = clock_timestamp() where id = :id
        """).param("id", id).param("ends", Sql.at(ends)).update();
  }

  void answer(long id, String state, AccountId by, @Nullable String reason, @Nullable String words) {
    db.sql("""
        update participation.application
        set state = :state, state_since = clock_timestamp(), decided_by = :by, reason_code = :reason, reason_words = :words,
            answered_at = coalesce(answered_at, clock_timestamp())
        where id = :id
        """).param("id", id).param("state", state).param("by", by.value()).param("reason", reason).param("words", words).update();
  }
}
