package dz.linatatawwa.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.Announcements;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an organisation tells all who come: whom it reaches, once each, and what comes of it. */
@WorldTest
class CircularTests {

  private static final CircularText TEXT = new CircularText("تذكير", "نلتقي أمام الباب", "Rappel", "Devant la porte", "", "");

  @Autowired Circulars circulars;
  @Autowired Conversations conversations;
  @Autowired Writing writing;
  @Autowired ConversationDesk desk;
  @Autowired Announcements announcements;
  @Autowired Notices notices;
  @Autowired Organizations organizations;
  @Autowired JdbcClient db;

  Correspondents all;
  Organization organization;

  @BeforeEach
  void people() {
    db.sql("update notices.announcement set stopped_at = now() where stopped_at is null").update();
    all = new Correspondents(db);
    organization = organizations.find(all.organization).orElseThrow();
  }

  @AfterEach
  void now() {
    TestClock.one().back();
  }

  private CircularDraft draft(Reach reach) {
    return new CircularDraft(reach, false, false, TEXT);
  }

  private List<AccountId> seated(ShiftId shift, int people) {
    List<AccountId> seated = all.scene.volunteers(people);
    seated.forEach(person -> all.scene.seat(shift, person));
    return seated;
  }

  private long sent(CircularDraft draft) {
    return circulars.send(all.owner, organization, draft) instanceof Told.Ready ready ? ready.id() : 0;
  }

  private void tell() {
    TestClock.one().goAhead(Circulars.GRACE.plusSeconds(1));
    while (announcements.step()) Thread.onSpinWait();
  }

  private long have(long circular) {
    return circulars.readers(circulars.find(all.organization, circular)).told();
  }

