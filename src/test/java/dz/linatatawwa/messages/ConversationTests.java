package dz.linatatawwa.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What volunteers and organisations may write to each other, and what becomes of it. */
@WorldTest
class ConversationTests {

  @Autowired Conversations conversations;
  @Autowired Writing writing;
  @Autowired ConversationDesk desk;
  @Autowired KeptInMessages kept;
  @Autowired JdbcClient db;

  Correspondents all;

  @BeforeEach
  void people() {
    all = new Correspondents(db);
  }

  @AfterEach
  void now() {
    TestClock.one().back();
  }

  private ConversationId asked(AccountId who, String words) {
    return sent(writing.begin(who, all.about(), words, Correspondents.key()));
  }

  private static ConversationId sent(Written written) {
    assertThat(written).isInstanceOf(Written.Sent.class);
    return ((Written.Sent) written).conversation();
  }

  private Written answer(AccountId by, ConversationId id, String words) {
    return writing.answer(by, all.organization, id, words, Correspondents.key());
  }

  private static void hindered(Written written, Hindrance why) {
    assertThat(written).isEqualTo(new Written.Hindered(why));
  }

  @Test
  void aVolunteerAsksAndTheDeskAnswersAsOneWithTheNameOfWhoWrote() {
    ConversationId id = asked(all.amina, "أين نلتقي؟");
    assertThat(conversations.load(all.organization).waiting()).isEqualTo(1);
    assertThat(conversations.of(all.organization, new DeskFilter(DeskFilter.Show.UNANSWERED, "", all.owner), Optional.empty()).rows()).extracting(Conversation::id).containsExactly(id);
    TestClock.one().goAhead(Duration.ofMinutes(90));
    sent(answer(all.coordinator, id, "أمام الباب"));
    sent(answer(all.owner, id, "وأحضري ماءً"));
    assertThat(conversations.load(all.organization)).isEqualTo(new DeskLoad(0, null, 90));
    Conversation own = conversations.own(all.amina, id);
    assertThat(own.unread()).isEqualTo(2);
    assertThat(own.organizationName().ar()).isEqualTo("جمعية الأفق");
    assertThat(conversations.messages(own, null).rows()).extracting(Message::author).containsExactly("أمينة بلقاسم", "كمال المنسق", "نادية المسيّرة");
    conversations.seen(own, Side.VOLUNTEER);
    assertThat(conversations.own(all.amina, id).unread()).isZero();
    assertThat(conversations.unread(all.amina)).isZero();
    assertThat(asked(all.amina, "شكرًا")).as("one conversation about one opportunity").isEqualTo(id);
  }

