package dz.linatatawwa.turnout;

import dz.linatatawwa.figures.Division;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.demo.SmallCountry;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.world.WorldTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationDaysTests {

  private static final long SEED = 20261130;

  @Autowired ApplicationContext rooms;
  @Autowired JdbcClient db;
  @Autowired FactCount facts;
  @Autowired OperationDays days;
  @Autowired OperationKeeper keeper;
  @Autowired Operations operations;
  @Autowired Excluded excluded;
  private final Random chance = new Random(SEED);
  private boolean filled;

  @BeforeEach
  void country() throws SQLException {
    if (!filled) SmallCountry.fill(rooms, 11);
    filled = true;
  }

  @Test
  void whatIsKeptByDayEqualsTheFactsInEveryScopeAndPeriod() {
    keeper.rebuild(step -> {});
    same("made anew", 24);
    assertThat(db.sql("select count(*) from turnout.operation_news").query(Long.class).single()).isZero();
  }

  @Test
  void whateverChangesIsHeardAndTheDaysAreTrueAgain() {
    keeper.rebuild(step -> {});
    for (int round = 0; round < 3; round++) {
      for (String change : CHANGES) db.sql(change.replace(":some", Integer.toString(3 + chance.nextInt(40)))).update();
      keeper.catchUp();
      same("round " + round, 10);
    }
  }

  @Test
  void aFloodOfNewsIsMadeTrueInOneGo() {
    keeper.rebuild(step -> {});
    for (String change : CHANGES) db.sql(change.replace(":some", Integer.toString(3 + chance.nextInt(40)))).update();
    db.sql("insert into turnout.operation_news (kind, id) select 'volunteer', 1 from generate_series(1, :n)").param("n", OperationDays.FLOOD).update();
    assertThat(days.hear()).isFalse();
    assertThat(db.sql("select count(*) from turnout.operation_news").query(Long.class).single()).isZero();
    same("after the flood", 10);
  }

  /** What people and rooms do to the tables, on a random part of the rows. */
  private static final List<String> CHANGES = List.of(
      "update participation.application set state = 'withdrawn', state_since = now() where state = 'accepted' and id % :some = 1",
      "update participation.application set answered_at = applied_at + make_interval(mins => (id % 5000)::integer) where answered_at is null and id % :some = 2",
      "insert into participation.application (shift_id, volunteer_id, state, applied_at) select s.id, v.account_id, 'pending', now() - interval '3 days' from opportunities.shift s, "
          + "(select account_id from volunteers.volunteer order by account_id desc limit 3) v where s.id % :some = 3 on conflict do nothing",
      "update attendance.attendance set closed_at = now() where closed_at is null and checked_in_at is not null and checked_out_at is not null and id % :some = 0",
      "update attendance.attendance set no_show_at = null where no_show_at is not null and id % :some = 1",
      "update opportunities.shift set starts_at = starts_at - interval '2 days', ends_at = ends_at - interval '2 days' where id % :some = 4",
      "update opportunities.shift set capacity = capacity + 3 where id % :some = 5",
      "update opportunities.shift set state = 'cancelled' where id % 97 = :some",
      "update opportunities.opportunity set commune_code = '1601', wilaya_code = '16' where id % :some = 6 and not remote",
      "update opportunities.opportunity set campaign_id = (select max(id) from opportunities.campaign) where id % :some = 2",
      "update opportunities.opportunity set state = 'closed', ended_at = now() where state = 'published' and id % :some = 1",
      "update hours.claim set state = 'refused', decided_at = now(), decided_by = null, reason_code = 'wrong-time' where state = 'proposed' and id % :some < 2",
      "update integrity.sample set answer = 'yes', answered_at = now() where answer is null and id % :some < 3",
      "update volunteers.volunteer set commune_code = '1901', wilaya_code = '19' where account_id % :some = 3",
      "update volunteers.volunteer set birth_year = 2020 where account_id % 400 = :some",
      "update accounts.account set closed_at = now() - interval '2 days' where closed_at is null and id > 100000 and id % 300 = :some");

  private void same(String when, int questions) {
    for (int i = 0; i < questions; i++) {
      Scope scope = scope();
      Period period = period();
      String what = when + ", question " + i + ": " + scope + " " + period;
      Facts plain = facts.of(scope, period);
      Facts kept = days.of(scope, period, plain.asOf());
      assertThat(nonZero(kept.counts())).as(what).isEqualTo(nonZero(plain.counts()));
      assertThat(kept.answers().counts()).as(what).isEqualTo(plain.answers().counts());
      assertThat(kept.confirmations().counts()).as(what).isEqualTo(plain.confirmations().counts());
      assertThat(operations.of(scope, period).applications()).isEqualTo(plain.counts().getOrDefault("applications", 0L));
      assertThat(excluded.of(scope, period).total()).isEqualTo(plain.notCounted(scope, period).total());
    }
  }

  private static Map<String, Long> nonZero(Map<String, Long> counts) {
    return counts.entrySet().stream().filter(entry -> entry.getValue() != 0).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }

  private Scope scope() {
    return switch (chance.nextInt(8)) {
      case 0 -> Scope.NATION;
      case 1 -> new Scope.OfWilaya(new WilayaCode(List.of("16", "19", "31", "25").get(chance.nextInt(4))), Division.W69);
      case 2 -> new Scope.OfWilaya(new WilayaCode(List.of("16", "19", "03").get(chance.nextInt(3))), Division.W58);
      case 3 -> new Scope.OfWilaya(new WilayaCode(List.of("16", "19", "47").get(chance.nextInt(3))), Division.W48);
      case 4 -> new Scope.OfCommune(new CommuneCode(any("select commune_code from opportunities.opportunity where commune_code is not null group by 1 order by 1")));
      case 5 -> new Scope.OfCampaign(new CampaignId(Long.parseLong(any("select id::text from opportunities.campaign order by id"))));
      default -> new Scope.OfOrganization(new OrganizationId(Long.parseLong(any("select organization_id::text from opportunities.opportunity group by 1 order by min(organization_id)"))));
    };
  }

  private String any(String sql) {
    List<String> all = db.sql(sql).query(String.class).list();
    return all.get(chance.nextInt(all.size()));
  }

  private Period period() {
    LocalDate today = LocalDate.now(Words.ZONE);
    LocalDate from = today.minusDays(chance.nextInt(380));
    return switch (chance.nextInt(4)) {
      case 0 -> Period.everTo(today.plusDays(80));
      case 1 -> Period.twelveMonthsTo(today);
      case 2 -> Period.days(from, from.plusDays(chance.nextInt(40)));
      default -> Period.month(java.time.YearMonth.from(from));
    };
  }

  /** Written from the definitions, not from the SQL: rows are read one by one and counted here. */
  @Test
  void anotherCountThatReadsTheRowsOneByOneSaysTheSame() {
    keeper.rebuild(step -> {});
    LocalDate today = LocalDate.now(Words.ZONE);
    Period year = Period.twelveMonthsTo(today);
    for (Long organization : List.of(0L, 1L, 3L)) {
      Scope scope = organization == 0 ? Scope.NATION : new Scope.OfOrganization(new OrganizationId(organization));
      OperationFigures said = operations.of(scope, year);
      List<Map<String, Object>> shifts = rows("""
          select s.id, s.starts_at, s.capacity, s.state, o.state as offered, o.organization_id from opportunities.shift s
          join opportunities.opportunity o on o.id = s.opportunity_id""").stream().filter(row -> organization == 0 || row.get("organization_id").equals(organization))
          .filter(row -> within(row.get("starts_at"), year)).toList();
      List<Map<String, Object>> open = shifts.stream().filter(row -> !row.get("state").equals("cancelled") && Set.of("published", "closed").contains(row.get("offered"))).toList();
      assertThat(said.offered()).isPositive().isEqualTo(open.stream().mapToLong(row -> (Integer) row.get("capacity")).sum());
      Set<Object> openIds = open.stream().map(row -> row.get("id")).collect(Collectors.toSet());
      Set<Object> ids = shifts.stream().map(row -> row.get("id")).collect(Collectors.toSet());
      List<Map<String, Object>> applications = rows("""
          select a.*, o.organization_id from participation.application a join opportunities.shift s on s.id = a.shift_id join opportunities.opportunity o on o.id = s.opportunity_id""")
          .stream().filter(row -> organization == 0 || row.get("organization_id").equals(organization)).toList();
      assertThat(said.filled()).isPositive().isEqualTo(applications.stream().filter(row -> openIds.contains(row.get("shift_id")) && row.get("state").equals("accepted")).count());
      assertThat(said.applications()).isEqualTo(applications.stream().filter(row -> within(row.get("applied_at"), year)).count());
      List<Map<String, Object>> attended = rows("select * from attendance.attendance").stream()
          .filter(row -> ids.contains(row.get("shift_id")) && row.get("closed_at") != null).toList();
      assertThat(said.came()).isPositive().isEqualTo(attended.stream().filter(row -> row.get("checked_in_at") != null).count());
      assertThat(said.missed()).isEqualTo(attended.stream().filter(row -> row.get("no_show_at") != null).count());
      long[] waits = applications.stream().filter(row -> row.get("answered_at") != null && within(row.get("answered_at"), year))
          .mapToLong(row -> Duration.between(((java.sql.Timestamp) row.get("applied_at")).toInstant(), ((java.sql.Timestamp) row.get("answered_at")).toInstant()).toMinutes())
          .sorted().toArray();
      assertThat(said.answer().count()).isEqualTo(waits.length);
      near(said.answer().median(), waits, 0.5);
      near(said.answer().ninetieth(), waits, 0.9);
      if (organization != 0) continue;
      assertThat(said.registered()).hasValue(rows("select a.closed_at, v.joined_at from volunteers.volunteer v join accounts.account a on a.id = v.account_id").stream()
          .filter(row -> row.get("closed_at") == null).count());
      assertThat(said.sample().answered()).isEqualTo(rows("select * from integrity.sample").stream()
          .filter(row -> within(row.get("asked_at"), year) && row.get("answer") != null).count());
    }
  }

  @Test
  void everyMinuteThatDoesNotCountHasOneReason() {
    keeper.rebuild(step -> {});
    Period ever = Period.everTo(LocalDate.now(Words.ZONE).plusDays(70));
    NotCounted said = excluded.of(Scope.NATION, ever);
    assertThat(said.of(Reason.CURRICULAR)).isPositive();
    assertThat(said.of(Reason.GRADE_D)).isEqualTo(number("select sum(minutes) from hours.entry where grade = 'D'"));
    assertThat(said.of(Reason.WAITING)).isEqualTo(number("select sum(minutes) from hours.claim where state = 'proposed'"));
    assertThat(said.of(Reason.REFUSED)).isPositive();
    assertThat(said.of(Reason.REVERSED)).isPositive().isLessThanOrEqualTo(number("select -sum(minutes) from hours.entry where minutes < 0"));
    assertThat(number("select count(*) from hours.claim c join opportunities.opportunity o on o.id = c.opportunity_id where o.nature <> 'free'")).isZero();
  }

  private static void near(OptionalInt said, long[] sorted, double share) {
    if (sorted.length == 0) {
      assertThat(said).isEmpty();
      return;
    }
    long exact = sorted[(int) Math.ceil(share * sorted.length) - 1];
    assertThat((double) said.orElseThrow()).isBetween(exact / 1.1 - 1, exact * 1.1 + 1);
  }

  private boolean within(Object at, Period period) {
    LocalDate day = (at instanceof OffsetDateTime time ? time.toInstant() : ((java.sql.Timestamp) at).toInstant()).atZone(Words.ZONE).toLocalDate();
    return !day.isBefore(period.from()) && !day.isAfter(period.to());
  }

  private List<Map<String, Object>> rows(String sql) {
    return new ArrayList<>(db.sql(sql).query().listOfRows());
  }

  private long number(String sql) {
    return db.sql(sql).query(Long.class).single();
  }

  @Test
  void waitsFallIntoClassesThatAreNeverFurtherThanATenthFromTheTruth() {
    for (int minutes : new int[] {0, 1, 2, 7, 60, 61, 1_440, 4_320, 100_000}) {
      Integer clazz = db.sql("select turnout.wait_class(make_interval(mins => :minutes))").param("minutes", minutes).query(Integer.class).single();
      Waits waits = Waits.none();
      waits.add(clazz, 1);
      near(waits.within(0.5), new long[] {minutes}, 0.5);
    }
    assertThat(Arrays.stream(Reason.values()).map(Reason::code)).doesNotHaveDuplicates();
  }
}
