package dz.linatatawwa.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Each check: what it must find, and what it must leave alone. */
@WorldTest
class CheckTests {

  private static final ZoneId ALGIERS = ZoneId.of("Africa/Algiers");
  private static final Duration FOUR_HOURS = Duration.ofHours(4);
  private static final Duration A_DAY = Duration.ofDays(1);
  /** Ten days ago at nine. */
  private static final Instant NINE = LocalDate.now(ALGIERS).minusDays(10).atTime(9, 0).atZone(ALGIERS).toInstant();

  @Autowired JdbcClient db;
  @Autowired JsonMapper json;
  @Autowired Checks checks;

  /** A story and whether the check finds it. */
  record Case(Check check, boolean fires, String story, Function<Country, List<Long>> plot) {

    @Override
    public String toString() {
      return check.code() + (fires ? " finds " : " leaves alone ") + story;
    }
  }

  private static Case finds(Check check, String story, Function<Country, List<Long>> plot) {
    return new Case(check, true, story, plot);
  }

  private static Case leaves(Check check, String story, Function<Country, List<Long>> plot) {
    return new Case(check, false, story, plot);
  }

  static Stream<Case> cases() {
    return Stream.of(
        finds(Check.OVERLAP, "somebody written down in two shifts at once", c -> twoShifts(c, Duration.ofHours(1))),
        leaves(Check.OVERLAP, "ten minutes of two shifts that follow each other", c -> twoShifts(c, Duration.ofMinutes(230))),
        finds(Check.OVER_EIGHT, "nine hours", c -> oneDay(c, 9)),
        leaves(Check.OVER_EIGHT, "eight hours", c -> oneDay(c, 8)),
        finds(Check.OVER_TWELVE, "thirteen hours in two shifts", c -> oneDay(c, 7, 6)),
        leaves(Check.OVER_TWELVE, "twelve hours", c -> oneDay(c, 6, 6)),
        leaves(Check.OVER_TWELVE, "fourteen hours over midnight, seven on each day", CheckTests::overMidnight),
        finds(Check.DISTANCE, "Tamanrasset an hour after Sétif", c -> places(c, Country.SETIF, Country.TAMANRASSET, Duration.ofHours(1))),
        leaves(Check.DISTANCE, "El Eulma an hour after Sétif", c -> places(c, Country.SETIF, Country.EL_EULMA, Duration.ofHours(1))),
        leaves(Check.DISTANCE, "Tamanrasset by the flight of seven hours later", c -> places(c, Country.SETIF, Country.TAMANRASSET, Duration.ofHours(7))),
        leaves(Check.DISTANCE, "the same place at once", c -> places(c, Country.SETIF, Country.SETIF, Duration.ZERO)),
        finds(Check.HOUSEHOLD, "a coordinator whose contact is the guardian's", c -> household(c, true, null, null)),
        finds(Check.HOUSEHOLD, "a coordinator who signs in on the volunteer's device", c -> household(c, false, "aa11", "aa11")),
        leaves(Check.HOUSEHOLD, "a coordinator with a device of their own", c -> household(c, false, "aa12", "aa13")),
        finds(Check.SECONDS, "six people confirmed in nine seconds", c -> together(c, 6, 0, Duration.ofSeconds(9), Duration.ofMinutes(10))),
        leaves(Check.SECONDS, "six people confirmed in four minutes", c -> together(c, 6, 0, Duration.ofMinutes(4), Duration.ofMinutes(10))),
        leaves(Check.SECONDS, "four people confirmed in nine seconds", c -> together(c, 4, 0, Duration.ofSeconds(9), Duration.ofMinutes(10))),
        finds(Check.IDENTICAL, "eight people with the same minutes", c -> together(c, 8, 0, A_DAY, Duration.ofMinutes(10))),
        leaves(Check.IDENTICAL, "eight people who came one after another", c -> together(c, 8, 3, A_DAY, Duration.ofMinutes(10))),
        leaves(Check.IDENTICAL, "four people with the same minutes", c -> together(c, 4, 0, A_DAY, Duration.ofMinutes(10))),
        finds(Check.GHOST, "nine walk-ins with the same minutes", c -> together(c, 9, 0, A_DAY, Duration.ofMinutes(10), "walk-in")),
        leaves(Check.GHOST, "nine walk-ins who came one after another", c -> together(c, 9, 4, A_DAY, Duration.ofMinutes(10), "walk-in")),
        leaves(Check.GHOST, "nine who had applied, with the same minutes", c -> together(c, 9, 0, A_DAY, Duration.ofMinutes(10))),
        finds(Check.DEVICE, "five people signed in on one device", c -> oneDevice(c, 5)),
        leaves(Check.DEVICE, "three brothers and sisters at one phone", c -> oneDevice(c, 3)),
        finds(Check.AFTERWARDS, "a sheet of seven entered after four days", c -> together(c, 7, 2, A_DAY, Duration.ofDays(4))),
        leaves(Check.AFTERWARDS, "a sheet of seven entered the day after", c -> together(c, 7, 2, A_DAY, Duration.ofHours(30))),
        leaves(Check.AFTERWARDS, "a sheet of five entered after four days", c -> together(c, 5, 2, A_DAY, Duration.ofDays(4))),
        finds(Check.RING, "six friends, five shifts, one confirmer, the same minutes", c -> group(c, 6, 5, 1.0, 0)),
        leaves(Check.RING, "six friends who come and go as they do", c -> group(c, 6, 5, 1.0, 4)),
        leaves(Check.RING, "six friends of whom some are missing each time", c -> group(c, 6, 6, 0.6, 0)),
        leaves(Check.RING, "a class of twenty with the same minutes", c -> group(c, 20, 5, 1.0, 0)),
        finds(Check.MUTUAL, "two who confirm each other's hours", c -> mutual(c, 3, 2)),
        leaves(Check.MUTUAL, "one who confirms the other's hours", c -> mutual(c, 5, 0)),
        finds(Check.LATE_SHARE, "an organisation with half of its hours late", c -> late(c, 24, 12)),
        leaves(Check.LATE_SHARE, "an organisation with a quarter of its hours late", c -> late(c, 24, 6)),
        leaves(Check.LATE_SHARE, "a small one with all of its ten late", c -> late(c, 10, 10)),
        finds(Check.BURST, "five past shifts entered on one day", c -> burst(c, 5, 5)),
        leaves(Check.BURST, "one past shift entered on one day", c -> burst(c, 1, 25)),
        leaves(Check.BURST, "three past shifts of two people", c -> burst(c, 3, 2)),
        finds(Check.NEW_ORGANIZATION, "sixty hours two weeks after verification", c -> fresh(c, 14, 15)),
        leaves(Check.NEW_ORGANIZATION, "twenty hours two weeks after verification", c -> fresh(c, 14, 5)),
        leaves(Check.NEW_ORGANIZATION, "sixty hours after half a year", c -> fresh(c, 180, 15)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsWhatItMustAndLeavesTheRest(Case one) {
    Country country = new Country(db, json);
    List<Long> claims = one.plot().apply(country);
    country.write();
    checks.lookAt(claims);
    assertThat(found(claims).contains(one.check().code())).isEqualTo(one.fires());
  }

  @Test
  void everyCheckHasBothKindsOfCases() {
    assertThat(cases().filter(Case::fires).map(Case::check)).containsAll(Arrays.asList(Check.values()));
    assertThat(cases().filter(one -> !one.fires()).map(Case::check)).containsAll(Arrays.asList(Check.values()));
  }

  @Test
  void everyCheckHasAWeight() {
    assertThat(db.sql("select code from integrity.measure where code <> 'queue-from'").query(String.class).list())
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Check.values()).map(Check::code).toList());
  }

  @Test
  void lookingTwiceFindsOnceAndBringsTheFiguresUpToDate() {
    Country country = new Country(db, json);
    List<Long> claims = group(country, 6, 5, 1.0, 0);
    country.write();
    checks.lookAt(claims.subList(0, 24));
    checks.lookAt(claims);
    checks.lookAt(claims);
    List<String> rings = db.sql("select facts ->> 'shifts' from integrity.finding where check_code = 'ring' and claims && :claims")
        .param("claims", claims.toArray(Long[]::new)).query(String.class).list();
    assertThat(rings).containsExactly("5");
  }

  @Test
  void whatIsTakenBackNoLongerCounts() {
    Country country = new Country(db, json);
    List<Long> claims = places(country, Country.SETIF, Country.TAMANRASSET, Duration.ofHours(1));
    country.write();
    checks.lookAt(claims);
    assertThat(risk(claims)).isEqualTo(45);
    db.sql("update hours.claim set state = 'refused', decided_at = now() where id = :id").param("id", claims.getFirst()).update();
    checks.lookAt(claims);
    assertThat(found(claims)).isEmpty();
    assertThat(risk(claims)).isZero();
  }

  private int risk(List<Long> claims) {
    return db.sql("select max(d.risk) from integrity.doubt d join integrity.finding f on f.doubt_id = d.id where f.claims && :claims")
        .param("claims", claims.toArray(Long[]::new)).query(Integer.class).single();
  }

  private List<String> found(List<Long> claims) {
    return db.sql("select distinct check_code from integrity.finding where claims && :claims and closed_at is null").param("claims", claims.toArray(Long[]::new))
        .query(String.class).list();
  }

  private static long old(Country c) {
    return c.organization(NINE.minus(Duration.ofDays(400)));
  }

  private static List<Long> twoShifts(Country c, Duration later) {
    long organization = old(c);
    long amina = c.volunteer();
    long opportunity = c.opportunity(organization, Country.SETIF);
    long first = c.shift(opportunity, NINE, FOUR_HOURS);
    long other = c.shift(opportunity, NINE.plus(later), FOUR_HOURS);
    c.attended(amina, first, NINE, NINE.plus(FOUR_HOURS));
    c.attended(amina, other, NINE.plus(later), NINE.plus(later).plus(FOUR_HOURS));
    return List.of(c.claim(amina, first).note());
  }

  private static List<Long> oneDay(Country c, int... hours) {
    long opportunity = c.opportunity(old(c), Country.SETIF);
    long amina = c.volunteer();
    Instant from = NINE.minus(Duration.ofHours(3));
    List<Long> claims = new ArrayList<>();
    for (int length : hours) {
      claims.add(c.claim(amina, c.shift(opportunity, from, Duration.ofHours(length))).note());
      from = from.plus(Duration.ofHours(length));
    }
    return claims;
  }

  private static List<Long> overMidnight(Country c) {
    return List.of(c.claim(c.volunteer(), c.shift(c.opportunity(old(c), Country.SETIF), NINE.plus(Duration.ofHours(8)), Duration.ofHours(14))).note());
  }

  private static List<Long> places(Country c, String one, String other, Duration between) {
    long organization = old(c);
    long amina = c.volunteer();
    long first = c.claim(amina, c.shift(c.opportunity(organization, one), NINE, Duration.ofHours(3))).note();
    long next = c.claim(amina, c.shift(c.opportunity(organization, other), NINE.plus(Duration.ofHours(3)).plus(between), Duration.ofHours(3))).note();
    return List.of(first, next);
  }

  private static List<Long> household(Country c, boolean guardian, @org.jspecify.annotations.Nullable String mine, @org.jspecify.annotations.Nullable String theirs) {
    long organization = old(c);
    long coordinator = c.coordinator(organization);
    long amina = c.volunteer();
    c.guardian(amina, guardian ? Country.email(coordinator) : "somebody@example.dz");
    if (mine != null && theirs != null) {
      c.session(amina, mine, NINE);
      c.session(coordinator, theirs, NINE.plus(A_DAY));
    }
    return List.of(c.claim(amina, c.shift(c.opportunity(organization, Country.SETIF), NINE, FOUR_HOURS)).confirmed(coordinator, A_DAY).note());
  }

  /** People of one shift. @param apart minutes between one and the next */
  private static List<Long> together(Country c, int people, int apart, Duration confirmedAfter, Duration enteredAfter, String... flags) {
    long organization = old(c);
    long coordinator = c.coordinator(organization);
    long shift = c.shift(c.opportunity(organization, Country.SETIF), NINE, FOUR_HOURS);
    List<Long> claims = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      Instant from = NINE.plus(Duration.ofMinutes((long) apart * i));
      claims.add(c.claim(c.volunteer(), shift).times(from, NINE.plus(FOUR_HOURS)).entered(NINE.plus(FOUR_HOURS).plus(enteredAfter)).flag(flags)
          .confirmed(coordinator, confirmedAfter).note());
    }
    return claims;
  }

