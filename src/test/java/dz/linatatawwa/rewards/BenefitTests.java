package dz.linatatawwa.rewards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.partnerships.AgreementId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Decided;
import dz.linatatawwa.supervision.Decision;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the offer to the counter, with everything that can come between. */
@WorldTest
class BenefitTests {

  @Autowired Offers offers;
  @Autowired Benefits benefits;
  @Autowired Appeals appeals;
  @Autowired Counter counters;
  @Autowired Lots lots;
  @Autowired LotCommand command;
  @Autowired RewardClock clock;
  @Autowired HourLedger ledger;
  @Autowired Matters matters;
  @Autowired Accounts accounts;

  Scene scene;

  @BeforeEach
  void world() {
    TestClock.one().back();
    scene = new Scene(offers);
  }

  @Test
  void aRefusalSaysWhatIsMissingOfTheRule() {
    scene.agreement(null);
    BenefitId id = scene.open(Way.FIRST_COME, 5, Scene.hours(10));
    AccountId amina = scene.volunteer();
    scene.confirmed(ledger, amina, 3);

    assertThat(benefits.take(amina, id)).isInstanceOfSatisfying(Taken.Refused.class, refused -> {
      assertThat(refused.why().reason()).isEqualTo(Refusal.Reason.RULE);
      assertThat(refused.why().judgement()).satisfies(judgement -> {
        assertThat(judgement.parts()).singleElement().satisfies(part -> assertThat(part.missing()).isEqualTo(360));
      });
    });
    scene.confirmed(ledger, amina, 4);
    scene.confirmed(ledger, amina, 5);
    assertThat(benefits.take(amina, id)).isInstanceOf(Taken.Granted.class);
    assertThat(scene.told(amina)).contains("benefit-granted-first-come");
  }

  @Test
  void everyOtherRefusalHasItsReason() {
    AgreementId agreement = scene.agreement(null);
    BenefitId id = scene.open(Way.FIRST_COME, 1, Rule.EVERYBODY);
    AccountId amina = scene.volunteer();
    AccountId karim = scene.volunteer();
    assertThat(why(benefits.take(scene.manager, id))).isEqualTo(Refusal.Reason.NOT_A_VOLUNTEER);
    assertThat(benefits.take(amina, id)).isInstanceOf(Taken.Granted.class);
    assertThat(benefits.take(amina, id)).isInstanceOf(Taken.Already.class);
    assertThat(why(benefits.take(karim, id))).isEqualTo(Refusal.Reason.QUOTA);

    BenefitId second = scene.open(Way.FIRST_COME, 5, Rule.EVERYBODY);
    scene.endAgreement(agreement);
    assertThat(why(benefits.take(karim, second))).isEqualTo(Refusal.Reason.AGREEMENT);
    assertThat(benefits.living(amina)).as("what was granted is kept").hasSize(1);

    scene.agreement(null);
    BenefitId third = scene.open(Way.FIRST_COME, 5, Rule.EVERYBODY);
    TestClock.one().goAhead(Duration.ofDays(11));
    assertThat(why(benefits.take(karim, third))).isEqualTo(Refusal.Reason.OVER);
    TestClock.one().back();
    offers.stop(scene.manager, third, "عرض لا يوافق الاتفاقية");
    assertThat(why(benefits.take(karim, third))).isEqualTo(Refusal.Reason.STOPPED);
  }

  private static Refusal.Reason why(Taken taken) {
    return taken instanceof Taken.Refused(Refusal refusal) ? refusal.reason() : null;
  }

