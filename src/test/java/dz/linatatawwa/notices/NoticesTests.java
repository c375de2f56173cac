package dz.linatatawwa.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.carriers.Carried;
import dz.linatatawwa.carriers.Carrier;
import dz.linatatawwa.carriers.Parcel;
import dz.linatatawwa.carriers.PushAddress;
import dz.linatatawwa.carriers.Pushes;
import dz.linatatawwa.carriers.SmsText;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WorldTest
class NoticesTests {

  private static final Instant NOON = Instant.parse("2026-12-05T11:00:00Z");

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Notices notices;
  @Autowired LetterTable letters;
  @Autowired LetterPaper paper;
  @Autowired SmsBudget budget;
  @Autowired BrowserTable browsers;
  @Autowired Pushes pushes;
  @Autowired Wishes wishes;
  @Autowired Accounts accounts;
  @Autowired TransactionTemplate transactions;

  @BeforeEach
  void emptyQueue() {
    db.sql("delete from notices.delivery").update();
  }

  @Test
  void tellsInThePersonsOwnLanguageAndOnlyOnce() {
    AccountId karim = SignIn.account("كريم");
    accounts.speak(karim, Language.FR);
    for (int i = 0; i < 3; i++) notices.tell(karim, "test", "notices.contactChanged.title", "notices.contactChanged.email", "/contact", "once-" + karim);
    assertThat(notices.of(karim, 1).rows()).singleElement().extracting(Notice::title).isEqualTo("Les coordonnées de votre compte ont changé");
    assertThat(letters.waiting("email")).isEqualTo(1);
  }

  @Test
  void whatIsTakenBackIsNotTold() {
    AccountId amina = SignIn.account("أمينة");
    transactions.executeWithoutResult(change -> {
      notices.tell(amina, "test", "notices.contactChanged.title", "notices.contactChanged.email", null, null);
      change.setRollbackOnly();
    });
    assertThat(notices.unread(amina)).isZero();
    assertThat(letters.waiting("email")).isZero();
  }