  private static List<Long> oneDevice(Country c, int people) {
    long shift = c.shift(c.opportunity(old(c), Country.SETIF), NINE, FOUR_HOURS);
    List<Long> claims = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      long one = c.volunteer();
      c.session(one, "bb0" + people, NINE.minus(Duration.ofDays(2)));
      claims.add(c.claim(one, shift).note());
    }
    return claims;
  }

  private static List<Long> group(Country c, int people, int shifts, double turnout, int apart) {
    long organization = old(c);
    long coordinator = c.coordinator(organization);
    long opportunity = c.opportunity(organization, Country.SETIF);
    List<Long> members = Stream.generate(c::volunteer).limit(people).toList();
    Instant quarter = LocalDate.now(ALGIERS).withMonth((LocalDate.now(ALGIERS).getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1).atTime(9, 0).atZone(ALGIERS).toInstant();
    Instant first = quarter.minus(Duration.ofDays(30));
    List<Long> claims = new ArrayList<>();
    for (int s = 0; s < shifts; s++) {
      Instant from = first.plus(Duration.ofDays(s * 4L));
      long shift = c.shift(opportunity, from, FOUR_HOURS);
      for (int p = 0; p < people; p++) {
        if ((p + s) % people >= Math.round(people * turnout)) continue;
        Instant in = from.plus(Duration.ofMinutes((long) apart * p));
        claims.add(c.claim(members.get(p), shift).times(in, from.plus(FOUR_HOURS)).confirmed(coordinator, A_DAY).note());
      }
    }
    return claims;
  }

  private static List<Long> mutual(Country c, int there, int back) {
    long organization = old(c);
    long one = c.volunteer();
    long other = c.volunteer();
    long opportunity = c.opportunity(organization, Country.SETIF);
    List<Long> claims = new ArrayList<>();
    for (int i = 0; i < there; i++) claims.add(c.claim(one, c.shift(opportunity, NINE.minus(Duration.ofDays(i)), FOUR_HOURS)).confirmed(other, A_DAY).note());
    for (int i = 0; i < back; i++) claims.add(c.claim(other, c.shift(opportunity, NINE.minus(Duration.ofDays(i)), FOUR_HOURS)).confirmed(one, A_DAY).note());
    return claims;
  }

  private static List<Long> late(Country c, int all, int late) {
    long organization = old(c);
    long opportunity = c.opportunity(organization, Country.SETIF);
    List<Long> claims = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      long shift = c.shift(opportunity, NINE.plus(Duration.ofMinutes(i)), Duration.ofHours(2));
      Instant end = NINE.plus(Duration.ofMinutes(i)).plus(Duration.ofHours(2));
      claims.add(c.claim(c.volunteer(), shift).entered(end.plus(i < late ? Duration.ofHours(60) : Duration.ofHours(1))).note());
    }
    return claims;
  }

  private static List<Long> burst(Country c, int shifts, int people) {
    long organization = old(c);
    long opportunity = c.opportunity(organization, Country.SETIF);
    Instant entered = NINE.plus(Duration.ofDays(8));
    List<Long> claims = new ArrayList<>();
    for (int s = 0; s < shifts; s++) {
      long shift = c.shift(opportunity, NINE.minus(Duration.ofDays(s)), FOUR_HOURS);
      for (int p = 0; p < people; p++) claims.add(c.claim(c.volunteer(), shift).entered(entered.plusSeconds(p)).note());
    }
    return claims;
  }

  private static List<Long> fresh(Country c, int days, int people) {
    long organization = c.organization(NINE.minus(Duration.ofDays(days)));
    long shift = c.shift(c.opportunity(organization, Country.SETIF), NINE, FOUR_HOURS);
    List<Long> claims = new ArrayList<>();
    for (int i = 0; i < people; i++) claims.add(c.claim(c.volunteer(), shift).note());
    return claims;
  }
}
