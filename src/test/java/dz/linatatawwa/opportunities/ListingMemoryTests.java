package dz.linatatawwa.opportunities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.DataReplaced;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.WorldTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is remembered of the listing says the same as the database, whatever changes and whoever changes it. */
@WorldTest
class ListingMemoryTests {

  private static final List<String> SAID = List.of("غرس", "الأشجار", "تنظيف", "شاطئ", "دروس", "دعم", "سطيف", "plantation", "école", "nettoyage", "collecte", "توعية");
  private static final List<String> TYPED = List.of("", "", "", "غرس", "شجر", "سطيف", "setif", "planta", "دعم دروس", "البيئة", "ecole", "تنظيف شاطئ", "في", "zzzz");
  private static final List<String> FIELDS = List.of("ENV", "EDU");
  private static final List<String> PLACES = List.of("1601", "1901", "1920", "");
  private static final List<String> AUDIENCES = List.of("student", "retired", "pupil");

  @Autowired JdbcClient db;
  @Autowired DataSource source;
  @Autowired TransactionTemplate transaction;
  @Autowired Listings listings;
  @Autowired ListingFeed feed;
  @Autowired ListingMemory memory;
  @Autowired OpportunityHits asking;
  @Autowired Opportunities opportunities;
  @Autowired ApplicationEventPublisher events;

  Rows rows;
  List<OrganizationId> organizations;

