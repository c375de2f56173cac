package dz.linatatawwa.programmes;

import dz.linatatawwa.accounts.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of members, of what they agreed to, and of invitations. */
@Component
class MembershipTable {

  private static final String SELECT = """
      select m.id, m.programme_id, m.volunteer_id, m.cohort_id, h.name as cohort_name, m.reference, c.shows_name, c.shows_minutes, c.given_at,
          m.guardian_hash is not null and m.guardian_given is null as waits
      from programmes.membership m
      join programmes.consent c on c.membership_id = m.id and c.withdrawn_at is null
      left join programmes.cohort h on h.id = m.cohort_id
      where m.left_at is null
      """;

  private final JdbcClient db;

  MembershipTable(JdbcClient db) {
    this.db = db;
  }

  /** An invitation that waits. */
  record Invited(long id, ProgrammeId programme, @Nullable Long cohort, @Nullable String reference) {}

  List<Membership> of(AccountId volunteer) {
    return db.sql(SELECT + " and m.volunteer_id = :volunteer order by m.id desc limit 50").param("volunteer", volunteer.value()).query(MembershipTable::read).list();
  }

  Optional<Membership> of(AccountId volunteer, ProgrammeId programme) {
    return db.sql(SELECT + " and m.volunteer_id = :volunteer and m.programme_id = :programme").param("volunteer", volunteer.value())
        .param("programme", programme.value()).query(MembershipTable::read).optional();
  }

  Optional<Membership> find(long id) {
    return db.sql(SELECT + " and m.id = :id").param("id", id).query(MembershipTable::read).optional();
  }

  /** The membership of a guardian's link. */
  Optional<Membership> byGuardian(byte[] hash) {
    return db.sql(SELECT + " and m.guardian_hash = :hash").param("hash", hash).query(MembershipTable::read).optional();
  }

  /** Only while the partner's agreement promises recognition and the programme is open.
   *  @param guardian hash of the guardian's link; null: of age
   *  @return nothing where nobody may join, or they are a member already */
  Optional<Long> insert(ProgrammeId programme, AccountId volunteer, @Nullable Long cohort, @Nullable String reference, byte @Nullable [] guardian, LocalDate today, Instant now) {
    return db.sql("""
        insert into programmes.membership (programme_id, volunteer_id, cohort_id, reference, joined_at, guardian_hash, guardian_asked)
        select g.id, :volunteer, (select h.id from programmes.cohort h where h.id = :cohort and h.programme_id = g.id), :reference, :now, cast(:guardian as bytea),
            case when cast(:guardian as bytea) is null then null else cast(:now as timestamptz) end
        from programmes.programme g
        where g.id = :programme and g.closed_at is null and exists (
          select 1 from partnerships.active_agreement a
          where a.partner_id = g.partner_id and a.promise = 'recognition' and :today between a.from_day and a.to_day)
        on conflict (programme_id, volunteer_id) where left_at is null do nothing
        returning id
        """).param("volunteer", volunteer.value()).param("cohort", cohort).param("reference", reference).param("guardian", guardian)
        .param("now", ProgrammeTable.at(now)).param("programme", programme.value()).param("today", today).query(Long.class).optional();
  }

  void consent(long membership, Shown shown, Instant now) {
    db.sql("update programmes.consent set withdrawn_at = :now where membership_id = :id and withdrawn_at is null").param("now", ProgrammeTable.at(now))
        .param("id", membership).update();
    db.sql("insert into programmes.consent (membership_id, wording, shows_name, shows_minutes, given_at) values (:id, :wording, :name, :minutes, :now)")
        .param("id", membership).param("wording", Shown.WORDING).param("name", shown.name()).param("minutes", shown.minutes())
        .param("now", ProgrammeTable.at(now)).update();
  }

  boolean guardianGives(byte[] hash, Instant now) {
    return db.sql("update programmes.membership set guardian_given = :now where guardian_hash = :hash and guardian_given is null and left_at is null")
        .param("now", ProgrammeTable.at(now)).param("hash", hash).update() == 1;
  }

  /** Whoever saw something of them sees nothing from this moment. */
  boolean leave(long membership, String by, Instant now) {
    boolean left = db.sql("update programmes.membership set left_at = :now, left_by = :by where id = :id and left_at is null")
        .param("now", ProgrammeTable.at(now)).param("by", by).param("id", membership).update() == 1;
    db.sql("update programmes.consent set withdrawn_at = :now where membership_id = :id and withdrawn_at is null").param("now", ProgrammeTable.at(now))
        .param("id", membership).update();
    return left;
  }

  void number(long membership, @Nullable String reference) {
    db.sql("update programmes.membership set reference = :reference where id = :id").param("reference", reference).param("id", membership).update();
  }

  void place(long membership, long cohort) {
    db.sql("update programmes.membership set cohort_id = :cohort where id = :id").param("cohort", cohort).param("id", membership).update();
  }

  /** @return false when they were invited before */
  boolean invite(ProgrammeId programme, @Nullable Long cohort, @Nullable String contact, @Nullable AccountId account, @Nullable String reference, Instant now) {
    return db.sql("""
        insert into programmes.invitation (programme_id, cohort_id, contact, account_id, reference, invited_at)
        values (:programme, :cohort, :contact, :account, :reference, :now)
        on conflict do nothing
        """).param("programme", programme.value()).param("cohort", cohort).param("contact", contact).param("account", account == null ? null : account.value())
        .param("reference", reference).param("now", ProgrammeTable.at(now)).update() == 1;
  }

  List<Invited> invitations(AccountId account, @Nullable String email, @Nullable String phone) {
    return db.sql("""
        select i.id, i.programme_id, i.cohort_id, i.reference
        from programmes.invitation i
        join programmes.programme g on g.id = i.programme_id and g.closed_at is null
        where (i.account_id = :account or i.contact in (:email, :phone)) and i.answered_at is null
        order by i.id desc
        limit 20
        """).param("account", account.value()).param("email", email).param("phone", phone)
        .query((row, number) -> new Invited(row.getLong("id"), new ProgrammeId(row.getLong("programme_id")), row.getObject("cohort_id", Long.class),
            row.getString("reference"))).list();
  }

  void answered(long invitation, Instant now) {
    db.sql("update programmes.invitation set answered_at = :now where id = :id and answered_at is null").param("now", ProgrammeTable.at(now))
        .param("id", invitation).update();
  }

  long waiting(ProgrammeId programme) {
    return db.sql("select count(*) from programmes.invitation where programme_id = :id and answered_at is null").param("id", programme.value())
        .query(Long.class).single();
  }

  private static Membership read(ResultSet row, int number) throws SQLException {
    Long cohort = row.getObject("cohort_id", Long.class);
    return new Membership(row.getLong("id"), new ProgrammeId(row.getLong("programme_id")), new AccountId(row.getLong("volunteer_id")),
        cohort == null ? null : new Cohort(cohort, row.getString("cohort_name")), row.getString("reference"),
        new Shown(row.getBoolean("shows_name"), row.getBoolean("shows_minutes")), row.getObject("given_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("waits"));
  }
}
