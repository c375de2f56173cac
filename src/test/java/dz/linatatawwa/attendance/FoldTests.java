package dz.linatatawwa.attendance;

import static dz.linatatawwa.attendance.Histories.ENDS;
import static dz.linatatawwa.attendance.Histories.OPENS;
import static dz.linatatawwa.attendance.Histories.SHUTS;
import static dz.linatatawwa.attendance.Histories.STARTS;
import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.attendance.Contradiction.Kind;
import dz.linatatawwa.attendance.Folded.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of docs/decisions/0031, one by one, and on random days: {@code -Dhistories=1000000} runs more, {@code -Dseed=…} the same again. */
class FoldTests {

  private static final int HISTORIES = Integer.getInteger("histories", 20_000);
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  @Test
  void whateverTheOrderOfArrivalTheDayIsThatOfThePlainSentences() {
    Random random = new Random(SEED);
    for (int i = 0; i < HISTORIES; i++) {
      List<DayDeed> day = new Histories(random).day();
      PlainDay expected = PlainDay.of(day, OPENS, SHUTS);
      for (int order = 0; order < 4; order++) {
        List<DayDeed> arrived = new ArrayList<>(day);
        Collections.shuffle(arrived, random);
        assertThat(plain(Fold.of(arrived, OPENS, SHUTS))).as("seed %d, history %d: %s", SEED, i, arrived).isEqualTo(expected);
      }
    }
  }

  @Test
  void contradictionsAndEffectsDoNotDependOnTheOrderEither() {
    Random random = new Random(SEED + 1);
    for (int i = 0; i < HISTORIES; i++) {
      List<DayDeed> day = new Histories(random).day();
      List<DayDeed> arrived = new ArrayList<>(day);
      Collections.shuffle(arrived, random);
      Folded one = Fold.of(day, OPENS, SHUTS);
      Folded other = Fold.of(arrived, OPENS, SHUTS);
      assertThat(other.effects()).as("seed %d, history %d", SEED, i).isEqualTo(one.effects());
      assertThat(Set.copyOf(other.contradictions())).as("seed %d, history %d", SEED, i).isEqualTo(Set.copyOf(one.contradictions()));
    }
  }

  @Test
  void nothingIsDropped() {
    Random random = new Random(SEED + 2);
    for (int i = 0; i < HISTORIES; i++) {
      List<DayDeed> day = new Histories(random).day();
      Folded folded = Fold.of(day, OPENS, SHUTS);
      Set<String> keys = new HashSet<>();
      day.forEach(deed -> keys.add(deed.key()));
      assertThat(folded.effects().keySet()).as("seed %d, history %d: every deed did something, or says what it waits for", SEED, i).isEqualTo(keys);
      folded.effects().forEach((key, effect) -> {
        if (effect == Effect.CONFLICT) assertThat(folded.lost(key)).isPresent();
      });
    }
  }

  @Test
  void aCorrectionNeverMakesTheProofBetter() {
    Random random = new Random(SEED + 3);
    for (int i = 0; i < HISTORIES; i++) {
      List<DayDeed> day = new Histories(random).day();
      if (day.stream().noneMatch(d -> d.kind() == DeedKind.CORRECT)) continue;
      Folded folded = Fold.of(day, OPENS, SHUTS);
      boolean corrected = day.stream().anyMatch(d -> d.kind() == DeedKind.CORRECT && folded.effect(d.key()) == Effect.DONE);
      if (corrected) assertThat(folded.grade()).as("seed %d, history %d", SEED, i).isIn('B', 'C');
    }
  }

  @Test
  void theEarliestCheckInCounts() {
    Folded day = fold(in(9, "b"), in(5, "a"));
    assertThat(day.in().at()).isEqualTo(at(5));
    assertThat(day.effect("a-in-5")).isEqualTo(Effect.DONE);
    assertThat(day.effect("b-in-9")).isEqualTo(Effect.ALREADY);
  }

  @Test
  void anEndThatComesFirstWaitsForItsBeginning() {
    assertThat(fold(out(240, "a")).effect("a-out-240")).isEqualTo(Effect.WAITS);
    assertThat(fold(out(240, "a"), in(0, "b")).out().at()).isEqualTo(ENDS);
  }

  @Test
  void twoEndsFarApartAreAConflictAndTheEarlierStands() {
    Folded near = fold(in(0, "a"), out(200, "a"), out(204, "b"));
    assertThat(near.contradictions()).isEmpty();
    Folded far = fold(in(0, "a"), out(230, "b"), out(200, "a"));
    assertThat(far.out().at()).isEqualTo(at(200));
    assertThat(far.contradictions()).containsExactly(new Contradiction(Kind.TWO_ENDS, "b-out-230", "a-out-200"));
  }

  @Test
  void comingBeatsANoShowAndTwoPhonesThatDisagreeAreShown() {
    Folded two = fold(deed("a-absent", DeedKind.NO_SHOW, 20, "a", null, null), in(25, "b"));
    assertThat(two.in()).isNotNull();
    assertThat(two.absent()).isNull();
    assertThat(two.contradictions()).extracting(Contradiction::kind).containsExactly(Kind.ABSENT_AND_CAME);
    assertThat(fold(deed("a-absent", DeedKind.NO_SHOW, 20, "a", null, null), in(25, "a")).contradictions()).isEmpty();
    assertThat(fold(in(5, "b"), deed("a-absent", DeedKind.NO_SHOW, 20, "a", null, null)).effect("a-absent")).isEqualTo(Effect.CONFLICT);
  }

