package dz.linatatawwa.contests;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What somebody could say is wrong: the newest claim of a shift, or a shift of theirs without one. */
@Repository
class AskTable {

  private static final int MOST = 20;

  /** Shifts in which this person had a seat or was written down, each with its newest claim. */
  private static final String ASKS = """
      select f.shift_id, f.title, f.organization_id, f.organization_ar, f.organization_fr, f.starts_at, f.ends_at,
        f.starts_at - make_interval(mins => f.grace_minutes) as earliest, f.ends_at + make_interval(mins => f.grace_minutes) as latest,
        c.id as claim_id, c.from_at, c.to_at, coalesce(c.state, case when p.no_show_at is not null then 'no-show' else 'missing' end) as subject,
        (select k.id from contests.contest k where k.volunteer_id = :volunteer and k.shift_id = f.shift_id
          and k.settled_at is null and k.withdrawn_at is null) as living
      from (select shift_id from participation.application where volunteer_id = :volunteer and state = 'accepted'
        union select shift_id from participation.presence where volunteer_id = :volunteer
        union select shift_id from hours.claimed where volunteer_id = :volunteer and shift_id is not null) mine
      join participation.shift_facts f on f.shift_id = mine.shift_id
      left join participation.presence p on p.shift_id = f.shift_id and p.volunteer_id = :volunteer
      left join lateral (select h.id, h.from_at, h.to_at, h.state from hours.claimed h
        where h.volunteer_id = :volunteer and h.shift_id = f.shift_id
        order by h.state in ('proposed', 'confirmed') desc, h.id desc limit 1) c on true
      where f.shift_state <> 'cancelled' and f.starts_at < :now
      """;

  private final JdbcClient db;

  AskTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Ask> of(AccountId volunteer, ShiftId shift, Instant now) {
    return db.sql(ASKS + "and f.shift_id = :shift").param("volunteer", volunteer.value()).param("shift", shift.value()).param("now", ContestTable.at(now))
        .query((row, number) -> ask(volunteer, row)).optional();
  }

  /** The shift of a claim of this person; nothing for declared work and for somebody else's. */
  Optional<ShiftId> shift(AccountId volunteer, ClaimId claim) {
    return db.sql("select shift_id from hours.claimed where id = :claim and volunteer_id = :volunteer and shift_id is not null")
        .param("claim", claim.value()).param("volunteer", volunteer.value()).query(Long.class).optional().map(ShiftId::new);
  }

  /** Shifts of the last months that are over and gave no hours, the newest first. */
  List<Ask> missing(AccountId volunteer, Instant since, Instant now) {
    return db.sql(ASKS + "and f.ends_at between :since and :now and c.id is null order by f.starts_at desc limit " + MOST)
        .param("volunteer", volunteer.value()).param("since", ContestTable.at(since)).param("now", ContestTable.at(now))
        .query((row, number) -> ask(volunteer, row)).list();
  }

  /** Who was written down as absent from this shift. */
  List<AccountId> absent(ShiftId shift) {
    return db.sql("select volunteer_id from participation.presence where shift_id = :shift and no_show_at is not null order by volunteer_id")
        .param("shift", shift.value()).query(Long.class).list().stream().map(AccountId::new).toList();
  }

  private static Ask ask(AccountId volunteer, ResultSet row) throws SQLException {
    Long claim = row.getObject("claim_id", Long.class);
    Long living = row.getObject("living", Long.class);
    return new Ask(volunteer, new ShiftId(row.getLong("shift_id")), row.getString("title"), new OrganizationId(row.getLong("organization_id")),
        new LocalName(row.getString("organization_ar"), row.getString("organization_fr"), null), new Span(at(row, "starts_at"), at(row, "ends_at")),
        claim == null ? null : new ClaimId(claim), Subject.of(row.getString("subject")), span(row), at(row, "earliest"), at(row, "latest"),
        living == null ? null : new ContestId(living));
  }

  private static @Nullable Span span(ResultSet row) throws SQLException {
    return row.getObject("from_at") == null ? null : new Span(at(row, "from_at"), at(row, "to_at"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