  @BeforeEach
  void begin() {
    db.sql("delete from opportunities.shift").update();
    db.sql("delete from opportunities.opportunity").update();
    rows = new Rows(db);
    organizations = List.of(rows.organization("جمعية الأمل", "El Amel", "verified"), rows.organization("جمعية النور", null, "verified"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void saysTheSameAsTheDatabaseAfterAnyChanges(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 120; i++) offer(random);
    listings.refreshAll();
    ListingCopy copy = feed.all(1000);
    for (int round = 0; round < 8; round++) {
      for (int i = 0; i < 6; i++) change(random);
      copy.apply(feed.since(copy.seen(), 1000));
      for (int i = 0; i < 15; i++) compare(copy, criteria(random), 1 + random.nextInt(4), 1 + random.nextInt(15));
    }
  }

  @Test
  void moreThanAreCountedAreInTheSameOrderToo() {
    db.sql("""
        insert into opportunities.opportunity (organization_id, title, field_code, remote, min_age, state, published_at)
        select :organization, 'غرس الأشجار ' || i, 'ENV', true, 16, 'published', now() from generate_series(1, 2500) i
        """).param("organization", organizations.getFirst().value()).update();
    db.sql("""
        insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity)
        select id, now() + make_interval(hours => 24 + (id * 7919 % 500)::integer), now() + make_interval(hours => 26 + (id * 7919 % 500)::integer), 10 from opportunities.opportunity
        """).update();
    listings.refreshAll();
    ListingCopy copy = feed.all(5000);
    for (int page : new int[] {1, 2, 40, 83, 84, 99}) compare(copy, SearchCriteria.all().withWords("غرس"), page, 12);
    assertThat(feed.all(2499)).as("longer than may be held").isNull();
  }

  @Test
  void aTransactionThatBeganBeforeAnotherAndEndsAfterItIsNotPassedOver() throws SQLException {
    List<OpportunityId> two = List.of(offer(new Random(1)), offer(new Random(2)));
    listings.refreshAll();
    ListingCopy copy = feed.all(1000);
    try (Connection slow = source.getConnection(); Connection quick = source.getConnection()) {
      slow.setAutoCommit(false);
      execute(slow, "update opportunities.listing set seats_left = 1 where opportunity_id = " + two.getFirst().value());
      execute(quick, "update opportunities.listing set seats_left = 2 where opportunity_id = " + two.getLast().value());

      ListingFeed.Changes first = feed.since(copy.seen(), 1000);
      copy.apply(first);
      assertThat(first.rows()).extracting(ListingRow::id).containsExactly(two.getLast().value());

      slow.commit();
      ListingFeed.Changes second = feed.since(copy.seen(), 1000);
      assertThat(second.rows()).extracting(ListingRow::id).containsExactly(two.getFirst().value());
      assertThat(feed.since(second.seen(), 1000).rows()).isEmpty();
    }
  }

  @Test
  void whatAnotherNodeChangesIsFoundByTheNextSearchAndWhatItTakesBackIsNot() throws Exception {
    OpportunityId trees = rows.opportunity(organizations.getFirst(), "غرس الأشجار", "ENV", "1901");
    rows.shift(trees, Rows.inDays(4), 2, 10);
    remembered();
    assertThat(found("غرس")).isEmpty();

    listings.refresh(List.of(trees));
    assertThat(found("غرس")).containsExactly(trees);

    try (Connection other = source.getConnection()) {
      other.setAutoCommit(false);
      execute(other, "delete from opportunities.listing");
      assertThat(found("غرس")).as("not committed").containsExactly(trees);
      other.rollback();
      assertThat(found("غرس")).containsExactly(trees);
      other.setAutoCommit(true);
      execute(other, "delete from opportunities.listing");
    }
    assertThat(found("غرس")).isEmpty();
    assertThat(opportunities.countByWilaya(SearchCriteria.all())).isEmpty();
  }

  @Test
  void aTransactionFindsWhatItHasWrittenItself() throws Exception {
    OpportunityId trees = rows.opportunity(organizations.getFirst(), "غرس الأشجار", "ENV", "1901");
    rows.shift(trees, Rows.inDays(4), 2, 10);
    remembered();
    transaction.executeWithoutResult(status -> {
      listings.refresh(List.of(trees));
      assertThat(found("غرس")).containsExactly(trees);
      status.setRollbackOnly();
    });
    assertThat(found("غرس")).isEmpty();
  }

  @Test
  void whatIsSweptAwayOrEmptiedMakesOlderCopiesUnfit() {
    offer(new Random(1));
    listings.refreshAll();
    String before = feed.now();
    db.sql("update opportunities.listing set seats_left = seats_left").update();
    String after = feed.now();
    feed.sweep(after);
    assertThat(feed.since(before, 1000)).isNull();
    assertThat(feed.since(after, 1000)).isNotNull();
    assertThat(db.sql("select count(*) from opportunities.listing_change where xact < pg_snapshot_xmin(:after::pg_snapshot)").param("after", after)
        .query(Long.class).single()).isZero();

    JdbcClient.create(TestDatabase.one()).sql("truncate opportunities.listing").update();
    assertThat(feed.since(after, 1000)).isNull();
  }

  private void compare(ListingCopy copy, SearchCriteria c, int page, int size) {
    asking.forget();
    Asked asked = Asked.words(c.words());
    for (boolean wide : new boolean[] {false, true}) {
      Hits.Page expected = asking.page(c, asked, wide, page, size);
      Hits.Page found = copy.page(c, asked, wide, page, size);
      assertThat(found.hits()).as("%s page %s of %s, wide %s", c, page, size, wide).extracting(Hits.Hit::id)
          .containsExactlyElementsOf(expected.hits().stream().map(Hits.Hit::id).toList());
      assertThat(found.total()).isEqualTo(expected.total());
      assertThat(found.number()).isEqualTo(expected.number());
      for (int i = 0; i < found.hits().size(); i++) near(found.hits().get(i).kilometres(), expected.hits().get(i).kilometres());
      assertThat(copy.byWilaya(c, asked, wide)).isEqualTo(asking.byWilaya(c, asked, wide));
      assertThat(copy.total(c, asked, wide)).isEqualTo(asking.total(c, asked, wide));
    }
  }

  private static void near(Double found, Double expected) {
    if (expected == null) assertThat(found).isNull();
    else assertThat(found).isCloseTo(expected, within(1e-9));
  }

  private OpportunityId offer(Random random) {
    String title = any(SAID, random) + " " + any(SAID, random) + " " + random.nextInt(5);
    List<String> audiences = AUDIENCES.stream().filter(audience -> random.nextInt(4) == 0).toList();
    OpportunityId made = rows.opportunity(any(organizations, random), title, any(FIELDS, random), any(PLACES, random),
        Map.of("audiences", audiences.toArray(String[]::new), "age", 12 + random.nextInt(10), "description", any(SAID, random)));
    for (int i = random.nextInt(4); i >= 0; i--) rows.shift(made, Rows.inDays(random.nextInt(20) - 2), 1 + random.nextInt(20), 1 + random.nextInt(8));
    return made;
  }

  /** As people, other nodes, the passing of time and consoles do. */
  private void change(Random random) {
    long id = any(db.sql("select id from opportunities.opportunity order by id").query(Long.class).list(), random);
    List<OpportunityId> one = List.of(new OpportunityId(id));
    switch (random.nextInt(8)) {
      case 0 -> listings.refresh(List.of(offer(random)));
      case 1 -> db.sql("update opportunities.shift set taken = capacity - floor(random() * 2)::integer where opportunity_id = :id").param("id", id).update();
      case 2 -> db.sql("update opportunities.shift set taken = 0 where opportunity_id = :id").param("id", id).update();
      case 3 -> {
        db.sql("update opportunities.opportunity set title = :title, field_code = 'EDU' where id = :id").param("title", any(SAID, random) + " جديد").param("id", id).update();
        listings.refresh(one);
      }
      case 4 -> {
        String state = random.nextBoolean() ? "closed" : "published";
        db.sql("update opportunities.opportunity set state = :state where id = :id").param("state", state).param("id", id).update();
        listings.refresh(one);
      }
      case 5 -> db.sql("select opportunities.roll_listings(now() + make_interval(days => :days), 20)").param("days", random.nextInt(3)).query(Integer.class).single();
      case 6 -> db.sql("delete from opportunities.listing where opportunity_id = :id").param("id", id).update();
      default -> {
        db.sql("update organizations.organization set state = :state where id = :id").param("state", random.nextInt(3) == 0 ? "suspended" : "verified")
            .param("id", organizations.getLast().value()).update();
        listings.refreshOf(organizations.getLast().value());
      }
    }
  }

  private SearchCriteria criteria(Random random) {
    LocalDate from = random.nextInt(4) == 0 ? LocalDate.now().plusDays(random.nextInt(20)) : null;
    LocalDate to = random.nextInt(4) == 0 ? LocalDate.now().plusDays(random.nextInt(20)) : null;
    return new SearchCriteria(any(TYPED, random), random.nextInt(4) == 0 ? new WilayaCode(random.nextBoolean() ? "19" : "16") : null,
        random.nextInt(6) == 0 ? new CommuneCode("1901") : null, random.nextInt(4) == 0 ? any(FIELDS, random) : null,
        random.nextInt(12) == 0 ? "ENV-01" : null, from, to, random.nextInt(4) == 0 ? any(AUDIENCES, random) : null,
        random.nextInt(4) == 0 ? 10 + random.nextInt(14) : null, random.nextInt(8) == 0, random.nextInt(4) == 0,
        random.nextInt(6) == 0 ? any(organizations, random) : null, random.nextInt(20) == 0 ? new CampaignId(7) : null,
        any(List.of(SearchCriteria.Sort.values()), random), random.nextBoolean() ? new SearchCriteria.Near(36.19 + random.nextDouble(), 5.41) : null);
  }

  private void remembered() throws InterruptedException {
    events.publishEvent(new DataReplaced());
    for (int i = 0; i < 200 && memory.copy() == null; i++) Thread.sleep(20);
    assertThat(memory.copy()).isNotNull();
  }

  private List<OpportunityId> found(String words) {
    return new ArrayList<>(opportunities.search(SearchCriteria.all().withWords(words), 1, 20).cards().rows().stream().map(OpportunityCard::id).toList());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