  @Test
  void everybodyWithAPlaceHasItOnceThoughManyTellAndTheSumOfReadersIsAllThatIsKnown() throws Exception {
    List<AccountId> people = seated(all.shift, 34);
    all.scene.seat(all.scene.byDay(all.opportunity.value(), 5), people.getFirst());
    assertThat(circulars.look(organization, draft(new Reach.OfOpportunity(all.opportunity)))).isInstanceOfSatisfying(Told.Ready.class, ready -> assertThat(ready.people()).isEqualTo(34));
    assertThat(db.sql("select count(*) from messages.circular").query(Integer.class).single()).as("a look sends nothing").isZero();
    long id = sent(draft(new Reach.OfOpportunity(all.opportunity)));
    AccountId late = all.scene.volunteer("جاء بعد الإعلان", 1990);
    all.scene.seat(all.shift, late);
    TestClock.one().goAhead(Circulars.GRACE.plusSeconds(1));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 4; i++) threads.submit(() -> {
        while (announcements.step()) Thread.onSpinWait();
      });
    }
    assertThat(have(id)).as("who got a place meanwhile has it too").isEqualTo(35);
    assertThat(db.sql("select count(distinct account_id) from notices.notice where kind = 'message-circular'").query(Integer.class).single()).isEqualTo(35);
    people.subList(0, 20).forEach(person -> notices.readAll(person));
    assertThat(circulars.readers(circulars.find(all.organization, id)).read()).isEqualTo(20);
    assertThat(notices.of(late, 1).rows().getFirst().title()).contains("جمعية الأفق").contains("تذكير");
    assertThat(db.sql("select bool_and(bulk) from notices.delivery d join notices.notice n on n.id = d.notice_id where n.kind = 'message-circular'").query(Boolean.class).single())
        .as("behind everything else").isTrue();
  }

  @Test
  void withinTheGraceItIsTakenBackAndNobodyHasIt() {
    seated(all.shift, 3);
    long id = sent(draft(new Reach.OfShift(all.shift)));
    assertThat(announcements.step()).as("it waits").isFalse();
    circulars.stop(all.coordinator, all.organization, id);
    circulars.stop(all.coordinator, all.organization, id);
    tell();
    assertThat(have(id)).isZero();
    assertThat(db.sql("select count(*) from supervision.audit where deed = 'circular.stopped' and object_id = :id").param("id", Long.toString(id)).query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void itGoesToOneShiftToOneOpportunityOrToOnesOwnPartOfACampaign() {
    seated(all.shift, 2);
    ShiftId second = all.scene.byDay(all.opportunity.value(), 9);
    seated(second, 3);
    long campaign = db.sql("insert into opportunities.campaign (organization_id, title, starts_on, ends_on, state) values (:id, 'شتاء دافئ', current_date, current_date + 9, 'published') returning id")
        .param("id", all.organization.value()).query(Long.class).single();
    Correspondents others = new Correspondents(db);
    for (AccountId person : others.scene.volunteers(4)) others.scene.seat(others.shift, person);
    db.sql("update opportunities.opportunity set campaign_id = :campaign where id in (:a, :b)").param("campaign", campaign).param("a", all.opportunity.value())
        .param("b", others.opportunity.value()).update();
    assertThat(reached("shift-" + second)).isEqualTo(3);
    assertThat(reached("opportunity-" + all.opportunity)).isEqualTo(5);
    assertThat(reached("campaign-" + campaign)).as("not the other organisation's people").isEqualTo(5);
    assertThatThrownBy(() -> reached("shift-" + others.shift)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> reached("opportunity-" + others.opportunity)).isInstanceOf(NotFound.class);
  }

  private int reached(String reach) {
    return circulars.look(organization, draft(Reach.read(reach).orElseThrow())) instanceof Told.Ready ready ? ready.people() : 0;
  }

  @Test
  void whoSilencedTheOrganisationHearsOnlyWhatPressesAndOnlyOfAShiftThatBeginsSoon() {
    List<AccountId> people = seated(all.shift, 3);
    ConversationId id = ((Written.Sent) writing.begin(people.getFirst(), all.about(), "سؤال", Correspondents.key())).conversation();
    desk.silence(people.getFirst(), conversations.own(people.getFirst(), id));
    assertThat(reached("shift-" + all.shift)).isEqualTo(2);
    CircularDraft urgent = new CircularDraft(new Reach.OfShift(all.shift), false, true, TEXT);
    assertThat(circulars.send(all.owner, organization, urgent)).isInstanceOf(Told.NotUrgent.class);
    assertThat(circulars.look(organization, new CircularDraft(new Reach.OfOpportunity(all.opportunity), false, true, TEXT))).isInstanceOf(Told.NotUrgent.class);
    db.sql("update opportunities.shift set starts_at = now() + interval '20 hours', ends_at = now() + interval '23 hours' where id = :id").param("id", all.shift.value()).update();
    long told = sent(urgent);
    while (announcements.step()) Thread.onSpinWait();
    assertThat(have(told)).as("at once").isEqualTo(3);
    assertThat(db.sql("select bool_and(urgent) from notices.delivery d join notices.notice n on n.id = d.notice_id where n.account_id = :id and n.kind = 'message-circular'")
        .param("id", people.getFirst().value()).query(Boolean.class).single()).isTrue();
  }

  @Test
  void whoseShiftIsOverIsToldOnlyWhenThatIsWanted() {
    ShiftId over = new Scene(db).shift(all.opportunity.value(), Instant.now().minus(Duration.ofDays(2)), Duration.ofHours(3), 9);
    seated(over, 2);
    assertThat(circulars.look(organization, draft(new Reach.OfOpportunity(all.opportunity)))).isEqualTo(new Told.TooFew(0));
    assertThat(circulars.look(organization, new CircularDraft(new Reach.OfOpportunity(all.opportunity), true, false, TEXT))).isInstanceOf(Told.Ready.class);
  }

  @Test
  void neverToOnePersonNorWithAGapThatNothingFills() {
    seated(all.shift, 1);
    assertThat(circulars.send(all.owner, organization, draft(new Reach.OfShift(all.shift)))).isEqualTo(new Told.TooFew(1));
    seated(all.shift, 1);
    CircularText gaps = new CircularText("موعدنا [اليوم]", "نلتقي [الوقت] في [المكان] [ليس فراغًا]", "Rappel", "À [lieu]", "Reminder", "At [place]");
    assertThat(circulars.look(organization, new CircularDraft(new Reach.OfShift(all.shift), false, false, gaps))).isInstanceOfSatisfying(Told.Ready.class, ready -> {
      assertThat(ready.text().bodyAr()).contains("باب بسكرة", "09:00", "[ليس فراغًا]").doesNotContain("[المكان]");
      assertThat(ready.text().bodyFr()).contains("باب بسكرة").doesNotContain("[lieu]");
      assertThat(ready.text().titleAr()).doesNotContain("[");
    });
    assertThat(circulars.look(organization, new CircularDraft(new Reach.OfOpportunity(all.opportunity), false, false, gaps)))
        .isInstanceOfSatisfying(Told.Gaps.class, open -> assertThat(open.open()).containsExactlyInAnyOrder("[اليوم]", "[الوقت]"));
  }

  @Test
  void aMinorsGuardianHearsOfItToo() {
    AccountId minor = all.minor(true);
    all.scene.seat(all.shift, minor);
    seated(all.shift, 1);
    sent(draft(new Reach.OfShift(all.shift)));
    tell();
    assertThat(db.sql("select count(*) from notices.notice n join notices.delivery d on d.notice_id = n.id join volunteers.guardian g on g.contact = d.address where g.volunteer_id = :id and n.kind = 'guardian-message'")
        .param("id", minor.value()).query(Integer.class).single()).isEqualTo(1);
  }
}
