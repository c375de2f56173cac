package dz.linatatawwa.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.daybook.Units;
import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Figures;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Question;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Words, filters, pages and sums of the archive; every search planned by an index. */
@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveSearchTests {

  private static final int MANY = 600;

  @LocalServerPort int port;
  @Autowired Units unitList;
  @Autowired JdbcClient db;
  @Autowired JdbcTemplate plain;
  @Autowired TransactionTemplate transaction;
  @Autowired ListedOperations shelf;
  @Autowired OperationSearch search;
  @Autowired Archive archive;
  @Autowired Figures figures;
  private OperationId pines;

  @BeforeAll
  void fill() {
    ArchiveScene scene = new ArchiveScene(db);
    pines = scene.published(shelf, "غرس أشجار الصنوبر", "2019-12-05", "19", "1920", "جمعية البيئة بالعلمة");
    Random chance = new Random(7);
    List<Long> ids = new ArrayList<>(db.sql("""
        insert into archive.operation (title, first_day, last_day, precision, wilaya_code, commune_code, field_code, people, minutes, grade, source, state, state_since, made_at, changed_at)
        select (array['حملة نظافة الحي', 'إفطار عابري السبيل', 'حملة تبرع بالدم', 'Nettoyage de plage'])[1 + i % 4] || ' ' || i, date '2012-01-01' + i * 7, date '2012-01-01' + i * 7, 'day',
          c.wilaya_code, c.code, (array['ENV', 'FOO', 'HLT', 'ENV'])[1 + i % 4], 1 + i % 50, case when i % 3 = 0 then null else 60 * (1 + i % 9) end,
          case when i % 5 = 0 then 'D' else 'E' end, 'form', 'published', now(), now(), now()
        from generate_series(1, :many) i
        join (select row_number() over (order by code) n, * from places.commune) c on c.n = 1 + (i * 37) % 1541
        returning id
        """).param("many", MANY).query(Long.class).list());
    for (Long id : ids) {
      if (chance.nextInt(3) == 0) db.sql("insert into archive.unit (operation_id, unit, quantity) values (:id, 'waste-bags', :much)").param("id", id).param("much", 1 + chance.nextInt(90)).update();
    }
    shelf.refresh(ids);
  }

  private List<OperationId> found(String words) {
    return search.find(new Criteria(words, null, null, null, null, null, false, null)).hits().stream().map(hit -> hit.operation().id()).toList();
  }

  @Test
  void wordsAreFoundInBothScriptsWithPrefixesAndASlip() {
    assertThat(found("صنوبر سطيف")).containsExactly(pines);
    assertThat(found("Setif صنوبر")).containsExactly(pines);
    assertThat(found("والصنوبر el eulma")).containsExactly(pines);
    assertThat(found("صنوب")).containsExactly(pines);
    Found slip = search.find(new Criteria("الصنوير", null, null, null, null, null, false, null));
    assertThat(slip.instead()).isTrue();
    assertThat(slip.hits()).extracting(hit -> hit.operation().id()).containsExactly(pines);
    assertThat(found("دبابة")).isEmpty();
  }

  @Test
  void pagesGoOnWithoutGapOrDouble() {
    List<Long> seen = new ArrayList<>();
    Criteria criteria = Criteria.ALL;
    for (Found page = search.find(criteria); ; page = search.find(criteria)) {
      page.hits().forEach(hit -> seen.add(hit.operation().id().value()));
      if (page.next() == null) break;
      criteria = new Criteria("", null, null, null, null, null, false, page.next());
    }
    assertThat(seen).containsExactlyElementsOf(db.sql("select operation_id from archive.listing order by first_day desc, operation_id desc").query(Long.class).list());
  }

  @Test
  void yearsAndPlacesAreCountedAndAddUp() {
    Found all = search.find(Criteria.ALL);
    assertThat(all.total()).isEqualTo(MANY + 1L);
    assertThat(all.years().get(2019)).isEqualTo(number("select count(*) from archive.listing where extract(year from first_day) = 2019"));
    Found environment = search.find(new Criteria("", null, null, "ENV", 2015, null, false, null));
    assertThat(environment.total()).isEqualTo(number("select count(*) from archive.listing where field_code = 'ENV' and extract(year from first_day) = 2015"));
    Map<String, Long> places = search.byWilaya(null, null);
    assertThat(places.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(MANY + 1L);
    assertThat(places.get("19")).isEqualTo(number("select count(*) from archive.listing where wilaya_code = '19'"));
  }

  @Test
  void sumsAreThoseOfTheRowsForAnyDays() {
    Random chance = new Random(11);
    for (int i = 0; i < 40; i++) {
      LocalDate from = LocalDate.of(2012, 1, 1).plusDays(chance.nextInt(4000));
      LocalDate to = from.plusDays(chance.nextInt(900));
      WilayaCode wilaya = i % 2 == 0 ? null : new WilayaCode("19");
      String where = " from archive.listing l where first_day between date '" + from + "' and date '" + to + "'" + (wilaya == null ? "" : " and wilaya_code = '19'");
      Sums sums = archive.of(wilaya, Period.days(from, to));
      assertThat(sums.operations()).as(from + " " + to).isEqualTo(number("select count(*)" + where));
      assertThat(sums.people()).isEqualTo(number("select coalesce(sum(people), 0)" + where));
      assertThat(sums.minutes()).isEqualTo(number("select coalesce(sum(minutes) filter (where grade = 'E'), 0)" + where));
      assertThat(sums.minutesProved()).isEqualTo(number("select coalesce(sum(minutes) filter (where grade = 'D'), 0)" + where));
      assertThat(sums.units().getOrDefault(unitList.known("waste-bags"), 0L)).isEqualTo(number("select coalesce(sum((select quantity from archive.unit u where u.operation_id = l.operation_id)), 0)" + where));
    }
  }

  private long number(String sql) {
    return db.sql(sql).query(Long.class).single();
  }

  @Test
  void noLineOfTheLedgerAndNoFigureHangsOnTheArchive() {
    var before = figures.answer(Question.nation(Period.everTo(LocalDate.now())), EnumSet.allOf(Breakdown.class));
    long lines = number("select count(*) from hours.entry");
    OperationId more = new ArchiveScene(db).published(shelf, "عملية كبيرة جدا", "2020-01-01", "16", "1601", "");
    assertThat(archive.of(null, Period.days(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 1))).minutes()).isGreaterThanOrEqualTo(1200);
    var after = figures.answer(Question.nation(Period.everTo(LocalDate.now())), EnumSet.allOf(Breakdown.class));
    assertThat(after.total()).isEqualTo(before.total());
    assertThat(after.parts()).isEqualTo(before.parts());
    assertThat(number("select count(*) from hours.entry")).isEqualTo(lines);
    assertThat(Stream.of("hours", "figures", "statistics").flatMap(room -> readers(room).stream())).as("no view or function of theirs reads the archive").isEmpty();
    db.sql("update archive.operation set state = 'withdrawn' where id = :id").param("id", more.value()).update();
    shelf.refresh(List.of(more.value()));
  }

  private List<String> readers(String schema) {
    return db.sql("select viewname from pg_views where schemaname = :schema and definition like '%archive.%'").param("schema", schema).query(String.class).list();
  }

  static Stream<Criteria> searches() {
    return Stream.of(Criteria.ALL, new Criteria("", new WilayaCode("19"), null, null, null, null, false, null), new Criteria("", null, new CommuneCode("1901"), null, null, null, false, null),
        new Criteria("", null, null, "ENV", null, null, false, null), new Criteria("", null, null, null, 2019, null, false, null),
        new Criteria("", null, null, null, null, new OrganizationId(1), false, null), new Criteria("", null, null, null, null, null, true, null),
        new Criteria("أشجار سطيف", null, null, null, null, null, false, null), new Criteria("نظافة", new WilayaCode("19"), null, "ENV", 2015, null, true, null),
        new Criteria("", new WilayaCode("19"), null, "ENV", 2015, null, false, new Criteria.Place(LocalDate.of(2015, 6, 1), 40)));
  }

  @ParameterizedTest
  @MethodSource("searches")
  void everySearchIsPlannedByAnIndex(Criteria criteria) {
    for (boolean page : new boolean[] {true, false}) {
      Conditions conditions = Conditions.of(criteria, page);
      String plan = plan("select l.operation_id, l.first_day from archive.listing l where " + conditions.where()
          + (page ? " order by l.first_day desc, l.operation_id desc limit 25" : " limit 1001"), conditions.values());
      assertThat(plan).contains("listing_").doesNotContain("Seq Scan");
    }
    Conditions all = Conditions.of(criteria, false);
    assertThat(plan("select l.operation_id from archive.listing l where " + all.where() + " order by l.published_at desc, l.operation_id desc limit 30", all.values())).as("the feed")
        .contains("listing_").doesNotContain("Seq Scan");
  }

  @Test
  void twinsAndSumsArePlannedByAnIndex() {
    assertThat(plan("select l.operation_id from archive.listing l where l.twins && cast('{1,2}' as bigint[]) and l.first_day <= now()::date limit 50", List.of())).contains("listing_twins");
    assertThat(plan("select sum(operations) from archive.tally where wilaya = '19' and field = '' and month between '2019-01-01' and '2019-12-01'", List.of())).contains("tally_pkey");
    assertThat(plan("select sum(l.people) from archive.listing l where l.first_day between '2019-01-03' and '2019-01-09' and l.wilaya_code = '19'", List.of())).contains("listing_");
  }

  private String plan(String sql, List<Object> values) {
    List<String> plan = transaction.execute(status -> {
      plain.execute("set local enable_seqscan = off");
      return plain.queryForList("explain " + sql, String.class, values.toArray());
    });
    return String.join("\n", plan);
  }

  @Test
  void thePagesKeepTheirFiltersInTheAddress() {
    Visit visit = new Visit(port).reading("fr");
    Visit.Answer list = visit.get("/archive?q=nettoyage&field=ENV&year=2015");
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.page().select("[name=q]").val()).isEqualTo("nettoyage");
    assertThat(list.page().select(".archive-years a[aria-current]").text()).startsWith("2015");
    assertThat(list.page().select(".chip[aria-current]")).hasSize(3);
    assertThat(visit.get("/archive?q=zzzz").page().select(".empty a").attr("href")).isEqualTo("/archive");
    assertThat(visit.get("/archive?view=places&year=2015").page().select(".archive-places a").attr("href")).contains("year=2015");
    assertThat(visit.get("/archive?wilaya=xx&year=abc&after=1.2&organization=-1&field=NO").status()).isEqualTo(200);
    assertThat(visit.get("/archive?after=2019-99-99.4").status()).isEqualTo(200);
  }
}
