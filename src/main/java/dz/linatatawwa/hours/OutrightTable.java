package dz.linatatawwa.hours;

import dz.linatatawwa.hours.DeclaredWork.Span;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Claims that stand at once: written by somebody's finding, or declared. */
@Repository
class OutrightTable {

  private final JdbcClient db;

  OutrightTable(JdbcClient db) {
    this.db = db;
  }

  /** A living claim under somebody's hand, its row locked. */
  record Living(long id, boolean confirmed, Instant from, Instant to, int minutes) {}

  /** What lives of one person in one shift. */
  List<Living> living(long volunteer, long shift) {
    return db.sql("""
        select id, state = 'confirmed' as confirmed, lower(during) as from_at, upper(during) as to_at, minutes
        from hours.claim
        where volunteer_id = :volunteer and shift_id = :shift and state in ('proposed', 'confirmed')
        order by id for update""")
        .param("volunteer", volunteer).param("shift", shift).query((row, number) -> new Living(row.getLong("id"), row.getBoolean("confirmed"),
            row.getObject("from_at", OffsetDateTime.class).toInstant(), row.getObject("to_at", OffsetDateTime.class).toInstant(),
            row.getInt("minutes"))).list();
  }

  /** Whether this person has other hours at that time, these claims aside. */
  boolean elsewhere(long volunteer, Instant from, Instant to, Collection<Long> aside) {
    return db.sql("""
        select exists (select 1 from hours.claim
          where volunteer_id = :volunteer and state in ('proposed', 'confirmed') and during && tstzrange(:from, :to) and not id = any(:aside))""")
        .param("volunteer", volunteer).param("from", at(from)).param("to", at(to)).param("aside", aside.toArray(Long[]::new))
        .query(Boolean.class).single();
  }

  /** Whether somebody was written down as present at that time, in whatever shift and whether or not hours follow from it. */
  boolean attended(long volunteer, Instant from, Instant to) {
    return db.sql("""
        select exists (select 1 from attendance.attendance t join opportunities.shift s on s.id = t.shift_id
          where t.volunteer_id = :volunteer and t.checked_in_at is not null and t.checked_in_at < :to and coalesce(t.checked_out_at, s.ends_at) > :from
            and s.state <> 'cancelled')""")
        .param("volunteer", volunteer).param("from", at(from)).param("to", at(to)).query(Boolean.class).single();
  }

  /** How that person's attendance in that shift was proved; nothing where nobody saw them come. */
  Optional<Attendance> attendance(long volunteer, long shift) {
    return db.sql("select id, grade from attendance.attendance where volunteer_id = :volunteer and shift_id = :shift and checked_in_at is not null")
        .param("volunteer", volunteer).param("shift", shift)
        .query((row, number) -> new Attendance(row.getLong("id"), Grade.valueOf(row.getString("grade")))).optional();
  }

  /** The record of somebody's coming. */
  record Attendance(long id, Grade grade) {}

  /** Whether time in a shift may become hours at all: not where it is compulsory, curricular or paid. */
  boolean counts(long shift) {
    return db.sql("select nature = 'free' from participation.shift_facts where shift_id = :shift").param("shift", shift).query(Boolean.class).single();
  }

  /** Between which instants time of a shift may lie. */
  ClaimTable.Bounds bounds(long shift) {
    return db.sql("""
        select starts_at - make_interval(mins => grace_minutes) as earliest, ends_at + make_interval(mins => grace_minutes) as latest
        from participation.shift_facts where shift_id = :shift""")
        .param("shift", shift)
        .query((row, number) -> new ClaimTable.Bounds(row.getObject("earliest", OffsetDateTime.class).toInstant(),
            row.getObject("latest", OffsetDateTime.class).toInstant())).single();
  }

  /** A claim that somebody of neither side found to be right. */
  long found(Finding finding, Span span, @Nullable Long attendance, Grade grade, long by, String reason, Instant now) {
    return db.sql("""
        insert into hours.claim (volunteer_id, attendance_id, shift_id, opportunity_id, organization_id, during, minutes, grade, state, origin,
          proposed_by, due_at, decided_at, decided_by, reason)
        select :volunteer, :attendance, f.shift_id, f.opportunity_id, f.organization_id, tstzrange(:from, :to), :minutes, :grade, 'confirmed', 'contest',
          :by, :now, :now, :by, :reason
        from participation.shift_facts f where f.shift_id = :shift
        returning id""")
        .param("volunteer", finding.volunteer().value()).param("attendance", attendance).param("shift", finding.shift().value())
        .param("from", at(span.from())).param("to", at(span.to())).param("minutes", span.minutes()).param("grade", grade.name())
        .param("by", by).param("now", at(now)).param("reason", reason).query(Long.class).single();
  }

  /** A claim of one declared day. */
  long declared(DeclaredWork work, Span span, Instant now) {
    return db.sql("""
        insert into hours.claim (volunteer_id, organization_id, during, minutes, grade, state, origin, title, field_code, activity_code,
          wilaya_code, commune_code, proposed_by, due_at, decided_at, reason)
        select :volunteer, :organization, tstzrange(:from, :to), :minutes, 'E', 'confirmed', 'declaration', :title, :field, :activity,
          c.wilaya_code, c.code, :volunteer, :now, :now, :reason
        from places.commune c where c.code = :commune
        returning id""")
        .param("volunteer", work.volunteer().value()).param("organization", work.organization() == null ? null : work.organization().value())
        .param("from", at(span.from())).param("to", at(span.to())).param("minutes", span.minutes()).param("title", work.title())
        .param("field", work.field()).param("activity", work.activity()).param("commune", work.commune().value())
        .param("now", at(now)).param("reason", work.reason()).query(Long.class).single();
  }

  /** Locks declared claims that stand, by their ids. */
  List<OpenClaim> standing(Collection<Long> ids, Grade grade) {
    return db.sql("""
        select id, volunteer_id, lower(during) as from_at, upper(during) as to_at, minutes, reason
        from hours.claim
        where id = any(:ids) and state = 'confirmed' and origin = 'declaration' and grade >= :grade
        order by id for update""")
        .param("ids", ids.toArray(Long[]::new)).param("grade", grade.name())
        .query((row, number) -> new OpenClaim(row.getLong("id"), row.getLong("volunteer_id"), row.getObject("from_at", OffsetDateTime.class).toInstant(),
            row.getObject("to_at", OffsetDateTime.class).toInstant(), row.getInt("minutes"), false, null, row.getString("reason"))).list();
  }

  /** The same time once more, proved by a document that somebody accepted. */
  long raised(long claim, long by, String reason, Instant now) {
    return db.sql("""
        insert into hours.claim (volunteer_id, organization_id, during, minutes, grade, state, origin, title, field_code, activity_code,
          wilaya_code, commune_code, proposed_by, due_at, decided_at, decided_by, reason)
        select volunteer_id, organization_id, during, minutes, 'D', 'confirmed', origin, title, field_code, activity_code,
          wilaya_code, commune_code, proposed_by, :now, :now, :by, :reason
        from hours.claim where id = :claim
        returning id""")
        .param("claim", claim).param("by", by).param("now", at(now)).param("reason", reason).query(Long.class).single();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
