package dz.linatatawwa.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.carriers.Carried;
import dz.linatatawwa.carriers.Parcel;
import dz.linatatawwa.carriers.Pushes;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people want to hear how: their page, digests, browsers that take notes, and the link that stops letters. */
@WorldTest
class WishTests {

  private static final String AUTH = "MDEyMzQ1Njc4OWFiY2RlZg";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Notices notices;
  @Autowired NoticeTable table;
  @Autowired ReaderTable readers;
  @Autowired Dictionary dictionary;
  @Autowired Sending sending;
  @Autowired Wishes wishes;
  @Autowired Digests digests;
  @Autowired LetterTable letters;
  @Autowired LetterPaper paper;
  @Autowired SmsBudget budget;
  @Autowired BrowserTable browsers;
  @Autowired Pushes pushes;
  @Autowired Unsubscribing unsubscribing;
  @Autowired Accounts accounts;

  AccountId amina;
  Visit visit;

  @BeforeEach
  void people() {
    TestClock.one().back();
    db.sql("delete from notices.held").update();
    db.sql("delete from notices.delivery").update();
    db.sql("delete from notices.push_subscription").update();
    amina = SignIn.account("أمينة");
    visit = Visit.as(port, amina);
  }

  @Test
  void thePageShowsWhatIsUsualAndStoresWhatIsChosen() {
    var page = visit.get("/preferences").page();
    assertThat(page.select("select[name^=email-]")).hasSize(Topic.chosen().size());
    assertThat(page.select("select[name=email-hours] option[selected]").val()).isEqualTo("now");
    assertThat(page.select("select[name=from] option[selected]").val()).isEqualTo("21");
    assertThat(visit.post("/preferences", "email-hours", "weekly", "sms-hours", "never", "from", "20", "to", "9").leadsTo()).isEqualTo("/preferences");
    page = visit.get("/preferences").page();
    assertThat(page.select("select[name=email-hours] option[selected]").val()).isEqualTo("weekly");
    assertThat(page.select("input[name=push-hours]").hasAttr("checked")).as("a tick that was taken away").isFalse();
    assertThat(page.select("select[name=email-seats] option[selected]").val()).as("what was not sent stays").isEqualTo("now");
    assertThat(page.select("select[name=to] option[selected]").val()).isEqualTo("9");
    visit.post("/preferences", "email-hours", "hourly", "sms-hours", "\u202eno", "from", "99", "to", "-1");
    assertThat(wishes.of(amina).about().get(Topic.HOURS).email()).as("what cannot be read changes nothing").isEqualTo(Preference.Pace.WEEKLY);
    assertThat(wishes.of(amina).quiet()).isEqualTo(new QuietHours(20, 9));
    assertThat(new Visit(port).get("/preferences").leadsTo()).startsWith("/sign-in");
  }