  @Test
  void anOfferStaysWithinWhatItsAgreementPromises() {
    Saved draft = offers.save(scene.manager, scene.partner, null, Scene.terms(Way.FIRST_COME, 60, Rule.EVERYBODY));
    BenefitId id = ((Saved.Done) draft).id();
    assertThat(offers.publish(scene.manager, scene.partner, id)).isEqualTo(new Saved.Unfit("name", "rewards.problem.agreement", 0));
    scene.agreement(100);
    assertThat(offers.publish(scene.manager, scene.partner, id)).isEqualTo(new Saved.Done(id));
    BenefitId other = ((Saved.Done) offers.save(scene.manager, scene.partner, null, Scene.terms(Way.FIRST_COME, 60, Rule.EVERYBODY))).id();
    assertThat(offers.publish(scene.manager, scene.partner, other)).isEqualTo(new Saved.Unfit("quota", "rewards.problem.quotaLeft", 40));
    assertThat(offers.close(scene.manager, scene.partner, id)).isTrue();
    assertThat(offers.publish(scene.manager, scene.partner, other)).isEqualTo(new Saved.Done(other));
  }

  @Test
  void aChangeAfterOpeningHarmsNobodyWhoHasIt() {
    scene.agreement(100);
    BenefitId id = scene.open(Way.FIRST_COME, 5, Scene.hours(1));
    AccountId amina = scene.volunteer();
    scene.confirmed(ledger, amina, 3);
    ClaimId more = scene.confirmed(ledger, amina, 4);
    benefits.take(amina, id);

    assertThat(offers.save(scene.manager, scene.partner, id, Scene.terms(Way.FIRST_COME, 5, Scene.hours(8)))).isEqualTo(new Saved.Done(id));
    ledger.reverse(scene.organization, more, scene.coordinator, "خطأ في القائمة");
    assertThat(benefits.living(amina)).singleElement().matches(granting -> granting.is(GrantingState.GRANTED), "good under the rule of its day");

    Terms terms = Scene.terms(Way.FIRST_COME, 5, Scene.hours(8));
    Terms shorter = new Terms(terms.way(), terms.symbol(), terms.name(), terms.about(), terms.quota(), terms.takeFrom(), terms.takeUntil(), terms.useUntil().minusDays(1), terms.rule());
    assertThat(offers.save(scene.manager, scene.partner, id, shorter)).isEqualTo(new Saved.Unfit("useUntil", "rewards.problem.shorter", 0));
  }

  @Test
  void whatIsGivenBackIsFreeForTheNext() {
    scene.agreement(1);
    BenefitId id = scene.open(Way.FIRST_COME, 1, Rule.EVERYBODY);
    AccountId amina = scene.volunteer();
    AccountId karim = scene.volunteer();
    GrantingId granting = ((Taken.Granted) benefits.take(amina, id)).id();
    assertThatThrownBy(() -> benefits.giveBack(karim, granting)).isInstanceOf(NotFound.class);
    assertThat(benefits.giveBack(amina, granting)).isTrue();
    assertThat(benefits.giveBack(amina, granting)).isFalse();
    assertThat(benefits.take(karim, id)).isInstanceOf(Taken.Granted.class);
  }

  @Test
  void theCounterSeesRedeemsOnceAndMayTakeItBackForAWhile() {
    scene.agreement(null);
    BenefitId id = scene.open(Way.FIRST_COME, 5, Rule.EVERYBODY);
    AccountId amina = scene.volunteer();
    GrantingId granting = ((Taken.Granted) benefits.take(amina, id)).id();
    String code = benefits.code(benefits.own(amina, granting)).shown();
    UUID key = UUID.randomUUID();

    assertThat(counters.present(scene.counter, scene.partner, key, code)).isEqualTo(new Presented.Known(key));
    assertThat(counters.look(scene.counter, scene.partner, key)).matches(showing -> showing.is("ready") && showing.holder().equals("أمينة ب."));
    counters.redeem(scene.counter, scene.partner, key);
    counters.redeem(scene.counter, scene.partner, key);
    assertThat(counters.look(scene.counter, scene.partner, key)).matches(showing -> showing.is("redeemed") && showing.undoable());
    assertThatThrownBy(() -> counters.look(scene.manager, scene.partner, key)).isInstanceOf(NotFound.class);

    UUID second = UUID.randomUUID();
    counters.present(scene.manager, scene.partner, second, code);
    assertThat(counters.look(scene.manager, scene.partner, second).state()).isEqualTo("already");
    assertThat(benefits.giveBack(amina, granting)).isFalse();

    assertThat(counters.undo(scene.counter, scene.partner, key, "مسح بالخطأ")).isTrue();
    counters.redeem(scene.manager, scene.partner, second);
    assertThat(counters.look(scene.manager, scene.partner, second).state()).isEqualTo("redeemed");
    TestClock.one().goAhead(Duration.ofMinutes(6));
    assertThat(counters.undo(scene.manager, scene.partner, second, "مسح بالخطأ")).isFalse();
    assertThat(counters.redeemed(scene.partner, 30)).singleElement().satisfies(line -> assertThat(code).endsWith(line.end()));
  }

