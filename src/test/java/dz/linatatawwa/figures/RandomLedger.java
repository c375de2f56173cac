package dz.linatatawwa.figures;

import dz.linatatawwa.volunteers.Sex;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.volunteers.Audience;
import dz.linatatawwa.world.Someone;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small ledger of all that is awkward, different for each seed, and questions about it. */
final class RandomLedger {

  private static final List<String> KINDS = List.of("association", "public-institution", "private-institution", "organisation", "body");
  private static final List<String> EDUCATIONS = List.of("none", "primary", "middle", "secondary", "vocational", "higher");
  /** Wilayas that were one before, and one that never was divided; some communes of each. */
  private static final List<String> WILAYAS = List.of("01", "49", "11", "53", "19", "16");

  final Random random;
  private final JdbcClient db;
  private final List<Long> people = new ArrayList<>();
  private final List<Long> claims = new ArrayList<>();
  private final List<Long> organizations = new ArrayList<>();
  private final List<Long> campaigns = new ArrayList<>();
  private final List<Long> opportunities = new ArrayList<>();
  private final List<String> communes;
  private final List<String> fields;
  private final List<String> activities;

  RandomLedger(JdbcClient db, long seed) {
    this.db = db;
    this.random = new Random(seed);
    communes = WILAYAS.stream().flatMap(wilaya -> db.sql("select code from places.commune where wilaya_code = :wilaya order by code limit 2")
        .param("wilaya", wilaya).query(String.class).list().stream()).toList();
    fields = db.sql("select code from taxonomy.field order by code limit 4").query(String.class).list();
    activities = db.sql("select code from taxonomy.activity order by code limit 6").query(String.class).list();
    for (int i = 0; i < 5; i++) organization();
    for (long organization : organizations.subList(0, 3)) campaigns.add(db.sql("""
        insert into opportunities.campaign (organization_id, title, starts_on, ends_on) values (:organization, 'حملة للاختبار', '2024-01-01', '2026-12-31') returning id""")
        .param("organization", organization).query(Long.class).single());
    for (int i = 0; i < 8; i++) opportunities.add(db.sql("insert into opportunities.opportunity (organization_id, title, campaign_id) values (:organization, 'فرصة', :campaign) returning id")
        .param("organization", one(organizations)).param("campaign", oneOrNull(campaigns)).query(Long.class).single());
    for (int i = 0; i < 30; i++) person();
  }

  private void organization() {
    organizations.add(db.sql("""
        insert into organizations.organization (kind, name_ar, name_key, scope, wilaya_code, commune_code, state, verified_at)
        values (:kind, 'جمعية للاختبار', 'جمعيه', 'wilaya', '19', '1901', 'verified', now()) returning id""").param("kind", one(KINDS)).query(Long.class).single());
  }

  void person() {
    long id = Someone.amina().bornIn(1950 + random.nextInt(62)).livingIn(one(communes)).volunteer().value();
    people.add(id);
    claims.add(db.sql("""
        insert into hours.claim (volunteer_id, during, minutes, grade, state, due_at, decided_at)
        values (:id, '[2020-01-01 08:00+01, 2020-01-01 12:00+01)', 240, 'B', 'confirmed', '2020-01-04', '2020-01-02') returning id""").param("id", id).query(Long.class).single());
    change(id);
  }

  /** Somebody says something else of themselves. */
  void changePerson() {
    long id = one(people);
    change(id);
    if (random.nextBoolean()) db.sql("update volunteers.volunteer set birth_year = :year where account_id = :id").param("year", 1950 + random.nextInt(62)).param("id", id).update();
  }

  private void change(long id) {
    db.sql("""
        update volunteers.volunteer v set sex = :sex, audience = :audience, education = :education, commune_code = c.code, wilaya_code = c.wilaya_code
        from places.commune c where c.code = :commune and v.account_id = :id""").param("sex", oneOrNull(List.of("F", "M")))
        .param("audience", oneOrNull(List.of(Audience.values()).stream().map(Audience::code).toList())).param("education", oneOrNull(EDUCATIONS))
        .param("commune", one(communes)).param("id", id).update();
  }

  void turnOrganization() {
    db.sql("update organizations.organization set kind = :kind where id = :id").param("kind", one(KINDS)).param("id", one(organizations)).update();
  }

  void moveOpportunity() {
    db.sql("update opportunities.opportunity set campaign_id = :campaign where id = :id").param("campaign", oneOrNull(campaigns)).param("id", one(opportunities)).update();
  }

  /** Around the ends of years more often than not, for the same few people. */
  LocalDate day() {
    if (random.nextInt(3) == 0) return LocalDate.of(2023 + random.nextInt(4), 12, 31).plusDays(random.nextInt(3));
    return LocalDate.of(2023, 1, 1).plusDays(random.nextInt(4 * 365));
  }

