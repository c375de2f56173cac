package dz.linatatawwa.opportunities;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.DataReplaced;
import dz.linatatawwa.world.WorldTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches that find more than anybody counts: what is remembered of them, and what is not. */
@WorldTest
class ManyHitsTests {

  private static final int SIZE = 12;

  @Autowired JdbcClient db;
  @Autowired Listings listings;
  @Autowired Opportunities opportunities;
  @Autowired ApplicationEventPublisher events;

  @BeforeEach
  void nothing() {
    db.sql("delete from opportunities.shift").update();
    db.sql("delete from opportunities.opportunity").update();
    events.publishEvent(new DataReplaced());
  }

  @Test
  void everyPageOfSomeHundredsIsInOrderAndNoneIsShownTwice() {
    fill(50, 0);

    assertThat(pagesOf(50)).isEqualTo(inOrder(50));
    assertThat(find(99).cards().number()).as("a page beyond the last is the last").isEqualTo(5);
    assertThat(find(99).cards().rows()).hasSize(2);
  }

  @Test
  void fifteenHundredAreShownInOrderUpToTheThousandThatIsCounted() {
    fill(1500, 0);

    assertThat(find(1).cards().total()).isEqualTo(Found.COUNTED);
    assertThat(pagesOf(Found.COUNTED)).isEqualTo(inOrder(1008));
    assertThat(find(99).cards().number()).as("a page beyond the last is the last").isEqualTo(84);
  }

  @Test
  void moreThanAreSortedAreShownInOrderToo() {
    fill(2500, 0);

    assertThat(find(99).cards().number()).as("asked first, before anything is remembered").isEqualTo(84);
    assertThat(pagesOf(Found.COUNTED)).isEqualTo(inOrder(1008));
  }

  @Test
  void whenManyBecomeFewTheNumberIsTrueAsSoonAsAPageIsNotFull() {
    fill(1500, 0);
    assertThat(find(1).more()).isTrue();
    db.sql("delete from opportunities.listing where opportunity_id not in (select opportunity_id from opportunities.listing order by opportunity_id limit 7)").update();

    Found left = opportunities.search(SearchCriteria.all(), 2, SIZE);

    assertThat(left.cards().total()).isEqualTo(7);
    assertThat(left.cards().rows()).hasSize(7);
  }

  @Test
  void whatIsPublishedAmongManyIsFoundAtOnce() {
    fill(1500, 0);
    find(1);
    OpportunityId sooner = new OpportunityId(fill(1, -30).getFirst());
    events.publishEvent(new dz.linatatawwa.site.PublicPagesChanged());

    assertThat(find(1).cards().rows().getFirst().id()).isEqualTo(sooner);
  }

  private Found find(int page) {
    return opportunities.search(SearchCriteria.all(), page, SIZE);
  }

  private List<Long> pagesOf(int total) {
    Set<Long> seen = new HashSet<>();
    List<Long> all = new java.util.ArrayList<>();
    for (int page = 1; page <= (total + SIZE - 1) / SIZE; page++) {
      find(page).cards().rows().forEach(card -> {
        assertThat(seen.add(card.id().value())).as("shown twice: " + card.id()).isTrue();
        all.add(card.id().value());
      });
    }
    return all;
  }

  private List<Long> inOrder(int most) {
    return db.sql("select opportunity_id from opportunities.listing order by need_at, opportunity_id limit :most").param("most", most).query(Long.class).list();
  }

  /** @param later days after the fortieth from now on which they begin */
  private List<Long> fill(int count, int later) {
    OrganizationId hope = new Rows(db).organization("جمعية الأمل", null, "verified");
    List<Long> ids = db.sql("""
        insert into opportunities.opportunity (organization_id, title, field_code, remote, min_age, state, published_at)
        select :organization, 'غرس الأشجار ' || i, 'ENV', true, 16, 'published', now() from generate_series(1, :count) i returning id
        """).param("organization", hope.value()).param("count", count).query(Long.class).list();
    db.sql("""
        insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity)
        select id, now() + make_interval(days => 40 + :later, hours => (id * 7919 % 500)::integer), now() + make_interval(days => 40 + :later,
            hours => (id * 7919 % 500)::integer + 2), 10
        from opportunities.opportunity where id = any(:ids)
        """).param("later", later).param("ids", ids.toArray(Long[]::new)).update();
    listings.refresh(ids.stream().map(OpportunityId::new).toList());
    return ids;
  }
}