  @Test
  void codesAreNotInTheDatabaseAndGuessingIsSlow() {
    scene.agreement(null);
    BenefitId id = scene.open(Way.FIRST_COME, 5, Rule.EVERYBODY);
    AccountId amina = scene.volunteer();
    GrantingId granting = ((Taken.Granted) benefits.take(amina, id)).id();
    BenefitCode code = benefits.code(benefits.own(amina, granting));
    assertThat(scene.db.sql("select g::text || coalesce((select string_agg(n.body, '') from notices.notice n), '') from rewards.granting g")
        .query(String.class).list()).noneMatch(row -> row.contains(code.text()) || row.contains(code.shown()));

    assertThat(counters.present(scene.counter, scene.partner, UUID.randomUUID(), code.shown().replace(code.text().charAt(9), code.text().charAt(9) == 'A' ? 'B' : 'A')))
        .isEqualTo(new Presented.Slip());
    for (int i = 0; i < 10; i++) {
      byte[] random = new byte[32];
      random[0] = (byte) i;
      assertThat(counters.present(scene.counter, scene.partner, UUID.randomUUID(), BenefitCode.of(random).text())).isEqualTo(new Presented.Unknown());
    }
    assertThat(counters.present(scene.counter, scene.partner, UUID.randomUUID(), code.text())).isEqualTo(new Presented.TooMany(15));
    TestClock.one().goAhead(Duration.ofMinutes(16));
    assertThat(counters.present(scene.counter, scene.partner, UUID.randomUUID(), code.text())).isInstanceOf(Presented.Known.class);
  }

  @Test
  void aLotGivesItsPlacesInTheDrawnOrderAndAnybodyCanRepeatIt() {
    scene.agreement(10);
    BenefitId id = scene.open(Way.LOT, 2, Scene.hours(1));
    List<AccountId> people = scene.people(5, 3);
    String promised = lots.view(id).orElseThrow().commitment();
    for (int i = 0; i < 5; i++) assertThat(benefits.take(people.get(i), id)).isEqualTo(new Taken.Entered(i + 1));
    assertThat(benefits.take(people.get(0), id)).isEqualTo(new Taken.Entered(1));
    assertThat(benefits.leave(people.get(4), id)).isTrue();
    clock.tick();
    assertThat(lots.view(id).orElseThrow().drawn()).as("not before its day").isFalse();

    TestClock.one().goAhead(Duration.ofDays(11));
    clock.tick();
    Lots.View drawn = lots.view(id).orElseThrow();
    assertThat(Lot.commitment(drawn.seed())).isEqualTo(promised);
    assertThat(drawn.ranked()).extracting(Entry::number).isEqualTo(new Lot(drawn.seed(), List.of(1, 2, 3, 4)).order());
    assertThat(drawn.ranked()).extracting(Entry::outcome).containsExactly("won", "won", null, null);
    assertThat(scene.granted(id)).isEqualTo(2);
    AccountId third = drawn.ranked().get(2).volunteer();
    assertThat(scene.told(third)).contains("benefit-reserve");
    assertThat(command.run(List.of("repeat"))).isZero();

    AccountId winner = drawn.ranked().getFirst().volunteer();
    assertThat(scene.told(winner)).contains("benefit-granted-lot");
    assertThat(benefits.giveBack(winner, benefits.living(winner).getFirst().id())).isTrue();
    assertThat(benefits.living(third)).singleElement().matches(granting -> granting.way().equals("reserve"));
    assertThat(scene.told(third)).contains("benefit-granted-reserve");
    assertThat(scene.granted(id)).isEqualTo(2);

    scene.db.sql("update rewards.entry set rank = case rank when 1 then 4 else 1 end + 100 where benefit_id = :id and rank in (1, 4)").param("id", id.value()).update();
    assertThat(command.run(List.of("repeat"))).as("an order that was changed is found").isEqualTo(1);
  }

