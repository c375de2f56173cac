package dz.linatatawwa.opportunities;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every filter with every order is planned by an index, so that the list stays quick when it grows. */
@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPlanTests {

  @Autowired JdbcClient db;
  @Autowired JdbcTemplate plain;
  @Autowired Listings listings;
  @Autowired TransactionTemplate transaction;

  @BeforeAll
  void fill() {
    OrganizationId hope = new Rows(db).organization("جمعية الأمل", null, "verified");
    db.sql("""
        insert into opportunities.opportunity (organization_id, title, field_code, wilaya_code, commune_code, min_age, state, published_at)
        select :organization, 'غرس الأشجار ' || i, f.code, c.wilaya_code, c.code, 16, 'published', now()
        from generate_series(1, 1500) i
        join (select row_number() over (order by code) n, * from places.commune) c on c.n = 1 + (i * 37) % 1541
        join (select row_number() over (order by code) n, code from taxonomy.field) f on f.n = 1 + i % 23
        """).param("organization", hope.value()).update();
    db.sql("""
        insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity)
        select id, now() + make_interval(hours => (id % 900)::integer + 1), now() + make_interval(hours => (id % 900)::integer + 3), 10
        from opportunities.opportunity
        """).update();
    listings.refreshAll();
  }

  static Stream<Arguments> searches() {
    LocalDate day = LocalDate.now().plusDays(20);
    List<SearchCriteria> filters = List.of(SearchCriteria.all(),
        new SearchCriteria("", new WilayaCode("19"), null, null, null, null, null, null, null, false, false, null, null, SearchCriteria.Sort.NEED, null),
        new SearchCriteria("", null, new CommuneCode("1901"), null, null, null, null, null, null, false, false, null, null, SearchCriteria.Sort.NEED, null),
        new SearchCriteria("", null, null, "ENV", null, null, null, null, null, false, false, null, null, SearchCriteria.Sort.NEED, null),
        new SearchCriteria("", null, null, "ENV", "ENV-01", null, null, null, null, false, false, null, null, SearchCriteria.Sort.NEED, null),
        new SearchCriteria("", null, null, null, null, day, day, "student", 17, false, true, null, null, SearchCriteria.Sort.NEED, null),
        new SearchCriteria("", null, null, null, null, null, null, null, null, true, false, null, null, SearchCriteria.Sort.NEED, null),
        new SearchCriteria("", null, null, null, null, null, null, null, null, false, false, new OrganizationId(1), null, SearchCriteria.Sort.NEED, null),
        new SearchCriteria("", null, null, null, null, null, null, null, null, false, false, null, new CampaignId(1), SearchCriteria.Sort.NEED, null),
        new SearchCriteria("أشجار سطيف", null, null, null, null, null, null, null, null, false, false, null, null, SearchCriteria.Sort.NEED, null));
    return filters.stream().flatMap(c -> Stream.of(SearchCriteria.Sort.values()).map(sort -> Arguments.of(new SearchCriteria(c.words(), c.wilaya(),
        c.commune(), c.field(), c.activity(), c.from(), c.to(), c.audience(), c.age(), c.remote(), c.left(), c.organization(), c.campaign(), sort,
        new SearchCriteria.Near(36.19, 5.41)))));
  }

  @ParameterizedTest
  @MethodSource("searches")
  void isPlannedByAnIndex(SearchCriteria criteria) {
    Asked asked = Asked.words(criteria.words());
    explain(criteria, Conditions.of(criteria, asked, false));
    explain(criteria, Conditions.of(criteria, asked, true));
  }

  private void explain(SearchCriteria criteria, Conditions conditions) {
    List<String> plan = transaction.execute(status -> {
      plain.execute("set local enable_seqscan = off");
      return plain.queryForList("explain select l.opportunity_id from opportunities.listing l " + conditions.where() + " order by "
          + Conditions.order(criteria) + " limit 12", String.class, conditions.values().toArray());
    });
    assertThat(String.join("\n", plan)).contains("listing_").doesNotContain("Seq Scan");
  }
}
