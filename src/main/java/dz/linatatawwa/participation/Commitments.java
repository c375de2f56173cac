package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a volunteer has taken on: coming, waiting, offered, pending, past. */
@Repository
public class Commitments {

  private static final int PAST_A_PAGE = 20;

  private static final String COLUMNS = """
      f.shift_id, f.starts_at, f.ends_at, f.capacity, f.taken, f.shift_state, f.opportunity_id, f.title, f.opportunity_state, f.min_age,
      f.answer, f.grace_minutes, f.nature, f.wilaya_code, f.commune_code, f.address, f.remote, f.organization_id, f.organization_ar,
      f.organization_fr, f.organization_state, t.checked_in_at, t.checked_out_at, t.no_show_at, t.no_show_by
      """;

  private static final String OWN = """
      select a.id, a.state, a.applied_at, a.answer_due, a.offer_ends, a.reason_code, a.reason_words,
             case when a.state = 'waiting' then
               (select count(*) from participation.application w where w.shift_id = a.shift_id and w.state = 'waiting' and w.id <= a.id)
             else 0 end as position,
      """ + COLUMNS + """
      from participation.application a
      join participation.shift_facts f on f.shift_id = a.shift_id
      left join participation.presence t on t.shift_id = a.shift_id and t.volunteer_id = a.volunteer_id
      where a.volunteer_id = :volunteer
      """;

  private static final String WALKED_IN = """
      select null::bigint, 'walk-in', null::timestamptz, null::timestamptz, null::timestamptz, null, null, 0,
      """ + COLUMNS + """
      from participation.presence t
      join participation.shift_facts f on f.shift_id = t.shift_id
      where t.volunteer_id = :volunteer and f.ends_at <= :now
        and not exists (select from participation.application a where a.shift_id = t.shift_id and a.volunteer_id = t.volunteer_id)
      """;

  private static final SimplePropertyRowMapper<ShiftFacts> FACTS = new SimplePropertyRowMapper<>(ShiftFacts.class);

  private final JdbcClient db;
  private final Clock clock;

  Commitments(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Everything that is not over and not out, the next first. */
  public List<Commitment> coming(AccountId volunteer) {
    return db.sql(OWN + "and a.state in ('pending', 'accepted', 'waiting', 'offered') and f.ends_at > :now order by f.starts_at, a.id")
        .param("volunteer", volunteer.value()).param("now", Sql.at(clock.instant())).query(Commitments::read).list();
  }

  /** What is over, or out, the newest first. */
  public Slice<Commitment> past(AccountId volunteer, int page) {
    String over = OWN + "and (f.ends_at <= :now or a.state in ('declined', 'withdrawn', 'lapsed', 'cancelled')) union all " + WALKED_IN;
    long total = db.sql("select count(*) from (" + over + ") p").param("volunteer", volunteer.value())
        .param("now", Sql.at(clock.instant())).query(Long.class).single();
    List<Commitment> rows = db.sql("select * from (" + over + ") p order by starts_at desc, shift_id desc, id desc limit :size offset :from")
        .param("volunteer", volunteer.value()).param("now", Sql.at(clock.instant()))
        .param("size", PAST_A_PAGE).param("from", (page - 1) * PAST_A_PAGE).query(Commitments::read).list();
    return new Slice<>(rows, page, PAST_A_PAGE, total);
  }

  /** One of this person's own. */
  public Optional<Commitment> find(AccountId volunteer, ApplicationId id) {
    return db.sql(OWN + "and a.id = :id").param("volunteer", volunteer.value()).param("id", id.value()).query(Commitments::read).optional();
  }

  private static Commitment read(ResultSet row, int number) throws SQLException {
    long id = row.getLong("id");
    return new Commitment(row.wasNull() ? null : new ApplicationId(id), row.getString("state"), FACTS.mapRow(row, number),
        row.getInt("position"), instant(row.getTimestamp("applied_at")), instant(row.getTimestamp("answer_due")),
        instant(row.getTimestamp("offer_ends")), row.getString("reason_code"), row.getString("reason_words"),
        instant(row.getTimestamp("checked_in_at")), instant(row.getTimestamp("checked_out_at")), row.getTimestamp("no_show_at") != null,
        row.getObject("no_show_by", Long.class));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
