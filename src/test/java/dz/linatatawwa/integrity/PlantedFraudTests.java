package dz.linatatawwa.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Frauds hidden among honest people: how many of them the queue shows, and how much of the queue is fraud. With
 *  {@code -Dlinatatawwa.fraud.people=40000} in a country of that size. */
@WorldTest
class PlantedFraudTests {

  private static final ZoneId ALGIERS = ZoneId.of("Africa/Algiers");
  private static final int PEOPLE = Integer.getInteger("linatatawwa.fraud.people", 2_000);
  private static final int WEEKS = 10;

  @Autowired JdbcClient db;
  @Autowired JsonMapper json;
  @Autowired Steps steps;
  @Autowired DoubtTable doubts;
  @Autowired Naming naming;
  @Autowired Dictionary dictionary;

  private final Random chance = new Random(20261205);
  private final Map<String, List<Set<Long>>> planted = new LinkedHashMap<>();
  private Country country;

  @Test
  void theQueueShowsNearlyAllFraudsAndLittleElseAndTakesNothingAway() {
    country = new Country(db, json);
    for (int i = 0; i < PEOPLE / 50; i++) honest(i);
    country.write();
    for (int i = 0; i < PEOPLE / 400; i++) {
      plant("ring", this::ring);
      plant("late bulk", this::lateBulk);
      for (int k = 0; k < 2; k++) plant("ghost shift", this::ghost);
      for (int k = 0; k < 4; k++) plant("impossible travel", this::travel);
      for (int k = 0; k < 3; k++) plant("household", this::household);
    }
    country.write();
    db.sql("analyze").update();
    String before = ledger();
    long started = System.nanoTime();
    long looked = 0;
    // the platform's own round walks too, and where one walks another is told that there is nothing: the end is where the last claim is
    while (toWalk() > 0) looked += steps.walk().size();
    long seconds = (System.nanoTime() - started) / 1_000_000_000;
    assertThat(ledger()).as("no check takes hours away").isEqualTo(before);

    Map<Long, Set<Long>> queue = queue();
    Set<Long> fraud = new HashSet<>();
    planted.values().forEach(kinds -> kinds.forEach(fraud::addAll));
    long right = queue.values().stream().filter(claims -> !Collections.disjoint(claims, fraud)).count();
    int all = 0;
    int found = 0;
    for (Map.Entry<String, List<Set<Long>>> kind : planted.entrySet()) {
      long shown = kind.getValue().stream().filter(one -> queue.values().stream().anyMatch(claims -> !Collections.disjoint(claims, one))).count();
      System.out.printf("planted %s: %d of %d are in the queue%n", kind.getKey(), shown, kind.getValue().size());
      all += kind.getValue().size();
      found += (int) shown;
    }
    double recall = (double) found / all;
    double precision = queue.isEmpty() ? 0 : (double) right / queue.size();
    System.out.printf("%d volunteers, %d claims looked at in %d s; recall %.3f, precision %.3f of %d doubts%n", PEOPLE, looked, seconds, recall, precision, queue.size());
    assertThat(recall).isGreaterThanOrEqualTo(0.9);
    assertThat(precision).isGreaterThanOrEqualTo(0.8);
    everyDoubtIsExplained(queue.keySet());
  }