  @Test
  void anEndAtOrBeforeTheBeginningIsShown() {
    assertThat(fold(in(0, "a"), deed("x", DeedKind.UNDO, 10, "a", null, "a-in-0"), out(20, "b"), in(30, "b")).contradictions())
        .containsExactly(new Contradiction(Kind.END_BEFORE_BEGINNING, "b-out-20", "b-in-30"));
  }

  @Test
  void whoIsCheckedInAgainAfterGoingMayHaveComeBack() {
    assertThat(fold(in(0, "a"), out(60, "a"), in(90, "b")).contradictions()).extracting(Contradiction::kind).containsExactly(Kind.CAME_BACK);
    assertThat(fold(in(0, "a"), out(60, "a"), in(64, "b")).contradictions()).isEmpty();
  }

  @Test
  void anUndoTakesBackWhatWasMarkedTwiceAndSaysSoWhereAnotherPhoneSawIt() {
    Folded day = fold(in(0, "a"), in(2, "b"), deed("x", DeedKind.UNDO, 10, "a", null, "a-in-0"));
    assertThat(day.in()).isNull();
    assertThat(day.contradictions()).containsExactly(new Contradiction(Kind.TAKEN_BACK, "b-in-2", "x"));
    assertThat(fold(in(0, "a"), in(2, "a"), deed("x", DeedKind.UNDO, 10, "a", null, "a-in-0")).contradictions()).isEmpty();
    assertThat(fold(in(0, "a"), deed("x", DeedKind.UNDO, 10, "a", null, "a-in-0"), in(12, "b")).in().at()).isEqualTo(at(12));
  }

  @Test
  void anUndoWaitsForWhatItTakesBackAndCanBeTakenBackItself() {
    assertThat(fold(deed("x", DeedKind.UNDO, 10, "a", null, "a-in-0")).effect("x")).isEqualTo(Effect.WAITS);
    Folded again = fold(in(0, "a"), deed("x", DeedKind.UNDO, 10, "a", null, "a-in-0"), deed("y", DeedKind.UNDO, 11, "a", null, "x"));
    assertThat(again.in().at()).isEqualTo(STARTS);
  }

  @Test
  void theLatestCorrectionCountsAndTwoPeopleWhoDisagreeAreShown() {
    DayDeed one = deed("c1", DeedKind.CORRECT, 241, "a", new Times(at(10), at(100), "x"), null);
    DayDeed other = new DayDeed("c2", DeedKind.CORRECT, at(242), 2, Via.DESK, null, false, new Times(at(20), at(120), "y"), null);
    Folded day = fold(in(0, "a"), out(240, "a"), other, one);
    assertThat(day.in().at()).isEqualTo(at(20));
    assertThat(day.out().at()).isEqualTo(at(120));
    assertThat(day.contradictions()).containsExactly(new Contradiction(Kind.TWO_CORRECTIONS, "c1", "c2"));
  }

  @Test
  void whatIsOutsideTheGraceCountsToItsEdge() {
    Folded day = fold(in(-50, "a"), out(400, "a"));
    assertThat(day.in().at()).isEqualTo(OPENS);
    assertThat(day.out().at()).isEqualTo(SHUTS);
  }

  @Test
  void gradeANeedsBothSidesTwice() {
    assertThat(fold(twoSided(in(0, "a")), twoSided(out(240, "a"))).grade()).isEqualTo('A');
    assertThat(fold(twoSided(in(0, "a")), out(240, "a")).grade()).isEqualTo('B');
    assertThat(fold(in(-1, "b"), twoSided(in(0, "a")), twoSided(out(240, "a"))).grade()).as("only the marks that stand prove").isEqualTo('B');
    DayDeed paper = new DayDeed("p", DeedKind.CHECK_OUT, at(240), 1, Via.PAPER, null, true, null, null);
    assertThat(fold(twoSided(in(0, "a")), paper).grade()).isEqualTo('C');
    DayDeed corrected = deed("c", DeedKind.CORRECT, 250, "a", new Times(at(0), at(200), "x"), null);
    assertThat(fold(twoSided(in(0, "a")), twoSided(out(240, "a")), corrected).grade()).isEqualTo('B');
    assertThat(fold(twoSided(in(0, "a")), paper, corrected).grade()).isEqualTo('C');
  }

  private static PlainDay plain(Folded folded) {
    return new PlainDay(instant(folded.in()), instant(folded.out()), folded.absent() != null, folded.grade());
  }

  private static @Nullable Instant instant(Folded.@Nullable Moment moment) {
    return moment == null ? null : moment.at();
  }

  private static Folded fold(DayDeed... deeds) {
    return Fold.of(List.of(deeds), OPENS, SHUTS);
  }

  private static DayDeed in(int minute, String device) {
    return deed(device + "-in-" + minute, DeedKind.CHECK_IN, minute, device, null, null);
  }

  private static DayDeed out(int minute, String device) {
    return deed(device + "-out-" + minute, DeedKind.CHECK_OUT, minute, device, null, null);
  }

  private static DayDeed deed(String key, DeedKind kind, int minute, String device, @Nullable Times times, @Nullable String undoes) {
    return new DayDeed(key, kind, at(minute), 1, Via.KIT, device, false, times, undoes);
  }

  private static DayDeed twoSided(DayDeed deed) {
    return new DayDeed(deed.key(), deed.kind(), deed.at(), deed.by(), deed.via(), deed.device(), true, deed.times(), deed.undoes());
  }

  private static Instant at(int minute) {
    return STARTS.plus(Duration.ofMinutes(minute));
  }
}