  @Test
  void whatWaitsForTheEveningComesInOneLetterOnce() throws Exception {
    wishes.mail(amina, Topic.HOURS, Preference.Pace.DAILY);
    notices.tell(amina, "hours-confirmed", "notices.contactChanged.title", "notices.contactChanged.email", null, null);
    notices.tell(amina, "hours-reversed", "notices.secondStep.title", "notices.secondStep.added", null, null);
    notices.tell(amina, "hours-retimed", "notices.code.title", "notices.secondStep.added", null, null);
    assertThat(letters.waiting("email")).isZero();
    assertThat(digests.make()).as("not yet").isZero();
    long read = notices.of(amina, 1).rows().getFirst().id();
    notices.read(amina, read);
    TestClock.one().goAhead(Duration.ofHours(25));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 4; i++) threads.submit(() -> digests.make());
    }
    assertThat(letters.waiting("email")).as("one letter, whoever makes it").isEqualTo(1);
    assertThat(db.sql("select body from notices.notice where kind = 'digest' and account_id = " + amina).query(String.class).single())
        .isEqualTo("• تغيّرت وسيلة الاتصال بحسابك\n• تغيّرت الخطوة الثانية لحسابك");
    assertThat(notices.of(amina, 1).total()).as("the digest stands in no inbox").isEqualTo(3);
    assertThat(notices.unread(amina)).isEqualTo(2);
    assertThat(digests.make()).isZero();
  }

  @Test
  void aBrowserIsAddedAndRemovedByItsOwnerOnly() {
    assertThat(add("https://fcm.googleapis.com/fcm/send/abc", AUTH).leadsTo()).isEqualTo("/preferences#browsers");
    assertThat(visit.get("/preferences").page().select(".notices-devices li")).hasSize(1);
    long id = wishes.of(amina).browsers().getFirst().id();
    assertThat(Visit.as(port, SignIn.account("كريم")).post("/preferences/browsers/" + id + "/removal").status()).isEqualTo(404);
    assertThat(visit.post("/preferences/browsers/" + id + "/removal").leadsTo()).isEqualTo("/preferences#browsers");
    assertThat(wishes.of(amina).browsers()).isEmpty();
    assertThat(visit.post("/preferences/browsers/" + id + "/removal").status()).as("twice").isEqualTo(404);
  }

  @Test
  void anAddressInsideIsRefusedAndSaysSo() {
    for (String endpoint : List.of("https://localhost/x", "http://fcm.googleapis.com/x", "https://169.254.169.254/latest", "https://example.org/x", "", "x".repeat(5000))) {
      Visit.Answer answer = add(endpoint, AUTH);
      assertThat(answer.status()).as(endpoint).isEqualTo(422);
      assertThat(answer.page().select("#browsers .problem")).hasSize(1);
    }
    assertThat(add("https://fcm.googleapis.com/x", "short").status()).isEqualTo(422);
    assertThat(wishes.of(amina).browsers()).isEmpty();
  }

  @Test
  void aBrowserBelongsToWhoeverAskedLastOnItAndTenAreEnough() {
    add("https://fcm.googleapis.com/shared", AUTH);
    AccountId karim = SignIn.account("كريم");
    Visit.as(port, karim).post("/preferences/browsers", "endpoint", "https://fcm.googleapis.com/shared", "p256dh", point(), "auth", AUTH, "key", "1");
    assertThat(wishes.of(amina).browsers()).isEmpty();
    for (int i = 0; i < 13; i++) add("https://fcm.googleapis.com/b" + i, AUTH);
    assertThat(wishes.of(amina).browsers()).hasSize(BrowserTable.MOST);
  }

  @Test
  void aBrowserThatIsGoneIsForgotten() throws Exception {
    add("https://fcm.googleapis.com/gone", AUTH);
    Telling telling = new Telling(table, readers, dictionary, sending, List.of(Hands.taking("push", Hands.nothing())), Clock.systemUTC());
    wishes.say(amina, Map.of(), new QuietHours(0, 0));
    telling.tell(List.of(amina), What.of(What.How.PLAINLY, "hours-confirmed", "notices.code.title", "notices.secondStep.added", "/hours", null), false);
    assertThat(letters.waiting("push")).isEqualTo(1);
    TestClock.one().goAhead(Duration.ofSeconds(2));
    new Rounds(letters, new HandingOver(List.of(Hands.carrier("push", parcel -> {
      assertThat(((Parcel.Push) parcel).json()).contains("\"link\":\"/hours\"");
      return new Carried.Refused("gone");
    })), paper, budget, browsers, pushes), TestClock.one(), Rounds.Manner.PLAIN).go();
    assertThat(wishes.of(amina).browsers()).isEmpty();
    assertThat(letters.waiting("push")).isZero();
  }

  @Test
  void theLinkInALetterAsksAndOnlyItsButtonStops() {
    String link = link("hours-confirmed");
    Visit stranger = new Visit(port);
    assertThat(stranger.get(link).page().select("form[action=" + link + "]")).hasSize(1);
    stranger.get(link);
    assertThat(wishes.of(amina).about().get(Topic.HOURS).email()).as("programs that look through mail open every link").isEqualTo(Preference.Pace.NOW);
    assertThat(stranger.post(link).status()).isEqualTo(200);
    assertThat(wishes.of(amina).about().get(Topic.HOURS).email()).isEqualTo(Preference.Pace.NEVER);
    stranger.post(link + "/return");
    assertThat(wishes.of(amina).about().get(Topic.HOURS).email()).isEqualTo(Preference.Pace.NOW);
  }

  @Test
  void theOneClickOfAMailProgramStopsWithoutAForm() throws Exception {
    String link = link("announcement");
    assertThat(new Visit(port).postBare(link, "List-Unsubscribe=One-Click").status()).isEqualTo(200);
    assertThat(wishes.of(amina).about().get(Topic.NEWS).email()).isEqualTo(Preference.Pace.NEVER);
    assertThat(new Visit(port).postBare(link, "List-Unsubscribe=One-Click").status()).as("twice").isEqualTo(200);
    assertThat(new Visit(port).postBare(link, "List-Unsubscribe=One-Click", "Origin", "https://elsewhere.example", "Sec-Fetch-Site", "cross-site").status()).as("another site's page").isEqualTo(403);
  }

  @Test
  void aLinkOpensNothingElse() {
    String link = link("hours-confirmed");
    String token = link.substring(link.lastIndexOf('/') + 1);
    for (String other : List.of("/unsubscribe/news/" + token, "/coming/" + token, "/unsubscribe/account/" + token, "/unsubscribe/hours/" + token.substring(1), "/unsubscribe/hours/" + token.substring(0, 6) + (token.charAt(6) == 'x' ? "y" : "x") + token.substring(7),
        "/unsubscribe/hours/" + "A".repeat(27), "/unsubscribe/hours/" + "_".repeat(17))) {
      assertThat(new Visit(port).get(other).status()).as(other).isEqualTo(404);
    }
    accounts.close(amina);
    assertThat(new Visit(port).get(link).status()).as("a closed account").isEqualTo(404);
  }

  @Test
  void whoStopsDigestsGetsNoMore() {
    wishes.mail(amina, Topic.HOURS, Preference.Pace.DAILY);
    Letter digest = letter(Digests.KIND);
    String link = unsubscribing.path(digest).orElseThrow();
    new Visit(port).post(link);
    assertThat(wishes.of(amina).about().get(Topic.HOURS).email()).isEqualTo(Preference.Pace.NEVER);
    assertThat(wishes.of(amina).about().get(Topic.SEATS).email()).isEqualTo(Preference.Pace.NOW);
    assertThat(unsubscribing.path(letter(Sending.CODE))).as("nobody can want no codes").isEmpty();
  }

  private String link(String kind) {
    return unsubscribing.path(letter(kind)).orElseThrow();
  }

  private Letter letter(String kind) {
    return new Letter(1, "email", "x@example.dz", 1, amina, kind, "x", "x", null, dz.linatatawwa.language.Language.AR, java.time.Instant.now(), false, false);
  }

  private Visit.Answer add(String endpoint, String auth) {
    return visit.post("/preferences/browsers", "endpoint", endpoint, "p256dh", point(), "auth", auth, "key", Integer.toString(wishes.key().number()));
  }

  private static String point() {
    byte[] point = new byte[65];
    Arrays.fill(point, (byte) 7);
    point[0] = 4;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(point);
  }
}
