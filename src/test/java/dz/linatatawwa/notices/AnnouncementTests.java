package dz.linatatawwa.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One thing said to everybody, once each, and the administrators' desk of letters. */
@WorldTest
class AnnouncementTests {

  private static final LocalName TITLE = new LocalName("اليوم العالمي للتطوع", "Journée du bénévolat", null);
  private static final LocalName BODY = new LocalName("نلتقي في الخامس من ديسمبر.", "Rendez-vous le 5 décembre.", null);

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Announcements announcements;
  @Autowired Notices notices;
  @Autowired NoticeDesk desk;
  @Autowired Wishes wishes;
  @Autowired Accounts accounts;
  @Autowired LetterTable letters;
  @Autowired TransactionTemplate transactions;

  AccountId administrator;

  @BeforeEach
  void people() {
    db.sql("update notices.announcement set stopped_at = now() where stopped_at is null").update();
    db.sql("delete from notices.delivery").update();
    administrator = SignIn.administrator("مديرة");
  }

  @Test
  void everybodyIsToldOnceThoughManyTellAndSomeDie() throws Exception {
    List<AccountId> people = IntStream.range(0, 1200).mapToObj(i -> SignIn.account("متطوع " + i)).toList();
    people.subList(0, 100).forEach(one -> accounts.speak(one, Language.FR));
    wishes.mail(people.getLast(), Topic.NEWS, Preference.Pace.NEVER);
    wishes.mail(people.get(1198), Topic.NEWS, Preference.Pace.DAILY);
    long id = announcements.begin(administrator, TITLE, BODY, "/opportunities");
    transactions.executeWithoutResult(dying -> {
      announcements.step();
      dying.setRollbackOnly();
    });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 4; i++) threads.submit(() -> {
        while (announcements.find(id).orElseThrow().finishedAt() == null) announcements.step();
      });
    }
    int everybody = announcements.everybody();
    assertThat(db.sql("select count(*) = :n and count(distinct account_id) = :n from notices.notice where once_key like 'announcement:" + id + ":%'").param("n", everybody).query(Boolean.class).single()).isTrue();
    assertThat(announcements.find(id).orElseThrow().told()).isEqualTo(everybody);
    assertThat(announcements.letters(id).waiting()).as("two want no letter now").isEqualTo(letters.waiting("email")).isEqualTo(everybody - 2);
    assertThat(notices.of(people.getFirst(), 1).rows().getFirst().title()).isEqualTo("Journée du bénévolat");
    assertThat(notices.of(people.getLast(), 1).rows().getFirst().title()).isEqualTo("اليوم العالمي للتطوع");
    assertThat(db.sql("select bool_and(bulk) from notices.delivery").query(Boolean.class).single()).as("behind everything else").isTrue();
  }

  @Test
  void aCodeOvertakesAnAnnouncement() {
    announcements.begin(administrator, TITLE, BODY, null);
    while (announcements.step()) Thread.onSpinWait();
    notices.tell(administrator, "contact-changed", "notices.contactChanged.title", "notices.contactChanged.email", null, null);
    assertThat(letters.take(List.of("email"), true, 1, java.time.Instant.now().plusSeconds(1))).singleElement().extracting(Letter::kind).isEqualTo("contact-changed");
    assertThat(letters.take(List.of("email"), false, 9, java.time.Instant.now().plusSeconds(1))).as("one lane takes nothing else").isEmpty();
  }

  @Test
  void whatIsStoppedReachesNobodyMore() {
    long id = announcements.begin(administrator, TITLE, BODY, null);
    announcements.step();
    Visit visit = Visit.as(port, administrator);
    assertThat(visit.post("/administration/announcements/" + id + "/stop").leadsTo()).isEqualTo("/administration/announcements/" + id);
    visit.post("/administration/announcements/" + id + "/stop");
    assertThat(letters.waiting("email")).isZero();
    assertThat(announcements.step()).isFalse();
    assertThat(visit.get("/administration/announcements/" + id).page().text()).contains("أُوقف");
  }

  @Test
  void anAdministratorWritesItInArabicAndPerhapsInMore() {
    Visit visit = Visit.as(port, administrator);
    assertThat(visit.get("/administration/announcements").page().select(".empty, .notices-list")).isNotEmpty();
    assertThat(visit.get("/administration/announcements/new").status()).isEqualTo(200);
    Visit.Answer bad = visit.post("/administration/announcements", "titleAr", "", "bodyAr", "نص كُتب", "titleFr", "Titre seul", "link", "https://example.org/");
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.page().select(".has-problem")).hasSize(3);
    assertThat(bad.page().select("textarea[name=bodyAr]").text()).isEqualTo("نص كُتب");
    Visit.Answer good = visit.post("/administration/announcements", "titleAr", "عنوان \u202eمقلوب", "bodyAr", "نص", "link", "/opportunities");
    assertThat(good.leadsTo()).matches("/administration/announcements/\\d+");
    assertThat(visit.get(good.leadsTo()).page().select("h1").text()).isEqualTo("عنوان مقلوب");
    assertThat(visit.post("/administration/announcements", "titleAr", "ا".repeat(121), "bodyAr", "ا".repeat(2001)).page().select(".has-problem")).hasSize(2);
    assertThat(Visit.as(port, SignIn.account("كريم")).post("/administration/announcements", "titleAr", "x", "bodyAr", "x").status()).isEqualTo(404);
  }

  @Test
  void theDeskShowsWhatDidNotArriveAndTriesItAgain() {
    AccountId amina = SignIn.account("أمينة");
    for (int i = 0; i < 3; i++) notices.tell(amina, "hours-confirmed", "notices.contactChanged.title", "notices.contactChanged.email", null, null);
    db.sql("update notices.delivery set failed = 'SMTP 550', tries = 8, address = 'amina-of-the-tests@example.dz'").update();
    db.sql("update notices.delivery set failed = 'gone' where id = (select max(id) from notices.delivery)").update();
    Visit visit = Visit.as(port, administrator);
    var page = visit.get("/administration/notices").page();
    assertThat(page.select("#dead tbody tr")).hasSize(2);
    assertThat(page.text()).contains("SMTP 550").contains("a•••@example.dz").doesNotContain("amina-of-the-tests");
    assertThat(visit.get("/administration/notices?why=gone").page().select("#dead tbody tr")).hasSize(1);
    assertThat(visit.get("/administration/notices?channel=sms").page().select("#dead .empty")).hasSize(1);
    String again = page.select("#dead form[action$=/again]").first().attr("action");
    assertThat(Visit.as(port, amina).post(again).status()).isEqualTo(404);
    assertThat(visit.post(again).leadsTo()).isEqualTo("/administration/notices#dead");
    assertThat(visit.post(again).status()).as("it is not dead any more").isEqualTo(404);
    assertThat(letters.waiting("email")).isEqualTo(1);
    visit.post("/administration/notices/letters/again", "channel", "email", "why", "");
    assertThat(letters.waiting("email")).as("what is as it should be stays").isEqualTo(2);
    assertThat(desk.queues()).extracting(QueueState::channel).containsExactly("email", "sms", "push");
    assertThat(desk.queues().getFirst().waiting()).isEqualTo(2);
    assertThat(Visit.as(port, amina).get("/administration/notices").status()).isEqualTo(404);
  }
}
