package dz.linatatawwa.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.carriers.Carrier;
import dz.linatatawwa.carriers.Parcel;
import dz.linatatawwa.carriers.Pushes;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.Settings;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What text messages may cost. */
@WorldTest
class BudgetTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Settings settings;
  @Autowired SmsBudget budget;
  @Autowired Notices notices;
  @Autowired NoticeDesk desk;
  @Autowired LetterTable letters;
  @Autowired LetterPaper paper;
  @Autowired BrowserTable browsers;
  @Autowired Pushes pushes;
  @Autowired HeardReceipts receipts;

  AccountId administrator;

  @BeforeEach
  void ceilings() {
    TestClock.one().back();
    for (String table : List.of("sms_period", "sms_cost", "delivery")) db.sql("delete from notices." + table).update();
    db.sql("delete from notices.notice where kind = 'sms-ceiling'").update();
    administrator = SignIn.administrator("مديرة");
    settings.change(NoticeSettings.SMS_DAY, 100, administrator.value());
    settings.change(NoticeSettings.SMS_MONTH, 1000, administrator.value());
    settings.change(NoticeSettings.SMS_PRICE, 450, administrator.value());
  }

  @Test
  void manyAtOnceNeverPassTheCeilingAndAdministratorsAreToldOnce() throws Exception {
    List<Future<Optional<SmsBudget.Toll>>> paid;
    try (var threads = Executors.newFixedThreadPool(8)) {
      paid = threads.invokeAll(IntStream.range(0, 60).<java.util.concurrent.Callable<Optional<SmsBudget.Toll>>>mapToObj(i -> () -> budget.pay(letter(i, false), 3)).toList());
    }
    long sent = 0;
    for (Future<Optional<SmsBudget.Toll>> one : paid) if (one.get().isPresent()) sent++;
    assertThat(sent).isEqualTo(33);
    assertThat(desk.spent()).extracting(Spent::period, Spent::parts, Spent::refused).containsExactly(org.assertj.core.groups.Tuple.tuple("month", 99, 0), org.assertj.core.groups.Tuple.tuple("day", 99, 27));
    assertThat(db.sql("select count(*) from notices.notice where kind = 'sms-ceiling' and account_id = " + administrator).query(Integer.class).single()).isEqualTo(1);
    assertThat(desk.costs("topic", 1)).containsExactly(new Cost("seats", 33, 99, 99 * 450));
    assertThat(desk.costs("prefix", 1)).extracting(Cost::name).containsExactlyInAnyOrder("+2135", "+2136", "+2137");
  }

  @Test
  void codesAndWhatIsUrgentPassAndAreCounted() {
    settings.change(NoticeSettings.SMS_DAY, 0, administrator.value());
    assertThat(budget.pay(letter(1, false), 1)).isEmpty();
    assertThat(budget.pay(letter(1, true), 2)).isPresent();
    assertThat(budget.pay(new Letter(1, "sms", "+213551234567", 1, null, Sending.CODE, "x", "x", null, Language.AR, Instant.now(), false, false), 1)).isPresent();
    assertThat(desk.spent().getLast().parts()).isEqualTo(3);
  }

  @Test
  void whatDidNotLeaveIsPaidBack() throws Exception {
    AccountId phone = phone("كريم", null);
    notices.tellUrgently(phone, "application-changed", "notices.code.title", "notices.secondStep.added", null, null);
    rounds(Hands.carrier("sms", parcel -> { throw new IOException("down"); })).go();
    assertThat(desk.spent().getLast().parts()).isZero();
    assertThat(desk.costs("day", 1)).extracting(Cost::messages).containsExactly(0L);
  }

  @Test
  void overTheCeilingTheEmailAddressGetsItAndTheInboxSaysSo() throws Exception {
    settings.change(NoticeSettings.SMS_DAY, 0, administrator.value());
    AccountId both = phone("أمينة", "both@example.dz");
    AccountId only = phone("كريم", null);
    for (AccountId one : List.of(both, only)) {
      db.sql("insert into notices.preference (account_id, topic, pace, sms, push) values (:of, 'seats', 'never', 'always', false)").param("of", one.value()).update();
      db.sql("insert into notices.quiet (account_id, from_hour, to_hour) values (:of, 0, 0)").param("of", one.value()).update();
      notices.tell(one, "application-placed", "notices.code.title", "notices.secondStep.added", null, null);
    }
    List<Parcel> sent = Hands.nothing();
    TestClock.one().goAhead(Duration.ofSeconds(1));
    rounds(Hands.taking("sms", sent)).go();
    assertThat(sent).isEmpty();
    assertThat(db.sql("select address from notices.delivery where channel = 'email'").query(String.class).list()).containsExactly("both@example.dz");
    assertThat(Visit.as(port, only).get("/inbox").page().select(".notices-withheld")).hasSize(1);
    assertThat(desk.spent().getLast().refused()).isEqualTo(2);
  }

  @Test
  void receiptsAreFoundHoweverTheCentreWritesItsNumbers() {
    assertThat(HeardReceipts.written("255")).contains("255", "ff", "FF", "000000ff");
    assertThat(HeardReceipts.written("00FF")).contains("255", "00ff");
    AccountId phone = phone("ليلى", null);
    notices.tellUrgently(phone, "application-changed", "notices.code.title", "notices.secondStep.added", null, null);
    db.sql("update notices.delivery set sent_at = now(), reference = 'ff'").update();
    receipts.note(new dz.linatatawwa.carriers.Receipt("0255", false, "UNDELIV"));
    assertThat(db.sql("select failed from notices.delivery").query(String.class).single()).isEqualTo("SMS UNDELIV");
    receipts.note(new dz.linatatawwa.carriers.Receipt("ff", true, "DELIVRD"));
    assertThat(db.sql("select delivered_at is not null and failed is null from notices.delivery").query(Boolean.class).single()).isTrue();
  }

  @Test
  void thePageOfCostsIsForAdministrators() {
    budget.pay(letter(3, false), 85);
    Visit visit = Visit.as(port, administrator);
    var page = visit.get("/administration/notices/costs").page();
    assertThat(page.select("progress").first().attr("value")).isEqualTo("85");
    assertThat(page.select(".pill-waiting")).as("over four fifths").hasSize(1);
    assertThat(page.text()).contains("382");
    assertThat(visit.get("/administration/notices/costs.csv").body()).contains("+2135").contains("38250");
    assertThat(Visit.as(port, SignIn.account("كريم")).get("/administration/notices/costs").status()).isEqualTo(404);
  }

  private Rounds rounds(Carrier... carriers) {
    return new Rounds(letters, new HandingOver(List.of(carriers), paper, budget, browsers, pushes), TestClock.one(), Rounds.Manner.PLAIN);
  }

  private AccountId phone(String name, @org.jspecify.annotations.Nullable String email) {
    AccountId id = SignIn.account(name);
    db.sql("update accounts.account set phone = :phone, email = :email where id = :id").param("phone", "+2135" + (10_000_000 + id.value())).param("email", email).param("id", id.value()).update();
    return id;
  }

  private static Letter letter(int number, boolean urgent) {
    return new Letter(number, "sms", "+213" + (5 + number % 3) + "51234567", 1, null, "application-placed", "x", "x", null, Language.AR, Instant.now(), urgent, false);
  }
}
