package dz.linatatawwa.contests;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.Slice;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of cases. */
@Repository
class ContestTable {

  static final int PAGE = 20;

  private final JdbcClient db;

  ContestTable(JdbcClient db) {
    this.db = db;
  }

  /** Nothing when one is open about the same shift already. */
  Optional<ContestId> open(Ask ask, Ground ground, @Nullable Span said, Instant now, Instant answerDue, Instant due) {
    return db.sql("""
        insert into contests.contest (volunteer_id, shift_id, organization_id, claim_id, subject, ground, said_from, said_to, opened_at, opened_by,
          answer_due, due_at)
        values (:volunteer, :shift, :organization, :claim, :subject, :ground, :from, :to, :now, :volunteer, :answerDue, :due)
        on conflict (volunteer_id, shift_id) where settled_at is null and withdrawn_at is null do nothing
        returning id""")
        .param("volunteer", ask.volunteer().value()).param("shift", ask.shift().value()).param("organization", ask.organization().value())
        .param("claim", ask.claim() == null ? null : ask.claim().value()).param("subject", ask.subject().code()).param("ground", ground.code())
        .param("from", said == null ? null : at(said.from())).param("to", said == null ? null : at(said.to())).param("now", at(now))
        .param("answerDue", at(answerDue)).param("due", at(due)).query(Long.class).optional().map(ContestId::new);
  }

  /** The appeal of a settled case, about what stands since; nothing when there is one, or one lives about the same shift. */
  Optional<ContestId> appeal(Contest first, AccountId by, Instant now, Instant answerDue, Instant due) {
    return db.sql("""
        insert into contests.contest (volunteer_id, shift_id, organization_id, claim_id, subject, ground, said_from, said_to, opened_at, opened_by,
          answer_due, due_at, appeal_of)
        select volunteer_id, shift_id, organization_id, coalesce(found_claim, claim_id), subject, ground, said_from, said_to, :now, :by,
          :answerDue, :due, id
        from contests.contest where id = :first and settled_at is not null
        on conflict do nothing
        returning id""")
        .param("first", first.id().value()).param("by", by.value()).param("now", at(now)).param("answerDue", at(answerDue)).param("due", at(due))
        .query(Long.class).optional().map(ContestId::new);
  }

  Optional<Contest> find(ContestId id) {
    return db.sql(ContestRow.SELECT + "where c.id = :id").param("id", id.value()).query(ContestRow::read).optional();
  }

  Optional<ContestId> living(AccountId volunteer, long shift) {
    return db.sql("select id from contests.contest where volunteer_id = :volunteer and shift_id = :shift and settled_at is null and withdrawn_at is null")
        .param("volunteer", volunteer.value()).param("shift", shift).query(Long.class).optional().map(ContestId::new);
  }

  /** The living cases that this person opened. */
  List<ContestId> openedBy(AccountId person) {
    return db.sql("select id from contests.contest where opened_by = :person and settled_at is null and withdrawn_at is null order by id")
        .param("person", person.value()).query(Long.class).list().stream().map(ContestId::new).toList();
  }

  /** The living case of each of these claims' shifts. */
  Map<ClaimId, ContestId> livingOf(AccountId volunteer, Collection<ClaimId> claims) {
    Map<ClaimId, ContestId> found = new HashMap<>();
    db.sql("""
        select h.id as claim_id, c.id from contests.contest c join hours.claimed h on h.volunteer_id = c.volunteer_id and h.shift_id = c.shift_id
        where c.volunteer_id = :volunteer and c.settled_at is null and c.withdrawn_at is null and h.id = any(:claims)""")
        .param("volunteer", volunteer.value()).param("claims", claims.stream().map(ClaimId::value).toArray(Long[]::new))
        .query(row -> {
          found.put(new ClaimId(row.getLong("claim_id")), new ContestId(row.getLong("id")));
        });
    return found;
  }

  Slice<Contest> of(AccountId volunteer, int page) {
    return page("c.volunteer_id = :who", volunteer.value(), page);
  }

  /** @param open those that live, in place of those that are over */
  Slice<Contest> of(OrganizationId organization, boolean open, int page) {
    return page("c.organization_id = :who and (c.settled_at is null and c.withdrawn_at is null) = " + open, organization.value(), page);
  }