  private void everyDoubtIsExplained(Set<Long> queue) {
    for (long id : queue.stream().limit(200).toList()) {
      Doubt doubt = doubts.find(id).orElseThrow();
      for (Language language : List.of(Language.AR, Language.FR, Language.EN)) {
        assertThat(naming.reasons(doubt.open(), dictionary.in(language)).values()).isNotEmpty().allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(15).doesNotContain("{"));
      }
      int sum = doubt.open().stream().map(Finding::check).distinct().mapToInt(check -> doubt.open().stream().filter(f -> f.check() == check).findFirst().orElseThrow().weight()).sum();
      assertThat(doubt.risk()).as("the risk is the sum that is shown").isEqualTo(sum);
    }
  }

  private long toWalk() {
    return db.sql("select count(*) from hours.claim where id > (select coalesce(max(last_id), 0) from integrity.walk where name = 'all claims')").query(Long.class).single();
  }

  private String ledger() {
    return db.sql("""
        select (select md5(string_agg(c::text, '|' order by c.id)) from hours.claim c) || (select count(*) from hours.entry)
          || (select coalesce(sum(minutes), 0) from hours.volunteer_total)""").query(String.class).single();
  }

  private Map<Long, Set<Long>> queue() {
    Map<Long, Set<Long>> queue = new LinkedHashMap<>();
    db.sql("""
        select d.id, array_agg(distinct c.id) as claims
        from integrity.doubt d join integrity.finding f on f.doubt_id = d.id and f.closed_at is null cross join lateral unnest(f.claims) as c(id)
        where d.state = 'open' and d.risk >= (select value from integrity.measure where code = 'queue-from')
        group by d.id""").query(row -> {
          queue.put(row.getLong("id"), new HashSet<>(List.of((Long[]) row.getArray("claims").getArray())));
        });
    return queue;
  }

  private void plant(String kind, java.util.function.Supplier<Set<Long>> fraud) {
    planted.computeIfAbsent(kind, k -> new ArrayList<>()).add(fraud.get());
  }

  /** An association of fifty: every week a shift or two, people who come when they can, the leader's phone or a sheet of paper. */
  private void honest(int number) {
    long organization = country.organization(number % 20 == 19 ? at(WEEKS / 2, 0, 9, 0).minus(Duration.ofDays(20)) : Instant.parse("2025-03-01T09:00:00Z"));
    List<Long> coordinators = List.of(country.coordinator(organization), country.coordinator(organization));
    boolean club = number % 8 == 0;
    boolean paper = number % 6 == 1;
    List<Long> members = Stream.generate(country::volunteer).limit(club ? 10 : 50).toList();
    for (int i = club ? 10 : 50; i < 50; i++) country.volunteer();
    signIns(members, coordinators, number);
    long opportunity = country.opportunity(organization, Country.SETIF);
    long nearby = country.opportunity(organization, Country.EL_EULMA);
    for (int week = 0; week < WEEKS; week++) {
      for (int second = 0; second < (chance.nextInt(3) == 0 ? 2 : 1); second++) {
        honestShift(second == 0 ? opportunity : nearby, at(week, number % 7, second == 0 ? 8 : 15, 0), members, coordinators.get(chance.nextInt(2)), club ? 0.75 : 0.35, paper);
      }
    }
  }

  private void honestShift(long opportunity, Instant from, List<Long> members, long coordinator, double turnout, boolean paperKept) {
    int hours = 3 + chance.nextInt(3) + (chance.nextInt(25) == 0 ? 5 : 0);
    long shift = country.shift(opportunity, from, Duration.ofHours(hours));
    Instant end = from.plus(Duration.ofHours(hours));
    boolean paper = paperKept && chance.nextInt(3) == 0 || chance.nextInt(20) == 0;
    boolean late = paper && chance.nextBoolean();
    boolean open = chance.nextInt(12) == 0;
    Duration confirmed = paper ? Duration.ofHours(20 + chance.nextInt(60)) : chance.nextInt(15) == 0 ? Duration.ofSeconds(20) : Duration.ofMinutes(5 + chance.nextInt(3_000));
    for (long member : members) {
      if (chance.nextDouble() > turnout) continue;
      Instant in = paper ? from : from.plus(Duration.ofSeconds(chance.nextInt(1_500)));
      boolean forgot = chance.nextInt(10) == 0;
      Instant out = paper || forgot ? end : end.minus(Duration.ofSeconds(chance.nextInt(1_200)));
      Country.Claim claim = country.claim(member, shift).times(in, out);
      if (paper) claim.paper().entered(end.plus(late ? Duration.ofHours(60 + chance.nextInt(20)) : Duration.ofHours(4)));
      if (forgot && !paper) claim.flag("no-check-out");
      if (open && chance.nextInt(3) > 0 || chance.nextInt(15) == 0) claim.flag("walk-in");
      claim.confirmed(coordinator, confirmed).note();
    }
  }

  /** Everybody signs in on their own phone, but for some families and a school's computer. */
  private void signIns(List<Long> members, List<Long> coordinators, int number) {
    for (int i = 0; i < members.size(); i++) {
      String device = number % 10 == 3 && i < 6 ? "%04xcc".formatted(number) : i % 10 == 1 ? device(members.get(i - 1)) : device(members.get(i));
      country.session(members.get(i), device, at(2, 0, 10, 0));
    }
    for (long coordinator : coordinators) country.session(coordinator, device(coordinator), at(2, 0, 10, 0));
  }

  private static String device(long person) {
    return "%016x".formatted(person);
  }

  /** A coordinator and five to eight friends: five shifts that nobody saw, always all of them, always the whole time. */
  private Set<Long> ring() {
    long organization = country.organization(Instant.parse("2025-03-01T09:00:00Z"));
    long coordinator = country.coordinator(organization);
    List<Long> friends = Stream.generate(country::volunteer).limit(5 + chance.nextInt(4)).toList();
    long opportunity = country.opportunity(organization, Country.SETIF);
    Set<Long> claims = new HashSet<>();
    for (int week = 2; week < 8; week++) {
      Instant from = at(week, 3, 8, 0);
      long shift = country.shift(opportunity, from, Duration.ofHours(5));
      for (long friend : friends) {
        if (chance.nextInt(20) == 0) continue;
        claims.add(country.claim(friend, shift).confirmed(coordinator, Duration.ofMinutes(20 + chance.nextInt(600))).note());
      }
    }
    return claims;
  }

  /** Weeks that nobody noted are typed in on one evening. */
  private Set<Long> lateBulk() {
    long organization = country.organization(Instant.parse("2025-03-01T09:00:00Z"));
    long coordinator = country.coordinator(organization);
    List<Long> people = Stream.generate(country::volunteer).limit(6 + chance.nextInt(8)).toList();
    long opportunity = country.opportunity(organization, Country.SETIF);
    Instant evening = at(WEEKS - 1, 2, 20, 0);
    Set<Long> claims = new HashSet<>();
    for (int week = 2; week < 7; week++) {
      long shift = country.shift(opportunity, at(week, 4, 9, 0), Duration.ofHours(4));
      for (long one : people) {
        if (chance.nextInt(4) == 0) continue;
        Instant in = at(week, 4, 9, chance.nextInt(30));
        claims.add(country.claim(one, shift).times(in, at(week, 4, 13, 0)).entered(evening.plusSeconds(chance.nextInt(3_600))).confirmed(coordinator, Duration.ofHours(30)).note());
      }
    }
    return claims;
  }

  private Set<Long> ghost() {
    long organization = country.organization(Instant.parse("2025-03-01T09:00:00Z"));
    long coordinator = country.coordinator(organization);
    long shift = country.shift(country.opportunity(organization, Country.SETIF), at(chance.nextInt(WEEKS), 5, 9, 0), Duration.ofHours(4));
    Set<Long> claims = new HashSet<>();
    LongStream.range(0, 7 + chance.nextInt(10)).forEach(i ->
        claims.add(country.claim(country.volunteer(), shift).flag("walk-in").confirmed(coordinator, Duration.ofHours(3)).note()));
    return claims;
  }

  private Set<Long> travel() {
    long organization = country.organization(Instant.parse("2025-03-01T09:00:00Z"));
    long coordinator = country.coordinator(organization);
    long traveller = country.volunteer();
    int week = chance.nextInt(WEEKS);
    long here = country.shift(country.opportunity(organization, Country.SETIF), at(week, 1, 8, 0), Duration.ofHours(4));
    long there = country.shift(country.opportunity(organization, Country.TAMANRASSET), at(week, 1, 13 + chance.nextInt(3), 0), Duration.ofHours(3));
    return Set.of(country.claim(traveller, here).confirmed(coordinator, Duration.ofHours(5)).note(), country.claim(traveller, there).confirmed(coordinator, Duration.ofHours(5)).note());
  }

  private Set<Long> household() {
    long organization = country.organization(Instant.parse("2025-03-01T09:00:00Z"));
    long coordinator = country.coordinator(organization);
    long child = country.volunteer();
    boolean guardian = chance.nextBoolean();
    if (guardian) country.guardian(child, Country.email(coordinator));
    country.session(child, guardian ? device(child) : device(coordinator), at(3, 0, 10, 0));
    country.session(coordinator, device(coordinator), at(3, 0, 11, 0));
    Set<Long> claims = new HashSet<>();
    for (int week = 3; week < 7; week++) {
      claims.add(country.claim(child, country.shift(country.opportunity(organization, Country.SETIF), at(week, 2, 14, 0), Duration.ofHours(3)))
          .confirmed(coordinator, Duration.ofHours(5 + chance.nextInt(20))).note());
    }
    return claims;
  }

  /** Weeks of the last quarter and this: the newest is over for five days. */
  private static Instant at(int week, int day, int hour, int minute) {
    return LocalDate.now(ALGIERS).minusDays(5 + 7L * WEEKS).plusDays(7L * week + day).atTime(hour, minute).atZone(ALGIERS).toInstant();
  }
}
