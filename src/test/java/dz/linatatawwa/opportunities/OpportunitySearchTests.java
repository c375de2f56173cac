package dz.linatatawwa.opportunities;

import static dz.linatatawwa.opportunities.Rows.inDays;
import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpportunitySearchTests {

  @Autowired JdbcClient db;
  @Autowired Opportunities opportunities;
  @Autowired Listings listings;

  OrganizationId hope;
  OpportunityId trees;
  OpportunityId lessons;
  OpportunityId beach;
  OpportunityId blood;
  OpportunityId french;

  @BeforeAll
  void fill() {
    Rows rows = new Rows(db);
    hope = rows.organization("جمعية الأمل للتنمية", "Association El Amel", "verified");
    OrganizationId unverified = rows.organization("جمعية تنتظر", null, "waiting");
    trees = rows.opportunity(hope, "غرس الأشجار في غابة زنادية", "ENV", "1901", Map.of("age", 12));
    lessons = rows.opportunity(hope, "دروس دعم للتلاميذ المقبلين على البكالوريا", "EDU", "1920", Map.of("audiences", new String[] {"student", "retired"}, "age", 19));
    beach = rows.opportunity(hope, "تنظيف شاطئ سيدي فرج", "ENV", "1601", Map.of("description", "نجمع البلاستيك ونفرزه مع الغواصين"));
    blood = rows.opportunity(hope, "مُرافَقة المُسِنّين في بيوتهم", "EDU", "1601");
    french = rows.opportunity(hope, "Atelier d'écriture à distance pour collégiens", "EDU", "");
    OpportunityId hidden = rows.opportunity(unverified, "غرس الأشجار سرا", "ENV", "1901");
    OpportunityId draft = rows.opportunity(hope, "غرس أشجار مسودة", "ENV", "1901", Map.of("state", "draft"));
    OpportunityId past = rows.opportunity(hope, "غرس أشجار الأمس", "ENV", "1901");
    rows.shift(trees, inDays(9), 4, 40);
    rows.shift(trees, inDays(16), 4, 40);
    rows.shift(lessons, inDays(2), 2, 3);
    rows.shift(beach, inDays(5), 3, 200);
    rows.shift(blood, inDays(3), 3, 5);
    rows.shift(french, inDays(30), 1, 6);
    rows.shift(hidden, inDays(4), 1, 6);
    rows.shift(draft, inDays(4), 1, 6);
    rows.shift(past, inDays(-4), 1, 6);
    db.sql("update opportunities.shift set taken = capacity where opportunity_id = :id").param("id", blood.value()).update();
    listings.refreshAll();
  }

  @ParameterizedTest
  @CsvSource({
      "سطيف, trees", "Setif, trees", "Sétif, trees", "SETIF, trees", "setif, lessons", "العلمه, lessons", "El Eulma, lessons", "alger, beach",
      "اشجار, trees", "الاشجار, trees", "أشجار, trees", "والأشجار, trees", "اشجا, trees", "غرس سطيف, trees", "غابه, trees", "غـــابة, trees",
      "شواطئ, beach", "شاطئ, beach", "شاطيء, beach", "تنضيف, beach", "التنظيف, beach", "المسنين, blood", "مسنين, blood", "مرافقة, blood",
      "ecriture, french", "Écriture, french", "collegien, french", "atelier, french", "Association El Amel, trees", "الامل, trees",
      "بكالوريا, lessons", "التلاميذ, lessons", "بلاستيك, beach",
      "اشحار, trees", "غابت زنادية, trees", "ecritture, french", "بكلوريا, lessons", "setiif, trees"})
  void findsWhatPeopleType(String typed, String expected) {
    assertThat(found(typed)).contains(named(expected));
  }

  @Test
  void aTypoIsToldAsWhatWasPerhapsMeant() {
    Found found = search("بكلوريا");
    assertThat(found.instead()).isTrue();
    assertThat(found.meant()).contains("بكالوريا");
  }

  @Test
  void wordsThatNobodyUsesFindNothing() {
    Found found = search("قققق زززز");
    assertThat(found.cards().rows()).isEmpty();
    assertThat(found.meant()).isNull();
  }

  @Test
  void signsOfQueriesAreOnlySigns() {
    for (String typed : List.of("'", "\\", ":*", "a & | !", "'; drop table x; --", "شجر'", "%", "()", "<->")) {
      assertThat(search(typed).cards().number()).isPositive();
    }
  }

  @Test
  void draftsPastOnesAndThoseOfUnverifiedOrganisationsAreNotFound() {
    assertThat(found("غرس")).containsExactly(trees);
    assertThat(ids(SearchCriteria.all())).containsExactlyInAnyOrder(trees, lessons, beach, blood, french);
  }

  @Test
  void filtersNarrow() {
    assertThat(ids(criteria().wilaya("19"))).containsExactlyInAnyOrder(trees, lessons);
    assertThat(ids(criteria().commune("1920"))).containsExactly(lessons);
    assertThat(ids(criteria().field("ENV"))).containsExactlyInAnyOrder(trees, beach);
    assertThat(ids(criteria().remote())).containsExactly(french);
    assertThat(ids(criteria().left())).doesNotContain(blood).hasSize(4);
    assertThat(ids(criteria().audience("pupil"))).doesNotContain(lessons).contains(trees);
    assertThat(ids(criteria().audience("retired"))).contains(lessons, trees);
    assertThat(ids(criteria().age(13))).containsExactly(trees);
    assertThat(ids(criteria().days(16, 16))).containsExactly(trees);
    assertThat(ids(criteria().days(10, 15))).isEmpty();
    assertThat(ids(criteria().days(0, 4))).containsExactlyInAnyOrder(lessons, blood);
  }

  @Test
  void sortsByNeedByDateAndByDistance() {
    assertThat(ids(SearchCriteria.all())).first().isEqualTo(beach);
    assertThat(ids(SearchCriteria.all())).last().isEqualTo(blood);
    assertThat(ids(criteria().sort(SearchCriteria.Sort.DATE))).containsExactly(lessons, blood, beach, trees, french);
    Found near = opportunities.search(criteria().near(36.19, 5.41).made(), 1, 20);
    assertThat(near.cards().rows()).extracting(OpportunityCard::id).containsSequence(trees, lessons).doesNotContain(french);
    assertThat(near.cards().rows().get(1).kilometres()).isBetween(24.0, 27.0);
    assertThat(near.cards().rows().get(2).kilometres()).isBetween(215.0, 225.0);
  }

  @Test
  void turnsPagesAndCounts() {
    Found second = opportunities.search(criteria().sort(SearchCriteria.Sort.DATE).made(), 2, 2);
    assertThat(second.cards().total()).isEqualTo(5);
    assertThat(second.cards().rows()).extracting(OpportunityCard::id).containsExactly(beach, trees);
    assertThat(opportunities.search(criteria().made(), 99, 2).cards().number()).isEqualTo(3);
  }

  @Test
  void countsByWilaya() {
    assertThat(opportunities.countByWilaya(SearchCriteria.all())).containsEntry("19", 2).containsEntry("16", 2).containsEntry("", 1);
    assertThat(opportunities.open()).isEqualTo(Map.of("19", new OpenOffer(2, 83), "16", new OpenOffer(2, 200), "", new OpenOffer(1, 6)));
  }

  @Test
  void aCardSaysWhenWhereAndHowManyAreMissing() {
    OpportunityCard card = opportunities.search(criteria().commune("1901").made(), 1, 20).cards().rows().getFirst();
    assertThat(card.shifts()).isEqualTo(2);
    assertThat(card.seatsLeft()).isEqualTo(80);
    assertThat(card.nextStart()).isEqualTo(inDays(9));
    assertThat(card.organizationName().ar()).isEqualTo("جمعية الأمل للتنمية");
    assertThat(card.communeName().fr()).isEqualTo("Sétif");
  }

  private Found search(String words) {
    return opportunities.search(SearchCriteria.all().withWords(words), 1, 20);
  }

  private List<OpportunityId> found(String words) {
    return search(words).cards().rows().stream().map(OpportunityCard::id).toList();
  }

  private List<OpportunityId> ids(SearchCriteria criteria) {
    return opportunities.search(criteria, 1, 20).cards().rows().stream().map(OpportunityCard::id).toList();
  }

  private List<OpportunityId> ids(Criteria criteria) {
    return ids(criteria.made());
  }

  private OpportunityId named(String name) {
    return Map.of("trees", trees, "lessons", lessons, "beach", beach, "blood", blood, "french", french).get(name);
  }

  private static Criteria criteria() {
    return new Criteria();
  }

  /** Criteria with one thing said. */
  private static final class Criteria {

    private WilayaCode wilaya;
    private CommuneCode commune;
    private String field;
    private LocalDate from;
    private LocalDate to;
    private String audience;
    private Integer age;
    private boolean remote;
    private boolean left;
    private SearchCriteria.Sort sort = SearchCriteria.Sort.NEED;
    private SearchCriteria.Near near;

    Criteria wilaya(String code) { wilaya = new WilayaCode(code); return this; }
    Criteria commune(String code) { commune = new CommuneCode(code); return this; }
    Criteria field(String code) { field = code; return this; }
    Criteria audience(String code) { audience = code; return this; }
    Criteria age(int years) { age = years; return this; }
    Criteria remote() { remote = true; return this; }
    Criteria left() { left = true; return this; }
    Criteria sort(SearchCriteria.Sort by) { sort = by; return this; }
    Criteria days(int first, int last) { from = day(first); to = day(last); return this; }
    Criteria near(double lat, double lon) { near = new SearchCriteria.Near(lat, lon); return sort(SearchCriteria.Sort.DISTANCE); }

    private static LocalDate day(int days) {
      return inDays(days).atZone(dz.linatatawwa.language.Words.ZONE).toLocalDate();
    }

    SearchCriteria made() {
      return new SearchCriteria("", wilaya, commune, field, null, from, to, audience, age, remote, left, null, null, sort, near);
    }
  }
}