  int waitingFor(OrganizationId organization) {
    return db.sql("""
        select count(*) from contests.contest
        where organization_id = :organization and settled_at is null and withdrawn_at is null and answer is null""")
        .param("organization", organization.value()).query(Integer.class).single();
  }

  private Slice<Contest> page(String where, long who, int page) {
    long total = db.sql("select count(*) from contests.contest c where " + where).param("who", who).query(Long.class).single();
    List<Contest> rows = db.sql(ContestRow.SELECT + "where " + where + " order by c.opened_at desc, c.id desc limit :size offset :skip")
        .param("who", who).param("size", PAGE).param("skip", (page - 1L) * PAGE).query(ContestRow::read).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  /** @return false when it was answered before, or is over */
  boolean answer(ContestId id, boolean agrees, AccountId by, Instant now) {
    return db.sql("""
        update contests.contest set answer = :answer, answered_at = :now, answered_by = :by
        where id = :id and answer is null and settled_at is null and withdrawn_at is null""")
        .param("answer", agrees ? "agrees" : "disagrees").param("now", at(now)).param("by", by.value()).param("id", id.value()).update() == 1;
  }

  boolean withdraw(ContestId id, Instant now) {
    return db.sql("update contests.contest set withdrawn_at = :now where id = :id and settled_at is null and withdrawn_at is null")
        .param("now", at(now)).param("id", id.value()).update() == 1;
  }

  /** Notes what is to stand, and holds the row until the transaction ends.
   *  @return false when the case is over */
  boolean prepare(ContestId id, @Nullable Span found) {
    return db.sql("update contests.contest set found_from = :from, found_to = :to where id = :id and settled_at is null and withdrawn_at is null")
        .param("from", found == null ? null : at(found.from())).param("to", found == null ? null : at(found.to())).param("id", id.value()).update() == 1;
  }

  /** The database refuses a settler of one of the sides. */
  void settle(ContestId id, Verdict verdict, @Nullable String code, @Nullable String reason, AccountId by, Instant now) {
    int changed = db.sql("""
        update contests.contest set settled_at = :now, settled_by = :by, outcome = :outcome, reason_code = :code, reason = :reason
        where id = :id and settled_at is null and withdrawn_at is null""")
        .param("now", at(now)).param("by", by.value()).param("outcome", verdict.code()).param("code", code).param("reason", reason)
        .param("id", id.value()).update();
    if (changed != 1) throw new IllegalStateException("contest " + id + " is over");
  }

  void found(ContestId id, @Nullable ClaimId claim) {
    db.sql("update contests.contest set found_claim = :claim where id = :id").param("claim", claim == null ? null : claim.value())
        .param("id", id.value()).update();
  }

  boolean takesPart(ContestId id, AccountId person) {
    return db.sql("select contests.takes_part(:id, :person)").param("id", id.value()).param("person", person.value()).query(Boolean.class).single();
  }

  /** Marks the cases whose clock has run out, once each; other nodes pass over them. */
  List<ContestId> runOut(Instant now) {
    return db.sql("""
        update contests.contest set escalated_at = :now
        where id in (select id from contests.contest where settled_at is null and withdrawn_at is null and escalated_at is null and due_at < :now
                     order by due_at limit 100 for update skip locked)
        returning id""")
        .param("now", at(now)).query(Long.class).list().stream().map(ContestId::new).toList();
  }

  SettlingTime settlingTime(Instant now) {
    return db.sql("""
        select count(*) filter (where settled_at > :since and appeal_of is null) as settled,
          count(*) filter (where settled_at is null and withdrawn_at is null) as open,
          extract(epoch from percentile_cont(0.5) within group (order by settled_at - opened_at)
            filter (where settled_at > :since and appeal_of is null)) as seconds
        from contests.contest where settled_at is null or settled_at > :since""")
        .param("since", at(now.minus(Duration.ofDays(365))))
        .query((row, number) -> new SettlingTime(row.getLong("settled"), row.getLong("open"),
            row.getLong("settled") < SettlingTime.FEWEST ? null : Duration.ofSeconds(row.getLong("seconds")))).single();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