  @Test
  void whoNoLongerFitsIsPassedOverInALot() {
    scene.agreement(null);
    BenefitId id = scene.open(Way.LOT, 1, Scene.hours(4));
    AccountId amina = scene.volunteer();
    ClaimId hers = scene.confirmed(ledger, amina, 3);
    benefits.take(amina, id);
    ledger.reverse(scene.organization, hers, scene.coordinator, "لم تكن حاضرة");
    TestClock.one().goAhead(Duration.ofDays(11));
    clock.tick();
    assertThat(scene.granted(id)).isZero();
    assertThat(scene.told(amina)).contains("benefit-unfit");
    assertThat(appeals.againstRefusal(amina, id, "كنت حاضرة")).isInstanceOf(Appealed.Opened.class);
  }

  @Test
  void anAppealIsDecidedByAPersonWhoGivesOneOutOfTheAgreement() {
    scene.agreement(2);
    BenefitId id = scene.open(Way.FIRST_COME, 1, Scene.hours(1));
    AccountId early = scene.people(1, 2).getFirst();
    benefits.take(early, id);
    AccountId amina = scene.volunteer();
    AccountId supervisor = scene.supervisor();
    assertThat(appeals.againstRefusal(amina, id, "تأخر تأكيد ساعاتي")).isInstanceOf(Appealed.Opened.class);
    assertThat(appeals.againstRefusal(amina, id, "مرة أخرى")).isInstanceOf(Appealed.Waiting.class);

    Matter matter = matters.queue(supervisor, dz.linatatawwa.supervision.MatterFilter.waiting().ofKind(AppealMatters.KIND), 1).rows().getFirst();
    assertThat(matters.decide(supervisor, matter.id(), new Decision("granted", "hours-late", "تأكد أن التأخر من الهيئة"))).isInstanceOf(Decided.Done.class);
    assertThat(benefits.living(amina)).singleElement().matches(granting -> granting.way().equals("decision"));
    assertThat(scene.granted(id)).isEqualTo(2);

    AccountId karim = scene.volunteer();
    appeals.againstRefusal(karim, id, "وأنا أيضا");
    Matter second = matters.queue(supervisor, dz.linatatawwa.supervision.MatterFilter.waiting().ofKind(AppealMatters.KIND), 1).rows().getFirst();
    assertThat(matters.decide(supervisor, second.id(), new Decision("granted", "hours-late", "طلب وجيه"))).as("the agreement promises no more")
        .isInstanceOf(Decided.Unfit.class);
    assertThat(matters.decide(supervisor, second.id(), new Decision("refused", "none-left", "نفدت الأماكن"))).isInstanceOf(Decided.Done.class);
    assertThat(scene.told(karim)).contains("benefit-appeal-refused");
    assertThat(appeals.againstRefusal(karim, id, "مرة أخرى")).isInstanceOf(Appealed.Decided.class);
  }

