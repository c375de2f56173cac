package dz.linatatawwa.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.AttendanceClosed;
import dz.linatatawwa.hooks.Hooks.Made;
import dz.linatatawwa.opportunities.OpportunityCancelled;
import dz.linatatawwa.opportunities.OpportunityChanged;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.OpportunityPublished;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerKind;
import dz.linatatawwa.partnerships.PartnerScene;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens is told, once, in order of need, to whom it concerns and to nobody else. */
@WorldTest
class HookTests {

  @Autowired Hooks hooks;
  @Autowired HookLog log;
  @Autowired OutboxTable outbox;
  @Autowired HookBell bell;
  @Autowired JdbcClient db;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate inTransaction;
  @Autowired JsonMapper json;

  private AccountId owner = new AccountId(1);
  private HookOwner body = new HookOwner.OfOrganization(new OrganizationId(1));
  private OpportunityId opportunity = new OpportunityId(1);
  private ShiftId shift = new ShiftId(1);
  private Receiver receiver;

  HookTests() throws Exception {
    receiver = new Receiver();
  }

  @BeforeEach
  void anOrganizationWithAnOpportunity() {
    Scene scene = new Scene(db);
    owner = scene.account("أمينة");
    long organization = scene.organization(owner);
    body = new HookOwner.OfOrganization(new OrganizationId(organization));
    opportunity = new OpportunityId(scene.opportunity(organization, "by-hand", 15));
    shift = scene.coming(opportunity.value(), 5);
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void factsOfRoomsBelowAreToldInTheTransactionOfTheDeed() throws Exception {
    hook(receiver, List.of(HookKind.values()));
    happens(new OpportunityPublished(opportunity));
    assertThat(told("opportunity.published")).containsExactlyInAnyOrderEntriesOf(Map.of("organization", number(), "opportunity", opportunity.value()));
    happens(new OpportunityChanged(opportunity, Set.of("time", "place"), shift));
    assertThat(told("opportunity.changed")).containsEntry("shift", shift.value()).containsEntry("what", List.of("place", "time"));
    happens(new AttendanceClosed(shift));
    assertThat(told("attendance.closed")).containsEntry("shift", shift.value());
    happens(new OpportunityCancelled(opportunity, "مطر"));
    assertThat(told("opportunity.cancelled")).doesNotContainKey("reason");
  }

  @Test
  void whatIsTakenBackIsNotTold() {
    Hook hook = hook(receiver, List.of(HookKind.OPPORTUNITY_PUBLISHED));
    inTransaction.executeWithoutResult(status -> {
      events.publishEvent(new OpportunityPublished(opportunity));
      status.setRollbackOnly();
    });
    assertThat(log.of(hook, null, null)).isEmpty();
  }

  @Test
  void whoDidNotAskIsNotTold() {
    Hook other = hook(receiver, List.of(HookKind.HOURS_CONFIRMED));
    HookOwner stranger = new HookOwner.OfOrganization(new OrganizationId(new Scene(db).organization(owner)));
    Hook strangers = made(stranger, receiver, List.of(HookKind.values()));
    happens(new OpportunityPublished(opportunity));
    assertThat(log.of(other, null, null)).isEmpty();
    assertThat(log.of(strangers, null, null)).isEmpty();
  }

  @Test
  void aSuspendedOrganizationIsToldNothing() {
    Hook hook = hook(receiver, List.of(HookKind.values()));
    db.sql("update organizations.organization set state = 'suspended' where id = :id").param("id", number()).update();
    happens(new OpportunityPublished(opportunity));
    assertThat(log.of(hook, null, null)).isEmpty();
  }

  @Test
  void applicationsAreToldWhoeverGivesTheSeatAndNothingOfTheYoung() throws Exception {
    hook(receiver, List.of(HookKind.APPLICATION_CAME, HookKind.APPLICATION_CHANGED));
    Scene scene = new Scene(db);
    long adult = applies(scene.volunteer("كريم", 1980), "pending");
    assertThat(told("application.came")).containsEntry("application", adult).containsEntry("state", "pending").containsEntry("shift", shift.value());
    db.sql("update participation.application set state = 'accepted' where id = :id").param("id", adult).update();
    assertThat(told("application.changed")).containsEntry("application", adult).containsEntry("state", "accepted");
    applies(scene.volunteer("ياسين", Instant.now().atOffset(java.time.ZoneOffset.UTC).getYear() - 16), "pending");
    assertThat(told("application.came")).doesNotContainKey("application").containsEntry("shift", shift.value());
    assertThat(receiver.all()).allSatisfy(one -> assertThat(one.body()).doesNotContain("كريم", "ياسين", "volunteer"));
  }

  @Test
  void aPartnerHearsOfItsAgreementsOnceAllHaveSigned() throws Exception {
    PartnerId partner = PartnerScene.partner("جامعة الاختبار", PartnerKind.values()[0]);
    made(new HookOwner.OfPartner(partner), receiver, List.of(HookKind.AGREEMENT_SIGNED));
    long agreement = db.sql("insert into partnerships.agreement (partner_id, state, made_at, made_by) values (:partner, 'signing', now(), :by) returning id").param("partner", partner.value())
        .param("by", owner.value()).query(Long.class).single();
    db.sql("insert into partnerships.party (agreement_id, partner_id) values (:id, :partner)").param("id", agreement).param("partner", partner.value()).update();
    db.sql("update partnerships.agreement set state = 'signed', signed_at = now() where id = :id").param("id", agreement).update();
    assertThat(told("agreement.signed")).containsEntry("agreement", agreement);
  }

  @Test
  void whatDoesNotArriveComesAgainUnderTheSameNumber() throws Exception {
    Hook hook = hook(receiver.answers(500, "broken"), List.of(HookKind.OPPORTUNITY_PUBLISHED));
    happens(new OpportunityPublished(opportunity));
    Receiver.Came first = receiver.next();
    until(() -> state(hook).tries() == 1 && state(hook).status() != null);
    later(Duration.ofSeconds(7));
    Receiver.Came second = receiver.next();
    receiver.answers(200, "");
    until(() -> state(hook).nextTry() != null && state(hook).nextTry().isAfter(TestClock.one().instant().plusSeconds(120)));
    later(Duration.ofMinutes(7));
    Receiver.Came third = receiver.next();
    assertThat(List.of(second, third)).allSatisfy(again -> {
      assertThat(again.id()).isEqualTo(first.id());
      assertThat(again.body()).isEqualTo(first.body());
    });
    assertThat(List.of(first.second(), second.second(), third.second())).isSorted().doesNotHaveDuplicates();
    until(() -> state(hook).state() == HookDelivery.State.ARRIVED);
    assertThat(hooks.find(body, hook.id()).failingSince()).isNull();
    assertThat(whole(hook).attempts()).extracting(HookDelivery.Attempt::status).containsExactly(200, 500, 500);
  }

  @Test
  void aReceiverThatAsksForAPauseGetsIt() throws Exception {
    receiver.asksForPause("3600");
    Hook hook = hook(receiver.answers(429, ""), List.of(HookKind.OPPORTUNITY_PUBLISHED));
    happens(new OpportunityPublished(opportunity));
    receiver.next();
    until(() -> state(hook).status() != null);
    assertThat(state(hook).nextTry()).isAfter(TestClock.one().instant().plus(Duration.ofMinutes(59)));
  }

  @Test
  void afterTheLastTryItIsDeadAndGoesAgainByHand() throws Exception {
    Hook hook = hook(receiver.answers(503, ""), List.of(HookKind.OPPORTUNITY_PUBLISHED));
    happens(new OpportunityPublished(opportunity));
    String id = receiver.next().id();
    until(() -> state(hook).status() != null);
    db.sql("update hooks.delivery set tries = :tries, next_try = now() where hook_id = :hook").param("tries", RetryRules.tries() - 1).param("hook", hook.id().value()).update();
    bell.ring();
    receiver.next();
    until(() -> state(hook).state() == HookDelivery.State.DEAD);
    assertThat(log.counts(hook)).isEqualTo(new HookLog.Counts(0, 0, 1));
    receiver.answers(200, "");
    assertThat(hooks.resendDead(hook)).isEqualTo(1);
    assertThat(receiver.next().id()).isEqualTo(id);
    until(() -> state(hook).state() == HookDelivery.State.ARRIVED);
  }

  @Test
  void goneEndsItAndItsOwnersAreTold() throws Exception {
    Hook hook = hook(receiver.answers(410, ""), List.of(HookKind.OPPORTUNITY_PUBLISHED));
    happens(new OpportunityPublished(opportunity));
    receiver.next();
    until(() -> hooks.find(body, hook.id()).pause() == Hook.Pause.GONE);
    assertThat(state(hook).state()).isEqualTo(HookDelivery.State.DEAD);
    assertThat(notices("hook-paused")).isEqualTo(1);
    happens(new OpportunityPublished(opportunity));
    receiver.answers(200, "");
    hooks.resume(hooks.find(body, hook.id()), owner);
    assertThat(receiver.next().body()).as("what happened meanwhile waited").contains("opportunity.published");
  }

  @Test
  void afterDaysInWhichNothingArrivesItIsPausedAndItsOwnersAreTold() throws Exception {
    Hook hook = hook(receiver.answers(500, ""), List.of(HookKind.OPPORTUNITY_PUBLISHED));
    happens(new OpportunityPublished(opportunity));
    receiver.next();
    until(() -> state(hook).status() != null);
    later(Duration.ofDays(6));
    receiver.next();
    until(() -> hooks.find(body, hook.id()).pause() == Hook.Pause.FAILING);
    assertThat(notices("hook-paused")).isEqualTo(1);
    assertThat(state(hook).state()).isEqualTo(HookDelivery.State.WAITING);
    assertThat(state(hook).nextTry()).isNull();
    TestClock.one().back();
  }

  @Test
  void whoIsSlowHoldsUpOnlyThemselves() throws Exception {
    try (Receiver slow = new Receiver()) {
      slow.hold();
      Hook held = hook(slow, List.of(HookKind.OPPORTUNITY_PUBLISHED, HookKind.OPPORTUNITY_CHANGED));
      hook(receiver, List.of(HookKind.OPPORTUNITY_PUBLISHED));
      for (int i = 0; i < 30; i++) happens(new OpportunityChanged(opportunity, Set.of("time"), shift));
      until(() -> slow.under() == OutboxTable.AT_ONCE_EACH);
      happens(new OpportunityPublished(opportunity));
      assertThat(receiver.next().body()).contains("opportunity.published");
      assertThat(slow.under()).isEqualTo(OutboxTable.AT_ONCE_EACH);
      slow.release();
      until(() -> log.counts(held).arrived() == 31);
      assertThat(slow.most()).isEqualTo(OutboxTable.AT_ONCE_EACH);
      assertThat(slow.all().stream().map(Receiver.Came::id).distinct()).hasSize(31);
    }
  }

  @Test
  void severalNodesTakeEachMessageOnceAndNoMoreThanTwoForOneReceiver() throws Exception {
    // An address that nobody hears: the platform's own courier takes part in the race too.
    receiver.hold();
    Hook hook = hook(receiver, List.of(HookKind.OPPORTUNITY_CHANGED));
    for (int i = 0; i < 20; i++) happens(new OpportunityChanged(opportunity, Set.of("time"), shift));
    Instant now = TestClock.one().instant();
    List<HookParcel> taken = new ArrayList<>();
    try (var nodes = Executors.newFixedThreadPool(8)) {
      List<Callable<List<HookParcel>>> rounds = new ArrayList<>();
      for (int i = 0; i < 8; i++) rounds.add(() -> outbox.take(10, false, now));
      for (var one : nodes.invokeAll(rounds)) taken.addAll(one.get());
    }
    Set<Long> once = new HashSet<>();
    assertThat(taken).allSatisfy(parcel -> assertThat(once.add(parcel.delivery())).isTrue());
    int busy = db.sql("select count(*) from hooks.delivery where hook_id = :hook and busy_until > now()").param("hook", hook.id().value()).query(Integer.class).single();
    assertThat(busy).isEqualTo(OutboxTable.AT_ONCE_EACH);
  }

  @Test
  void aProcessThatDiesWhileItCarriesLosesNothing() throws Exception {
    receiver.answers(500, "");
    Hook hook = hook(receiver, List.of(HookKind.OPPORTUNITY_PUBLISHED));
    happens(new OpportunityPublished(opportunity));
    String id = receiver.next().id();
    until(() -> state(hook).status() != null);
    Instant soon = TestClock.one().instant();
    db.sql("update hooks.delivery set next_try = :long_ago where hook_id = :hook").param("hook", hook.id().value()).param("long_ago", java.sql.Timestamp.from(soon.plusSeconds(3))).update();
    HookParcel taken = outbox.take(10, true, soon.plusSeconds(4)).stream().filter(one -> one.hook().equals(hook.id())).findFirst().orElseThrow();
    assertThat(taken.id()).isEqualTo(id);
    // Whoever took it is never heard of again.
    assertThat(outbox.take(10, true, soon.plusSeconds(30))).noneMatch(one -> one.hook().equals(hook.id()));
    receiver.answers(200, "");
    later(OutboxTable.MINE.plusSeconds(10));
    assertThat(receiver.next().id()).isEqualTo(id);
  }

  @Test
  void whatIsInsideIsNeverCalledWhateverStandsInTheDatabase() throws Exception {
    Hook hook = hook(receiver, List.of(HookKind.OPPORTUNITY_PUBLISHED));
    assertThat(hooks.fault("https://127.0.0.1/in")).contains("address-inside");
    assertThat(hooks.fault("https://[::ffff:10.0.0.1]/in")).contains("address-inside");
    assertThat(hooks.fault("http://93.184.215.14/in")).contains("address-scheme");
    assertThat(hooks.fault("https://93.184.215.14:8443/in")).contains("address-port");
    assertThat(hooks.fault("https://me:x@93.184.215.14/in")).contains("address-form");
    db.sql("update hooks.hook set address = 'https://169.254.169.254/latest' where id = :id").param("id", hook.id().value()).update();
    happens(new OpportunityPublished(opportunity));
    until(() -> "refused-inside".equals(state(hook).fault()));
    assertThat(receiver.all()).isEmpty();
  }

  @Test
  void redirectionsAreFailuresAndAnswersAreKeptShortAndWithoutSignatures() throws Exception {
    Hook hook = hook(receiver.answers(302, "sent: {signatures} whsec_QUJD " + "ن".repeat(900)), List.of(HookKind.OPPORTUNITY_PUBLISHED));
    happens(new OpportunityPublished(opportunity));
    String signature = receiver.next().signatures().split(" ")[0].substring(3);
    until(() -> state(hook).status() != null);
    HookDelivery.Attempt attempt = whole(hook).attempts().getFirst();
    assertThat(attempt.status()).isEqualTo(302);
    assertThat(attempt.answer()).hasSizeLessThanOrEqualTo(500).startsWith("sent: ").doesNotContain(signature, "whsec_");
    assertThat(state(hook).state()).isEqualTo(HookDelivery.State.WAITING);
  }

  @Test
  void oneOwnerHasTenAddressesAtMostAndEachOnce() throws Exception {
    HookWish wish = new HookWish(receiver.address(), "", List.of(HookKind.OPPORTUNITY_PUBLISHED));
    try (var several = Executors.newFixedThreadPool(4)) {
      List<Callable<Made>> twice = new ArrayList<>();
      for (int i = 0; i < 4; i++) twice.add(() -> hooks.make(body, wish, owner));
      List<Made> made = new ArrayList<>();
      for (var one : several.invokeAll(twice)) made.add(one.get());
      assertThat(made).filteredOn(Made.Done.class::isInstance).hasSize(1);
    }
    for (int i = 1; i < Hooks.MOST; i++) assertThat(hooks.make(body, new HookWish(receiver.address() + i, "", wish.kinds()), owner)).isInstanceOf(Made.Done.class);
    assertThat(hooks.make(body, new HookWish(receiver.address() + "more", "", wish.kinds()), owner)).isEqualTo(new Made.Refused("most"));
  }

  @Test
  void theLogForgetsAndTheDatabaseHoldsNoSecretInTheClear() throws Exception {
    Made.Done made = (Made.Done) hooks.make(body, new HookWish(receiver.address(), "", List.of(HookKind.OPPORTUNITY_PUBLISHED)), owner);
    byte[] secret = java.util.Base64.getDecoder().decode(made.secret().substring("whsec_".length()));
    byte[] kept = db.sql("select secret from hooks.hook where id = :id").param("id", made.id().value()).query(byte[].class).single();
    assertThat(secret).hasSize(32);
    assertThat(java.util.HexFormat.of().formatHex(kept)).doesNotContain(java.util.HexFormat.of().formatHex(secret));
    happens(new OpportunityPublished(opportunity));
    receiver.next();
    Hook hook = hooks.find(body, made.id());
    until(() -> state(hook).state() == HookDelivery.State.ARRIVED);
    outbox.forget(Instant.now().minus(Duration.ofDays(1)), 1000);
    assertThat(log.of(hook, null, null)).hasSize(1);
    outbox.forget(Instant.now().plusSeconds(60), 1000);
    assertThat(log.of(hook, null, null)).isEmpty();
  }

  private Hook hook(Receiver at, List<HookKind> kinds) {
    return made(body, at, kinds);
  }

  private Hook made(HookOwner whose, Receiver at, List<HookKind> kinds) {
    Made.Done made = (Made.Done) hooks.make(whose, new HookWish(at.address(), "", kinds), owner);
    return hooks.find(whose, made.id());
  }

  private void happens(Object fact) {
    inTransaction.executeWithoutResult(status -> events.publishEvent(fact));
  }

  private long applies(AccountId volunteer, String state) {
    long id = db.sql("insert into participation.application (shift_id, volunteer_id, state, answer_due) values (:shift, :volunteer, :state, now() + interval '1 day') returning id")
        .param("shift", shift.value()).param("volunteer", volunteer.value()).param("state", state).query(Long.class).single();
    bell.ring();
    return id;
  }

  /** The data of the next message, which must be of this kind. */
  private Map<String, Object> told(String kind) throws InterruptedException {
    bell.ring();
    JsonNode message = json.readTree(receiver.next().body());
    assertThat(message.get("type").asString()).isEqualTo(kind);
    Map<String, Object> data = new java.util.HashMap<>();
    message.get("data").properties().forEach(field -> data.put(field.getKey(), plain(field.getValue())));
    assertThat(json.readTree(Hooks.examples().get(kind)).get("data").propertyNames()).as("the example for developers").containsAll(data.keySet());
    return data;
  }

  private static Object plain(JsonNode value) {
    if (value.isIntegralNumber()) return value.asLong();
    if (value.isArray()) return value.valueStream().map(JsonNode::asString).toList();
    return value.isBoolean() ? (Object) value.asBoolean() : value.asString();
  }

  private long number() {
    return body.organization() == null ? 0 : body.organization();
  }

  private HookDelivery state(Hook hook) {
    return log.of(hook, null, null).getFirst();
  }

  private HookDelivery.Whole whole(Hook hook) {
    return log.find(hook, state(hook).id()).orElseThrow();
  }

  private int notices(String kind) {
    return db.sql("select count(*) from notices.notice where account_id = :owner and kind = :kind").param("owner", owner.value()).param("kind", kind).query(Integer.class).single();
  }

  private void later(Duration time) {
    TestClock.one().goAhead(time);
    bell.ring();
  }

  /** What another thread is about to write. */
  private static void until(BooleanSupplier so) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) throw new AssertionError("it did not come to be");
      Thread.sleep(15);
    }
  }
}