  void lines(int number) {
    for (int i = 0; i < number; i++) {
      if (random.nextInt(8) == 0 && takeBack()) continue;
      int who = random.nextInt(random.nextBoolean() ? people.size() : 5);
      String commune = oneOrNull(communes);
      String wilaya = commune == null ? oneOrNull(WILAYAS) : db.sql("select wilaya_code from places.commune where code = :code").param("code", commune).query(String.class).single();
      db.sql("""
          insert into hours.entry (claim_id, volunteer_id, day, minutes, grade, organization_id, opportunity_id, field_code, activity_code, wilaya_code, commune_code)
          values (:claim, :person, :day, :minutes, :grade, :organization, :opportunity, :field, :activity, :wilaya, :commune)""")
          .param("claim", claims.get(who)).param("person", people.get(who)).param("day", day()).param("minutes", minutes())
          .param("grade", one(List.of("A", "B", "C", "C", "D", "E"))).param("organization", oneOrNull(organizations)).param("opportunity", oneOrNull(opportunities))
          .param("field", oneOrNull(fields)).param("activity", oneOrNull(activities)).param("wilaya", wilaya).param("commune", commune).update();
    }
  }

  private int minutes() {
    return switch (random.nextInt(5)) {
      case 0 -> 1 + random.nextInt(59);
      case 1 -> 60;
      case 2 -> 1440;
      default -> 1 + random.nextInt(400);
    };
  }

  private boolean takeBack() {
    return db.sql("""
        insert into hours.entry (claim_id, reverses, volunteer_id, day, minutes, grade, organization_id, opportunity_id, field_code, activity_code, wilaya_code, commune_code)
        select claim_id, id, volunteer_id, day, -minutes, grade, organization_id, opportunity_id, field_code, activity_code, wilaya_code, commune_code
        from hours.entry e where reverses is null and not exists (select from hours.entry r where r.reverses = e.id) order by hashint8(id + :salt) limit 1""")
        .param("salt", random.nextInt(10_000)).update() == 1;
  }

  Question question() {
    return new Question(scope(), period(), filter());
  }

  private Scope scope() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> Scope.NATION;
      case 2 -> new Scope.OfWilaya(new WilayaCode(one(WILAYAS)), Division.W69);
      case 3 -> new Scope.OfWilaya(new WilayaCode(one(List.of("01", "11", "19"))), random.nextBoolean() ? Division.W58 : Division.W48);
      case 4 -> new Scope.OfCommune(new CommuneCode(one(communes)));
      case 5 -> new Scope.OfOrganization(new OrganizationId(one(organizations)));
      case 6 -> new Scope.OfCampaign(new CampaignId(one(campaigns)));
      default -> new Scope.OfPeople("some", people());
    };
  }

  /** So many that they are read from the slices, most of them nobody; or a few. */
  private Set<Long> people() {
    Set<Long> some = new HashSet<>(List.of(one(people), one(people), one(people)));
    if (random.nextBoolean()) for (long id = 1_000_000; some.size() < 1_500; id++) some.add(id);
    return some;
  }

  private Period period() {
    int year = 2023 + random.nextInt(4);
    return switch (random.nextInt(7)) {
      case 0 -> Period.month(YearMonth.of(year, random.nextBoolean() ? 12 : 1 + random.nextInt(12)));
      case 1 -> Period.quarter(year, 1 + random.nextInt(4));
      case 2 -> Period.year(year);
      case 3 -> new Period(Period.Kind.RAMADAN, LocalDate.of(2026, 2, 18), LocalDate.of(2026, 3, 19));
      case 4 -> Period.twelveMonthsTo(day());
      case 5 -> Period.everTo(day());
      default -> {
        LocalDate from = day();
        yield Period.days(from, from.plusDays(random.nextInt(500)));
      }
    };
  }

  private Filter filter() {
    if (random.nextInt(3) == 0) return Filter.NONE;
    Set<Grade> grades = random.nextBoolean() ? Grade.COUNTED : EnumSet.of(one(List.of(Grade.values())), one(List.of(Grade.values())));
    return new Filter(optional(fields), optional(activities), optional(List.of(Audience.values())), optional(List.of(Sex.values())),
        optional(List.of(AgeGroup.values())), grades);
  }

  private <T> Optional<T> optional(List<T> all) {
    return random.nextInt(4) == 0 ? Optional.of(one(all)) : Optional.empty();
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private <T> @Nullable T oneOrNull(List<T> all) {
    return random.nextInt(4) == 0 ? null : one(all);
  }
}