  @Test
  void hoursTakenBackHoldTheCodeUntilTheyReturnOrAPersonDecides() {
    scene.agreement(null);
    BenefitId id = scene.open(Way.FIRST_COME, 5, Scene.hours(4));
    AccountId amina = scene.volunteer();
    ClaimId claim = scene.confirmed(ledger, amina, 3);
    GrantingId granting = ((Taken.Granted) benefits.take(amina, id)).id();
    String code = benefits.code(benefits.own(amina, granting)).text();
    ledger.reverse(scene.organization, claim, scene.coordinator, "خطأ في القائمة");
    assertThat(benefits.own(amina, granting).state()).isEqualTo(GrantingState.HELD);
    assertThat(scene.told(amina)).contains("benefit-held");
    UUID key = UUID.randomUUID();
    counters.present(scene.counter, scene.partner, key, code);
    counters.redeem(scene.counter, scene.partner, key);
    assertThat(counters.look(scene.counter, scene.partner, key).state()).isEqualTo("held");

    scene.confirmed(ledger, amina, 5);
    assertThat(benefits.own(amina, granting).state()).as("hours that come in again end the waiting").isEqualTo(GrantingState.GRANTED);

    AccountId karim = scene.volunteer();
    ClaimId his = scene.confirmed(ledger, karim, 3);
    GrantingId second = ((Taken.Granted) benefits.take(karim, id)).id();
    ledger.reverse(scene.organization, his, scene.coordinator, "خطأ في القائمة");
    AccountId supervisor = scene.supervisor();
    assertThat(appeals.againstHold(karim, second, "كنت حاضرا")).isInstanceOf(Appealed.Opened.class);
    Matter matter = matters.queue(supervisor, dz.linatatawwa.supervision.MatterFilter.waiting().ofKind(AppealMatters.KIND), 1).rows().getFirst();
    matters.decide(supervisor, matter.id(), new Decision("refused", "hours-not-proved", "لا دليل على الحضور"));
    assertThat(benefits.own(karim, second).state()).isEqualTo(GrantingState.WITHDRAWN);
    assertThat(scene.granted(id)).isEqualTo(1);
  }

  @Test
  void hoursTakenBackAfterItWasRedeemedLeaveATraceForAPersonAndNoDebt() {
    scene.agreement(null);
    BenefitId id = scene.open(Way.FIRST_COME, 5, Scene.hours(4));
    AccountId amina = scene.volunteer();
    ClaimId claim = scene.confirmed(ledger, amina, 3);
    GrantingId granting = ((Taken.Granted) benefits.take(amina, id)).id();
    UUID key = UUID.randomUUID();
    counters.present(scene.counter, scene.partner, key, benefits.code(benefits.own(amina, granting)).text());
    counters.redeem(scene.counter, scene.partner, key);
    ledger.reverse(scene.organization, claim, scene.coordinator, "خطأ في القائمة");

    assertThat(benefits.own(amina, granting).state()).isEqualTo(GrantingState.REDEEMED);
    AccountId supervisor = scene.supervisor();
    Matter matter = matters.waiting(ReversalMatters.KIND, granting.value()).orElseThrow();
    assertThat(matters.decide(supervisor, matter.id(), new Decision("warned", null, "انتبهي إلى صحة الحضور"))).isInstanceOf(Decided.Done.class);
    assertThat(scene.told(amina)).contains("benefit-looked").doesNotContain("benefit-held");
    assertThat(scene.db.sql("select minutes from rewards.trace where granting_id = :id").param("id", granting.value()).query(Integer.class).list()).hasSize(1);
  }

  @Test
  void codesEndWithTheirDayAndTheirHolderAndThreeDaysBeforeTheHolderIsTold() {
    scene.agreement(null);
    BenefitId id = scene.open(Way.FIRST_COME, 5, Rule.EVERYBODY);
    AccountId amina = scene.volunteer();
    AccountId karim = scene.volunteer();
    GrantingId hers = ((Taken.Granted) benefits.take(amina, id)).id();
    GrantingId his = ((Taken.Granted) benefits.take(karim, id)).id();
    accounts.close(karim);
    assertThat(scene.db.sql("select state from rewards.granting where id = :id").param("id", his.value()).query(String.class).single()).isEqualTo("lapsed");
    assertThat(scene.granted(id)).as("what was counted stays counted").isEqualTo(2);
    TestClock.one().goAhead(Duration.ofDays(27));
    clock.tick();
    clock.tick();
    assertThat(scene.told(amina)).containsOnlyOnce("benefit-ends");
    TestClock.one().goAhead(Duration.ofDays(4));
    clock.tick();
    assertThat(benefits.own(amina, hers).state()).isEqualTo(GrantingState.LAPSED);
  }
}