  @Test
  void sentTwiceOrAtOnceItIsSaidOnce() throws Exception {
    String key = Correspondents.key();
    CyclicBarrier start = new CyclicBarrier(8);
    List<Callable<Written>> tries = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tries.add(() -> {
        start.await();
        return writing.begin(all.amina, all.about(), "مرحبًا", key);
      });
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Written> one : threads.invokeAll(tries)) assertThat(one.get()).isInstanceOf(Written.Sent.class);
    }
    ConversationId id = conversations.about(all.about(), all.amina, Side.VOLUNTEER).orElseThrow().id();
    assertThat(conversations.messages(conversations.own(all.amina, id), null).rows()).hasSize(1);
    assertThat(conversations.of(all.organization, id).unread()).isEqualTo(1);
  }

  @Test
  void nobodyBeginsAboutWhatIsNotPublishedUnlessTheyAppliedForIt() {
    all.state("closed");
    hindered(writing.begin(all.amina, all.about(), "هل بقي مكان؟", Correspondents.key()), Hindrance.NOT_PUBLISHED);
    all.scene.seat(all.shift, all.amina);
    sent(writing.begin(all.amina, all.about(), "هل بقي مكان؟", Correspondents.key()));
    db.sql("update organizations.organization set state = 'suspended' where id = :id").param("id", all.organization.value()).update();
    hindered(writing.begin(all.scene.volunteer("كريم", 1980), all.about(), "سؤال", Correspondents.key()), Hindrance.NOT_VERIFIED);
  }

  @Test
  void anOrganisationWritesOnlyToWhoAppliedOrWroteFirstAndTheDatabaseHoldsIt() {
    hindered(writing.approach(all.owner, all.about(), all.amina, "مرحبًا", Correspondents.key()), Hindrance.NO_APPLICATION);
    AccountId karim = all.scene.volunteer("كريم", 1980);
    all.scene.seat(all.shift, karim);
    sent(writing.approach(all.owner, all.about(), karim, "مرحبًا", Correspondents.key()));
    ConversationId id = asked(all.amina, "سؤال");
    sent(answer(all.owner, id, "جواب"));
    long foreign = db.sql("insert into messages.conversation (organization_id, opportunity_id, volunteer_id, opened_at, last_at) values (:o, :p, :v, now(), now()) returning id")
        .param("o", all.organization.value()).param("p", all.opportunity.value()).param("v", all.scene.volunteer("سارة", 1990).value()).query(Long.class).single();
    assertThatThrownBy(() -> add(foreign, "organization", all.owner)).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("no-application");
    assertThatThrownBy(() -> add(foreign, "volunteer", all.amina)).as("somebody else's").hasMessageContaining("foreign");
    db.sql("update participation.application set state = 'withdrawn' where volunteer_id = :id").param("id", karim.value()).update();
    assertThat(writing.hindrance(all.about(), karim, Side.ORGANIZATION)).as("who took it back").contains(Hindrance.NO_APPLICATION);
    assertThatThrownBy(() -> db.sql("update messages.message set words = 'غير ذلك' where author_id = :id").param("id", all.amina.value()).update()).hasMessageContaining("stays as it was said");
  }

  private void add(long conversation, String side, AccountId by) {
    db.sql("insert into messages.message (conversation_id, side, author_id, words, at, key) values (:c, :side, :by, 'كلام', now(), gen_random_uuid())").param("c", conversation)
        .param("side", side).param("by", by.value()).update();
  }

  @Test
  void fiveMessagesInARowAreOneNoticeUntilSomebodyReads() {
    ConversationId id = asked(all.amina, "سؤال");
    for (int i = 0; i < 4; i++) sent(writing.write(all.amina, id, "وسؤال آخر " + i, Correspondents.key()));
    assertThat(all.told(all.owner)).containsExactly("message-desk");
    assertThat(all.told(all.coordinator)).containsExactly("message-desk");
    for (int i = 0; i < 5; i++) sent(answer(all.owner, id, "جواب " + i));
    assertThat(all.told(all.amina)).containsExactly("message-new");
    assertThat(db.sql("select title || body from notices.notice where account_id = :id").param("id", all.amina.value()).query(String.class).single()).doesNotContain("جواب 0");
    conversations.seen(conversations.own(all.amina, id), Side.VOLUNTEER);
    sent(answer(all.owner, id, "ولا تنسي القبعة"));
    assertThat(all.told(all.amina)).hasSize(2);
    desk.assign(all.owner, conversations.of(all.organization, id), all.coordinator);
    sent(writing.write(all.amina, id, "شكرًا", Correspondents.key()));
    assertThat(all.told(all.owner)).as("who it was not given to").hasSize(1);
    assertThat(all.told(all.coordinator)).containsExactly("message-desk", "message-assigned", "message-desk");
  }

  @Test
  void aSilencedOrganisationAndABlockedPersonWriteNoMore() {
    ConversationId id = asked(all.amina, "سؤال");
    assertThat(desk.silence(all.amina, conversations.own(all.amina, id))).isTrue();
    assertThat(desk.silence(all.amina, conversations.own(all.amina, id))).isFalse();
    hindered(answer(all.owner, id, "جواب"), Hindrance.BLOCKED);
    hindered(writing.write(all.amina, id, "هل من جواب؟", Correspondents.key()), Hindrance.OWN_BLOCK);
    desk.listen(all.amina, conversations.own(all.amina, id));
    sent(answer(all.owner, id, "جواب"));
    assertThat(desk.block(all.owner, conversations.of(all.organization, id), BlockReason.RUDE)).isTrue();
    hindered(writing.write(all.amina, id, "كلام", Correspondents.key()), Hindrance.BLOCKED);
    OpportunityId other = new OpportunityId(all.scene.opportunity(all.organization.value(), "at-once", 15));
    hindered(writing.begin(all.amina, new About(all.organization, other), "سؤال", Correspondents.key()), Hindrance.BLOCKED);
    assertThat(conversations.blockedBy(all.organization, all.amina)).contains(BlockReason.RUDE);
    desk.unblock(all.owner, conversations.of(all.organization, id));
    sent(writing.write(all.amina, id, "أعتذر", Correspondents.key()));
    assertThat(db.sql("select deed from supervision.audit where object_kind = 'conversation' order by id").query(String.class).list()).contains("message.blocked", "message.unblocked");
  }

  @Test
  void whatIsClosedAsAnsweredIsOpenedByTheNextQuestionAndNothingElseIs() {
    ConversationId id = asked(all.amina, "سؤال");
    desk.close(all.owner, conversations.of(all.organization, id), Closing.ANSWERED);
    assertThat(conversations.load(all.organization).waiting()).as("who was answered does not wait").isZero();
    hindered(answer(all.owner, id, "جواب"), Hindrance.CLOSED);
    sent(writing.write(all.amina, id, "سؤال آخر", Correspondents.key()));
    assertThat(conversations.own(all.amina, id).closing()).isNull();
    desk.close(all.owner, conversations.of(all.organization, id), Closing.OVER);
    hindered(writing.write(all.amina, id, "وسؤال", Correspondents.key()), Hindrance.CLOSED);
    assertThat(desk.reopen(all.owner, conversations.of(all.organization, id))).isTrue();
    assertThat(conversations.of(all.organization, id).waitsSince()).as("the question waits again").isNotNull();
  }

  @Test
  void wordsAreCheckedBeforeAnythingElse() {
    assertThat(writing.begin(all.amina, all.about(), " \u200b ", Correspondents.key())).isEqualTo(new Written.Unfit("site.problem.required", 0));
    assertThat(writing.begin(all.amina, all.about(), "ا".repeat(4001), Correspondents.key())).isEqualTo(new Written.Unfit("site.problem.tooLong", 4000));
    assertThat(writing.begin(all.amina, all.about(), "ادفع \u202e001 دينار", Correspondents.key())).isEqualTo(new Written.Unfit("site.problem.characters", 0));
    assertThat(conversations.about(all.about(), all.amina, Side.VOLUNTEER)).isEmpty();
    sent(writing.begin(all.amina, all.about(), "ا".repeat(4000), "ليس مفتاحًا"));
  }

  @Test
  void nobodyBeginsMoreThanSoManyConversationsADay() {
    Written last = writing.begin(all.amina, all.about(), "سؤال", Correspondents.key());
    for (int i = 0; i < 7; i++) last = writing.begin(all.amina, new About(all.organization, new OpportunityId(all.scene.opportunity(all.organization.value(), "at-once", 15))), "سؤال", Correspondents.key());
    assertThat(last).isInstanceOf(Written.Sent.class);
    OpportunityId ninth = new OpportunityId(all.scene.opportunity(all.organization.value(), "at-once", 15));
    assertThat(writing.begin(all.amina, new About(all.organization, ninth), "سؤال", Correspondents.key())).isInstanceOf(Written.TooOften.class);
    sent(writing.begin(all.amina, all.about(), "أما هنا فأكمل", Correspondents.key()));
  }

  @Test
  void listsAreReadOnFromAPlaceAndSearchedByNamesAndTitles() {
    for (int i = 0; i < 22; i++) {
      asked(all.scene.volunteer("متطوع رقم " + i, 1990), "سؤال " + i);
      TestClock.one().goAhead(Duration.ofMinutes(1));
    }
    DeskFilter waiting = new DeskFilter(DeskFilter.Show.UNANSWERED, "", all.owner);
    Stretch<Conversation> first = conversations.of(all.organization, waiting, Optional.empty());
    Stretch<Conversation> second = conversations.of(all.organization, waiting, Bookmark.read(first.next()));
    assertThat(first.rows()).hasSize(20);
    assertThat(first.rows().getFirst().volunteerName()).as("who waits longest comes first").isEqualTo("متطوع رقم 0");
    assertThat(second.rows()).extracting(Conversation::volunteerName).containsExactly("متطوع رقم 20", "متطوع رقم 21");
    assertThat(second.next()).isEmpty();
    asked(all.amina, "وأنا");
    Stretch<Conversation> open = conversations.of(all.organization, new DeskFilter(DeskFilter.Show.OPEN, "بلقاسم", all.owner), Optional.empty());
    assertThat(open.rows()).extracting(Conversation::volunteerName).containsExactly("أمينة بلقاسم");
    assertThat(conversations.of(all.amina, "حديقة", Optional.empty()).rows()).hasSize(1);
    assertThat(conversations.of(all.amina, "شاطئ", Optional.empty()).rows()).isEmpty();
  }

  @Test
  void nobodyReadsAnothersConversation() {
    ConversationId id = asked(all.amina, "سؤال");
    Correspondents others = new Correspondents(db);
    assertThatThrownBy(() -> conversations.own(others.amina, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> conversations.of(others.organization, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.assign(all.owner, conversations.of(all.organization, id), others.owner)).isInstanceOf(NotFound.class);
  }

  @Test
  void aConversationGoesTwoYearsAfterItsLastWord() {
    ConversationId old = asked(all.amina, "سؤال");
    AccountId karim = all.scene.volunteer("كريم", 1980);
    TestClock.one().goAhead(Duration.ofDays(800));
    ConversationId young = sent(writing.begin(karim, all.about(), "سؤال", Correspondents.key()));
    var timer = kept.retentions().getFirst();
    assertThat(timer.days().standard()).isEqualTo(730);
    timer.removing().before(Instant.now().plus(Duration.ofDays(70)));
    assertThatThrownBy(() -> conversations.own(all.amina, old)).isInstanceOf(NotFound.class);
    assertThat(conversations.own(karim, young)).isNotNull();
    assertThat(db.sql("select count(*) from messages.message m where not exists (select from messages.conversation c where c.id = m.conversation_id)").query(Integer.class).single()).isZero();
  }
}
