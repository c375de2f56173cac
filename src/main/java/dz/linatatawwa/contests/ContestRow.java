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
import org.jspecify.annotations.Nullable;

/** A case as one query gives it. */
final class ContestRow {

  static final String SELECT = """
      select c.id, c.volunteer_id, v.name, c.shift_id, f.title, f.opportunity_id, f.starts_at, f.ends_at, c.organization_id, f.organization_ar,
        f.organization_fr, c.claim_id, c.subject, c.ground, coalesce(h.from_at, p.checked_in_at) as recorded_from,
        coalesce(h.to_at, p.checked_out_at) as recorded_to, c.said_from, c.said_to, c.opened_at, c.opened_by, c.answer_due, c.due_at, c.appeal_of,
        (select a.id from contests.contest a where a.appeal_of = c.id) as appealed_by,
        c.answer, c.answered_at, c.answered_by, c.escalated_at, c.withdrawn_at, c.outcome, c.reason_code, c.reason, c.settled_by, c.settled_at,
        c.found_from, c.found_to, c.found_claim
      from contests.contest c
      join volunteers.public_volunteer v on v.id = c.volunteer_id
      join participation.shift_facts f on f.shift_id = c.shift_id
      left join hours.claimed h on h.id = c.claim_id
      left join participation.presence p on p.shift_id = c.shift_id and p.volunteer_id = c.volunteer_id and p.checked_out_at is not null
      """;

  private ContestRow() {}

  static Contest read(ResultSet row, int number) throws SQLException {
    Span hours = new Span(at(row, "starts_at"), at(row, "ends_at"));
    return new Contest(new ContestId(row.getLong("id")), new AccountId(row.getLong("volunteer_id")), row.getString("name"),
        new ShiftId(row.getLong("shift_id")), row.getString("title"), row.getLong("opportunity_id"), hours,
        new OrganizationId(row.getLong("organization_id")), new LocalName(row.getString("organization_ar"), row.getString("organization_fr"), null),
        claim(row, "claim_id"), Subject.of(row.getString("subject")), Ground.of(row.getString("ground")).orElseThrow(), span(row, "recorded"),
        span(row, "said"), at(row, "opened_at"), new AccountId(row.getLong("opened_by")), at(row, "answer_due"), at(row, "due_at"),
        contest(row, "appeal_of"), contest(row, "appealed_by"), answer(row), maybe(row, "escalated_at"), maybe(row, "withdrawn_at"), end(row));
  }

  private static Contest.@Nullable Answer answer(ResultSet row) throws SQLException {
    String answer = row.getString("answer");
    return answer == null ? null : new Contest.Answer(answer.equals("agrees"), at(row, "answered_at"), new AccountId(row.getLong("answered_by")));
  }

  private static Contest.@Nullable End end(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return outcome == null ? null : new Contest.End(Verdict.of(outcome).orElseThrow(), row.getString("reason_code"), row.getString("reason"),
        new AccountId(row.getLong("settled_by")), at(row, "settled_at"), span(row, "found"), claim(row, "found_claim"));
  }

  private static @Nullable Span span(ResultSet row, String name) throws SQLException {
    Instant from = maybe(row, name + "_from");
    Instant to = maybe(row, name + "_to");
    return from == null || to == null ? null : new Span(from, to);
  }

  private static @Nullable ClaimId claim(ResultSet row, String column) throws SQLException {
    Long id = row.getObject(column, Long.class);
    return id == null ? null : new ClaimId(id);
  }

  private static @Nullable ContestId contest(ResultSet row, String column) throws SQLException {
    Long id = row.getObject(column, Long.class);
    return id == null ? null : new ContestId(id);
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
