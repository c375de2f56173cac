package dz.linatatawwa.eligibility;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.Someone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who did many things at random, written straight into the ledger and the days: lines, lines that take them back, shifts, leaders. */
public final class Deeds {

  static final List<String> ACTIVITIES = List.of("ENV-01", "ENV-02", "HLT-01", "HLT-02", "ANI-01");
  static final List<String> WILAYAS = List.of("16", "19", "11", "31", "25", "06");
  private static final List<String> COMMUNES = List.of("1601", "1101", "1901");

  private final JdbcClient db;
  private final Random random;
  private final List<Long> organizations = new ArrayList<>();
  private final List<Long> opportunities = new ArrayList<>();
  final List<AccountId> people = new ArrayList<>();

  public Deeds(JdbcClient db, long seed) {
    this.db = db;
    this.random = new Random(seed);
    for (int i = 0; i < 4; i++) organizations.add(organization(i));
    for (int i = 0; i < 12; i++) opportunities.add(opportunity());
  }

  public void people(int number) {
    String[] audiences = {"pupil", "student", "employed", "retired"};
    for (int i = 0; i < number; i++) {
      people.add(new Someone("متطوع تجريبي " + i, 1950 + random.nextInt(62), audiences[random.nextInt(4)], one(COMMUNES)).volunteer());
    }
  }

  /** Lines in the ledger, a fifth of them taken back, and the totals kept beside it. */
  public void lines(int number) {
    for (int i = 0; i < number; i++) line(people.get(random.nextInt(people.size())).value(), i);
    db.sql("insert into hours.volunteer_total (volunteer_id, grade, minutes) select volunteer_id, grade, sum(minutes) from hours.entry group by 1, 2").update();
  }

  private void line(long person, int number) {
    LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(random.nextInt(900));
    Instant from = day.atTime(LocalTime.of(6, 0)).toInstant(ZoneOffset.UTC).plusSeconds(number);
    int minutes = 1 + random.nextInt(400);
    String grade = "ABCDE".substring(random.nextInt(5)).substring(0, 1);
    long claim = db.sql("""
        insert into hours.claim (volunteer_id, during, minutes, grade, state, due_at, decided_at, entered_at)
        values (:person, tstzrange(:from, :to), :minutes, :grade, 'reversed', now(), now(), now()) returning id""")
        .param("person", person).param("from", java.sql.Timestamp.from(from)).param("to", java.sql.Timestamp.from(from.plusSeconds(minutes * 60L)))
        .param("minutes", minutes).param("grade", grade).query(Long.class).single();
    String activity = one(ACTIVITIES);
    String wilaya = random.nextInt(5) == 0 ? null : one(WILAYAS);
    Long opportunity = random.nextInt(4) == 0 ? null : opportunities.get(random.nextInt(opportunities.size()));
    long entry = db.sql("""
        insert into hours.entry (claim_id, volunteer_id, day, minutes, grade, organization_id, opportunity_id, field_code, activity_code, wilaya_code)
        values (:claim, :person, :day, :minutes, :grade, :organization, :opportunity, :field, :activity, :wilaya) returning id""")
        .param("claim", claim).param("person", person).param("day", day).param("minutes", minutes).param("grade", grade)
        .param("organization", organizations.get(random.nextInt(4))).param("opportunity", opportunity).param("field", activity.substring(0, 3))
        .param("activity", activity).param("wilaya", wilaya).query(Long.class).single();
    if (random.nextInt(5) > 0) return;
    db.sql("""
        insert into hours.entry (claim_id, reverses, volunteer_id, day, minutes, grade, organization_id, opportunity_id, field_code, activity_code, wilaya_code)
        select claim_id, id, volunteer_id, day, -minutes, grade, organization_id, opportunity_id, field_code, activity_code, wilaya_code
        from hours.entry where id = :entry""").param("entry", entry).update();
  }

  /** Shifts with some people each; some days are not closed, some people never left, somebody else than themselves checked them in. */
  public void shifts(int number) {
    for (int i = 0; i < number; i++) {
      Instant from = LocalDate.now(ZoneOffset.UTC).minusDays(1 + random.nextInt(900)).atTime(random.nextInt(24), 0).toInstant(ZoneOffset.UTC);
      Instant to = from.plusSeconds(3 * 3600);
      long shift = db.sql("insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity) values (:opportunity, :from, :to, 50) returning id")
          .param("opportunity", opportunities.get(random.nextInt(opportunities.size()))).param("from", java.sql.Timestamp.from(from))
          .param("to", java.sql.Timestamp.from(to)).query(Long.class).single();
      boolean closed = random.nextInt(4) > 0;
      for (int who = 0; who < 4; who++) {
        db.sql("""
            insert into attendance.attendance (shift_id, volunteer_id, checked_in_at, checked_in_by, checked_out_at, grade, closed_at)
            values (:shift, :who, :in, :by, :out, 'B', :closed) on conflict do nothing""")
            .param("shift", shift).param("who", someone()).param("in", java.sql.Timestamp.from(from)).param("by", someone())
            .param("out", random.nextInt(6) == 0 ? null : java.sql.Timestamp.from(to)).param("closed", closed ? java.sql.Timestamp.from(to) : null).update();
      }
      if (closed) {
        db.sql("insert into attendance.closure (shift_id, closed_by, came, no_shows, proposed) values (:shift, :by, :came, 0, 0)")
            .param("shift", shift).param("by", someone()).param("came", random.nextInt(3)).update();
      }
    }
  }

  private long someone() {
    return people.get(random.nextInt(people.size())).value();
  }

  private long organization(int number) {
    return db.sql("""
        insert into organizations.organization (kind, name_ar, name_key, scope, wilaya_code, commune_code, state, verified_at)
        values ('association', :name, :name, 'wilaya', '16', '1601', 'verified', now()) returning id""").param("name", "جمعية تجريبية " + number)
        .query(Long.class).single();
  }

  private long opportunity() {
    String activity = one(ACTIVITIES);
    return db.sql("""
        insert into opportunities.opportunity (organization_id, title, field_code, activity_code, wilaya_code, commune_code, state, published_at)
        values (:organization, 'نشاط تجريبي', :field, :activity, '16', '1601', 'published', now()) returning id""")
        .param("organization", organizations.get(random.nextInt(4))).param("field", activity.substring(0, 3)).param("activity", activity)
        .query(Long.class).single();
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