  @Test
  void twoPostmenAtOnceCarryEachLetterOnce() throws Exception {
    for (int i = 0; i < 200; i++) notices.send(new Contact.Email("many" + i + "@example.dz"), Language.AR, "test", "notices.contactChanged.title", "notices.contactChanged.email");
    Map<Long, AtomicInteger> carried = new ConcurrentHashMap<>();
    Carrier counting = Hands.carrier("email", parcel -> {
      carried.computeIfAbsent(parcel.id(), a -> new AtomicInteger()).incrementAndGet();
      return Carried.Handed.PLAINLY;
    });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2; i++) {
        threads.submit(() -> {
          Rounds rounds = rounds(Clock.systemUTC(), counting);
          while (rounds.go() > 0) Thread.onSpinWait();
          return null;
        });
      }
    }
    assertThat(carried).hasSize(200);
    assertThat(carried.values()).allSatisfy(times -> assertThat(times.get()).isEqualTo(1));
    assertThat(letters.waiting("email")).isZero();
  }

  @Test
  void triesAgainLaterAndGivesUpInTheEnd() throws Exception {
    notices.send(new Contact.Email("down@example.dz"), Language.AR, "test", "notices.contactChanged.title", "notices.contactChanged.email");
    Carrier broken = Hands.carrier("email", parcel -> { throw new IOException("down"); });
    Instant now = Instant.now();
    int taken = 0;
    for (int i = 0; i < 400; i++) {
      now = now.plus(Duration.ofMinutes(1));
      taken += rounds(Clock.fixed(now, ZoneOffset.UTC), broken).go();
    }
    assertThat(taken).isEqualTo(Rounds.LAST_TRY);
    assertThat(db.sql("select failed from notices.delivery where address = 'down@example.dz'").query(String.class).single()).isEqualTo("IOException");
  }

  @Test
  void aCodeIsNotReadableOnceItIsOut() throws Exception {
    Visit visit = new Visit(port);
    visit.get("/sign-in");
    visit.post("/sign-in", "contact", "secret@example.dz");
    String code = SignIn.code("secret@example.dz");
    List<Parcel> seen = Hands.nothing();
    rounds(Clock.systemUTC(), Hands.taking("email", seen)).go();
    assertThat(seen).singleElement().isInstanceOfSatisfying(Parcel.Mail.class, mail -> assertThat(mail.text()).contains(code));
    assertThat(seen).singleElement().isInstanceOfSatisfying(Parcel.Mail.class, mail -> assertThat(mail.headers()).as("nobody can want no more codes").isEmpty());
    assertThat(db.sql("select count(*) from notices.notice where position(:code in body) > 0 or position(:code in title) > 0").param("code", code)
        .query(Integer.class).single()).isZero();
    assertThat(visit.post("/sign-in/code", "code", code).leadsTo()).isEqualTo("/join");
  }

  @Test
  void aCodeThatWaitedTooLongIsNeitherSentNorReadable() throws Exception {
    notices.send(new Contact.Email("slow@example.dz"), Language.AR, Sending.CODE, "notices.code.title", "notices.code.email", 111222, "x");
    db.sql("update notices.notice set made_at = made_at - interval '1 hour' where kind = 'code'").update();
    List<Parcel> seen = Hands.nothing();
    rounds(Clock.systemUTC(), Hands.taking("email", seen)).go();
    assertThat(seen).isEmpty();
    assertThat(db.sql("select body from notices.notice n join notices.delivery d on d.notice_id = n.id where address = 'slow@example.dz'")
        .query(String.class).single()).isEmpty();
  }

  @Test
  void aCodeToAPhoneDoesNotWaitForTheMorning() {
    notices.send(new Contact.Phone("+213551999888"), Language.AR, Sending.CODE, "notices.code.title", "notices.code.sms", "x", "y");
    assertThat(db.sql("select next_try <= now() and urgent from notices.delivery where channel = 'sms'").query(Boolean.class).single()).isTrue();
  }

  @Test
  void aLetterIsWrittenForProgramsThatShowOnlyText() {
    Parcel.Mail mail = paper.mail(letter("email", "amina@example.dz", "فرصة جديدة", "/opportunities/7", "أهلا \"بكم\"\n12 مكانا\nLinatatawwa: نراك"));
    assertThat(mail.html()).contains("dir=\"rtl\"").contains("/opportunities/7").contains("أهلا");
    assertThat(mail.text().lines()).as("a line that begins with a number or a Latin letter is told its direction").startsWith("أهلا \"بكم\"", "\u200f12 مكانا", "\u200fLinatatawwa: نراك");
    assertThat(mail.text()).contains("/opportunities/7").doesNotContain("\u2068");
    assertThat(mail.language()).isEqualTo("ar-DZ");
  }

  @Test
  void aNoteIsInTheReadersLanguageAndNeverTooLong() {
    Parcel.Push push = paper.push(letter("push", "7", "غدا", null, "ا".repeat(2000)), new PushAddress("https://fcm.googleapis.com/x", point(), new byte[16], 1));
    assertThat(push.json()).contains("\"lang\":\"ar-DZ\"").contains("\"dir\":\"rtl\"").contains("\"link\":\"/inbox\"").contains("…\"");
    assertThat(push.json().getBytes(StandardCharsets.UTF_8).length).isLessThan(3000);
  }

  @Test
  void aTextMessageLeadsToTheRestAndCostsThreePartsAtMost() {
    Parcel.Sms sms = paper.sms(letter("sms", "+213551234567", "x", "/coming/abcdefghijklmnopqrstuvw", "نغرس غدا ".repeat(60)));
    assertThat(SmsText.of(sms.text()).parts()).hasSize(3);
    assertThat(sms.text()).endsWith("/coming/abcdefghijklmnopqrstuvw");
  }

  @Test
  void whoWritesToABusyServerTriesLaterAndLosesNoTry() throws Exception {
    notices.send(new Contact.Email("later@example.dz"), Language.AR, "test", "notices.contactChanged.title", "notices.contactChanged.email");
    Instant now = Instant.now().plusSeconds(1);
    rounds(Clock.fixed(now, ZoneOffset.UTC), Hands.carrier("email", parcel -> new Carried.Later(Duration.ofSeconds(40)))).go();
    assertThat(db.sql("select tries from notices.delivery where address = 'later@example.dz'").query(Integer.class).single()).isZero();
    assertThat(rounds(Clock.fixed(now.plusSeconds(39), ZoneOffset.UTC), Hands.taking("email", Hands.nothing())).go()).isZero();
    assertThat(rounds(Clock.fixed(now.plusSeconds(41), ZoneOffset.UTC), Hands.taking("email", Hands.nothing())).go()).isEqualTo(1);
  }

  @Test
  void whatIsRefusedForGoodIsTriedOnce() throws Exception {
    notices.send(new Contact.Email("none@example.dz"), Language.AR, "test", "notices.contactChanged.title", "notices.contactChanged.email");
    rounds(Clock.systemUTC(), Hands.carrier("email", parcel -> new Carried.Refused("SMTP 550"))).go();
    assertThat(db.sql("select failed || ' ' || tries from notices.delivery where address = 'none@example.dz'").query(String.class).single()).isEqualTo("SMTP 550 1");
  }

  @Test
  void aPostmanWhoDiedInTheMiddleLeavesOneLetterInDoubtAndTheRestForTheNext() throws Exception {
    for (int i = 0; i < 12; i++) notices.send(new Contact.Email("dying" + i + "@example.dz"), Language.AR, "test", "notices.contactChanged.title", "notices.contactChanged.email");
    Instant now = Instant.now().plusSeconds(1);
    List<Parcel> taken = Hands.nothing();
    Rounds dying = rounds(Clock.fixed(now, ZoneOffset.UTC), Hands.carrier("email", parcel -> {
      taken.add(parcel);
      if (taken.size() == 5) throw new Died();
      return Carried.Handed.PLAINLY;
    }));
    org.assertj.core.api.Assertions.assertThatThrownBy(dying::go).isInstanceOf(Died.class);
    List<Parcel> after = Hands.nothing();
    assertThat(rounds(Clock.fixed(now.plusSeconds(59), ZoneOffset.UTC), Hands.taking("email", after)).go()).as("they are still the dead one's").isZero();
    assertThat(rounds(Clock.fixed(now.plusSeconds(61), ZoneOffset.UTC), Hands.taking("email", after)).go()).isEqualTo(8);
    taken.addAll(after);
    assertThat(taken.stream().map(Parcel::id).distinct()).as("nothing is lost").hasSize(12);
    assertThat(taken).as("one letter twice").hasSize(13);
    Parcel.Mail doubtful = (Parcel.Mail) taken.get(4);
    assertThat(after.stream().filter(one -> one.id() == doubtful.id())).as("with the same number, so that it can be seen to be one").singleElement()
        .isInstanceOfSatisfying(Parcel.Mail.class, again -> assertThat(again.made()).isEqualTo(doubtful.made()));
  }

  /** As if the process were killed: nobody catches it. */
  private static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void aCodeBySmsEndsWithTheLineThatPhonesRead() {
    Visit visit = new Visit(port);
    visit.get("/sign-in");
    visit.post("/sign-in", "contact", "0770112233");
    String body = db.sql("select n.body from notices.notice n join notices.delivery d on d.notice_id = n.id where d.address = '+213770112233'").query(String.class).single();
    assertThat(body.lines().toList().getLast()).isEqualTo("@localhost #" + SignIn.code("+213770112233"));
  }

  @Test
  void theInboxShowsWhatWasToldAndOpensWhereOneCanAct() {
    AccountId amina = SignIn.account("أمينة");
    Visit visit = Visit.as(port, amina);
    assertThat(visit.get("/inbox").page().selectFirst(".empty")).isNotNull();
    notices.tell(amina, "test", "notices.contactChanged.title", "notices.contactChanged.email", "/contact", null);
    assertThat(visit.get("/inbox").page().select(".notices-unread")).hasSize(1);
    String action = visit.get("/inbox").page().selectFirst("form[action$=/reading]").attr("action");
    assertThat(Visit.as(port, SignIn.account("كريم")).post(action).status()).isEqualTo(404);
    assertThat(visit.post(action).leadsTo()).isEqualTo("/contact");
    assertThat(visit.get("/inbox").page().select(".notices-unread")).isEmpty();
    assertThat(visit.get("/inbox?page=99").status()).isEqualTo(200);
  }

  @Test
  void forgetsWhatWasSaidToSomebodyWhoLeft() {
    AccountId leaver = SignIn.account("سليم");
    notices.tell(leaver, "test", "notices.contactChanged.title", "notices.contactChanged.email", null, null);
    accounts.close(leaver);
    assertThat(db.sql("select count(*) from notices.notice where account_id = :id").param("id", leaver.value()).query(Integer.class).single()).isZero();
    assertThat(accounts.names(List.of(leaver))).containsEntry(leaver, "—");
  }

  @Test
  void whatIsUrgentGoesOutAtNightWhateverWasChosen() {
    AccountId amina = SignIn.account("أمينة");
    wishes.mail(amina, Topic.SEATS, Preference.Pace.NEVER);
    notices.tell(amina, "application-changed", "notices.contactChanged.title", "notices.contactChanged.email", null, null);
    assertThat(letters.waiting("email")).isZero();
    notices.tellUrgently(amina, "application-changed", "notices.contactChanged.title", "notices.contactChanged.email", null, null);
    assertThat(letters.waiting("email")).isEqualTo(1);
    assertThat(db.sql("select urgent and next_try <= now() from notices.delivery").query(Boolean.class).single()).isTrue();
  }

  @Test
  void manyAreToldInFewStatementsEachOnceInTheirLanguage() {
    List<AccountId> many = java.util.stream.IntStream.range(0, 60).mapToObj(i -> SignIn.account("متطوع " + i)).toList();
    many.subList(0, 20).forEach(one -> accounts.speak(one, Language.FR));
    for (int i = 0; i < 2; i++) notices.tellAll(many, "test", "notices.contactChanged.title", "notices.contactChanged.email", null, "many-" + many.getFirst());
    assertThat(letters.waiting("email")).isEqualTo(60);
    assertThat(many.subList(0, 20)).allSatisfy(one -> assertThat(notices.of(one, 1).rows()).singleElement().extracting(Notice::language).isEqualTo(Language.FR));
    assertThat(many.subList(20, 60)).allSatisfy(one -> assertThat(notices.of(one, 1).rows()).singleElement().extracting(Notice::language).isEqualTo(Language.AR));
  }

  private Rounds rounds(Clock clock, Carrier... carriers) {
    return new Rounds(letters, new HandingOver(List.of(carriers), paper, budget, browsers, pushes), clock, Rounds.Manner.PLAIN);
  }

  private static Letter letter(String channel, String address, String title, @org.jspecify.annotations.Nullable String link, String body) {
    return new Letter(7, channel, address, 1, null, "test", title, body, link, Language.AR, NOON, false, false);
  }

  private static byte[] point() {
    byte[] point = new byte[65];
    point[0] = 4;
    return point;
  }
}
