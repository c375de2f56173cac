package dz.linatatawwa.hours;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.hours.ConfirmingRules.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfirmingRulesTests {

  private static final long AMINA = 1;
  private static final Settler COORDINATOR = new Settler(2, Level.COORDINATOR);
  private static final Settler OTHER_COORDINATOR = new Settler(3, Level.COORDINATOR);
  private static final Settler OWNER = new Settler(4, Level.OWNER);
  private static final Settler SUPERVISOR = new Settler(5, Level.SUPERVISOR);

  private final ConfirmingRules rules = new ConfirmingRules(HourLimits.USUAL);

  @Test
  void aCoordinatorConfirmsTheHoursOfAnother() {
    assertThat(rules.verdict(claim(180, false, null), COORDINATOR, 180, false, null)).isInstanceOf(Verdict.Confirm.class);
  }

  @Test
  void nobodyConfirmsTheirOwnHours() {
    for (Level level : Level.values()) {
      assertThat(rules.verdict(claim(180, false, null), new Settler(AMINA, level), 180, false, "a reason")).isEqualTo(new Verdict.Leave(Why.OWN_HOURS));
    }
  }

  @Test
  void moreThanTwelveHoursOnADayAskForAReason() {
    assertThat(rules.verdict(claim(180, false, null), COORDINATOR, 721, false, null)).isEqualTo(new Verdict.Leave(Why.OVER_TWELVE));
    assertThat(rules.verdict(claim(180, false, null), COORDINATOR, 721, false, "night of the floods")).isInstanceOf(Verdict.Confirm.class);
    assertThat(rules.verdict(claim(180, false, null), COORDINATOR, 720, false, null)).isInstanceOf(Verdict.Confirm.class);
  }

  @Test
  void oneShiftGivesNobodyMoreThanItsCap() {
    assertThat(rules.verdict(claim(961, false, null), COORDINATOR, 961, false, "a reason")).isEqualTo(new Verdict.Leave(Why.OVER_SHIFT));
  }

  @Test
  void aLateEntryWaitsForASecondPerson() {
    assertThat(rules.verdict(claim(60, true, null), COORDINATOR, 60, false, null)).isInstanceOf(Verdict.Vouch.class);
    assertThat(rules.verdict(claim(60, true, COORDINATOR), OWNER, 60, false, null)).isInstanceOf(Verdict.Confirm.class);
    assertThat(rules.verdict(claim(60, true, OWNER), SUPERVISOR, 60, false, null)).isInstanceOf(Verdict.Confirm.class);
  }

  @Test
  void theSecondPersonComesFromAnotherLevel() {
    assertThat(rules.verdict(claim(60, true, COORDINATOR), OTHER_COORDINATOR, 60, false, null)).isEqualTo(new Verdict.Leave(Why.SAME_LEVEL));
    assertThat(rules.verdict(claim(60, true, COORDINATOR), COORDINATOR, 60, false, null)).isEqualTo(new Verdict.Leave(Why.SAME_LEVEL));
  }

  @Test
  void onePersonWhoRoseInRankMeanwhileIsStillOnePerson() {
    assertThat(rules.verdict(claim(60, true, COORDINATOR), new Settler(COORDINATOR.account(), Level.OWNER), 60, false, null))
        .isEqualTo(new Verdict.Leave(Why.SAME_LEVEL));
  }

  @Test
  void pastTheOrganisationsCapEverythingNeedsTwo() {
    assertThat(rules.verdict(claim(60, false, null), OWNER, 60, true, null)).isInstanceOf(Verdict.Vouch.class);
  }

  private static OpenClaim claim(int minutes, boolean needsSecond, @Nullable Settler first) {
    Instant from = Instant.parse("2026-12-05T08:00:00Z");
    return new OpenClaim(9, AMINA, from, from.plusSeconds(60L * minutes), minutes, needsSecond, first, null);
  }
}
