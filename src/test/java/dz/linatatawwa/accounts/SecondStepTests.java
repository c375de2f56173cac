package dz.linatatawwa.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class SecondStepTests {

  @Autowired SecondStep second;
  @Autowired SecondStepCommand command;
  @Autowired Seal seal;
  @Autowired PasskeyDuty duty;
  @Autowired Sessions sessions;
  @Autowired Accounts accounts;
  @Autowired Clock clock;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @BeforeEach
  void forget() {
    duty.forget();
  }

  @Test
  void aSupervisorWithAnAppTakesTheStepOnceInEachSession() throws Exception {
    AccountId supervisor = supervisor("مشرفة");
    Visit visit = Visit.as(port, supervisor);
    String secret = secretOn(visit);
    Visit.Answer made = visit.post("/authenticator", "code", digits(secret, 0));
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.header("Cache-Control")).hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    List<String> codes = made.page().select(".accounts-codes code").eachText();
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(visit.get("/supervision").status()).as("the session that made it has taken the step").isEqualTo(200);

    Visit other = Visit.as(port, supervisor);
    assertThat(other.get("/supervision?page=1").leadsTo()).isEqualTo("/second-step?to=%2Fsupervision%3Fpage%3D1");
    assertThat(other.get("/desk").status()).as("one's own volunteering stays open").isEqualTo(200);
    Visit.Answer wrong = other.post("/second-step", "code", "000000", "to", "/supervision");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.page().select("input[name=code]").val()).isEqualTo("000000");
    assertThat(wrong.page().select("input[name=to]").val()).isEqualTo("/supervision");
    assertThat(other.post("/second-step", "code", codes.getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " "), "to", "/supervision").leadsTo()).isEqualTo("/supervision");
    assertThat(other.get("/supervision").status()).isEqualTo(200);

    Visit third = Visit.as(port, supervisor);
    assertThat(third.post("/second-step", "code", codes.getFirst()).status()).as("a recovery code works once").isEqualTo(422);
    TestClock.one().goAhead(Duration.ofMinutes(6));
    assertThat(third.post("/second-step", "code", digits(secret, 0), "to", "//elsewhere.example").leadsTo()).as("only to a page of our own").isEqualTo("/desk");
  }

  @Test
  void digitsWorkOnceWhoeverTypesThemAtOnce() throws Exception {
    AccountId person = SignIn.account("أمين");
    String secret = secretOn(Visit.as(port, person));
    Session session = session(person);
    assertThat(second.confirm(session, digits(secret, 0))).isPresent();
    TestClock.one().goAhead(Duration.ofMinutes(1));
    String now = digits(secret, 0);
    Callable<SecondStep.Tried> attempt = () -> second.pass(session, now);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = threads.invokeAll(List.of(attempt, attempt, attempt, attempt));
      int passed = 0;
      for (var result : results) if (result.get() instanceof SecondStep.Tried.Passed) passed++;
      assertThat(passed).isEqualTo(1);
    }
  }

  @Test
  void clocksMayDifferByAStepAndNoMore() throws Exception {
    for (int steps : new int[] {-2, -1, 1, 2}) {
      AccountId person = SignIn.account("ساعة " + steps);
      String secret = secretOn(Visit.as(port, person));
      assertThat(second.confirm(session(person), digits(secret, steps)).isPresent()).as("%s steps", steps).isEqualTo(Math.abs(steps) == 1);
    }
  }

  @Test
  void guessingIsStopped() throws Exception {
    AccountId person = SignIn.account("هدف");
    String secret = secretOn(Visit.as(port, person));
    Session session = session(person);
    second.confirm(session, digits(secret, 0));
    for (int i = 0; i < 4; i++) second.pass(session, "%06d".formatted(i));
    assertThat(second.pass(session, digits(secret, 1))).as("even the right digits wait now").isInstanceOf(SecondStep.Tried.TooMany.class);
    assertThat(Visit.as(port, person).post("/second-step", "code", "123456").status()).isEqualTo(429);
  }

  @Test
  void whoMerelyReadsAStaffMembersMessagesMakesNoWayInOfTheirOwn() throws Exception {
    AccountId supervisor = supervisor("مستهدفة");
    Visit owner = Visit.as(port, supervisor);
    owner.post("/authenticator", "code", digits(secretOn(owner), 0));

    Visit thief = Visit.as(port, supervisor);
    assertThat(thief.get("/authenticator").page().select(".accounts-square")).isEmpty();
    assertThat(thief.post("/authenticator/removal").leadsTo()).isEqualTo("/second-step?to=/authenticator");
    assertThat(thief.post("/authenticator/codes").leadsTo()).isEqualTo("/second-step?to=/authenticator");
    assertThat(thief.post("/authenticator", "code", "123456").leadsTo()).isEqualTo("/second-step?to=/authenticator");
    assertThat(thief.get("/passkeys").page().select("[data-passkey]")).isEmpty();
    assertThat(thief.postJson("/passkeys/options", "{}").status()).isEqualTo(403);
    assertThat(thief.postJson("/passkeys", "{}").status()).isEqualTo(422);
    assertThat(thief.post("/passkeys/abc/removal").leadsTo()).isEqualTo("/second-step?to=/passkeys");
    assertThat(second.since(supervisor)).isPresent();

    assertThat(owner.post("/authenticator/removal").leadsTo()).isEqualTo("/authenticator");
    assertThat(second.since(supervisor)).isEmpty();
    assertThat(db.sql("select count(*) from notices.notice where account_id = :id and kind = 'second-step-changed'").param("id", supervisor.value()).query(Long.class).single())
        .as("told when it came and when it went").isEqualTo(2);
  }

  @Test
  void aVolunteerIsNotAsked() throws Exception {
    AccountId volunteer = SignIn.account("متطوعة");
    Visit visit = Visit.as(port, volunteer);
    visit.post("/authenticator", "code", digits(secretOn(visit), 0));
    Visit other = Visit.as(port, volunteer);
    assertThat(other.get("/desk").status()).isEqualTo(200);
    assertThat(other.get("/certificates").status()).isEqualTo(200);
  }

  @Test
  void theSecretIsSealedForOnePersonWithAKeyOutsideTheDatabase() throws Exception {
    AccountId person = SignIn.account("سر");
    String secret = secretOn(Visit.as(port, person));
    byte[] kept = db.sql("select secret from accounts.authenticator where account_id = :id").param("id", person.value()).query(byte[].class).single();
    byte[] plain = bytes(secret);
    assertThat(kept).hasSize(12 + 20 + 16);
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(new String(plain, StandardCharsets.ISO_8859_1));
    assertThat(seal.open(kept, person)).isEqualTo(plain);
    assertThatThrownBy(() -> seal.open(kept, SignIn.account("غيره"))).isInstanceOf(IllegalStateException.class);
    kept[20] ^= 1;
    assertThatThrownBy(() -> seal.open(kept, person)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whoLostEverythingIsLetInAgainFromTheConsole() throws Exception {
    AccountId supervisor = supervisor("ضائعة");
    Visit visit = Visit.as(port, supervisor);
    visit.post("/authenticator", "code", digits(secretOn(visit), 0));
    String contact = accounts.find(supervisor).flatMap(Account::contact).orElseThrow().text();
    assertThat(command.run(List.of("forget", contact))).isZero();
    assertThat(command.run(List.of("forget", "nobody@example.dz"))).isEqualTo(1);
    assertThat(command.run(List.of("forget"))).isEqualTo(2);
    assertThat(second.since(supervisor)).isEmpty();
    assertThat(visit.get("/supervision").leadsTo()).as("its sessions ended").startsWith("/sign-in");
    assertThat(Visit.as(port, supervisor).get("/supervision").status()).as("within the days of grace").isEqualTo(200);
  }

  @Test
  void recoveryCodesAreKeptAsSlowSaltedHashes() throws Exception {
    AccountId one = SignIn.account("واحدة");
    AccountId other = SignIn.account("أخرى");
    List<String> codes = second.confirm(session(one), digits(secretOn(Visit.as(port, one)), 0)).orElseThrow();
    second.confirm(session(other), digits(secretOn(Visit.as(port, other)), 0));
    List<byte[]> salts = db.sql("select distinct salt from accounts.recovery_code where account_id in (:one, :other)").param("one", one.value()).param("other", other.value())
        .query(byte[].class).list();
    assertThat(salts).hasSize(2).allSatisfy(salt -> assertThat(salt).hasSize(16));
    byte[] kept = db.sql("select code_hash from accounts.recovery_code where account_id = :one limit 1").param("one", one.value()).query(byte[].class).single();
    assertThat(codes).noneMatch(code -> java.util.Arrays.equals(kept, Secrets.hash(one.value() + " " + code.replace("-", ""))));
    long started = System.nanoTime();
    SlowHash.of("ABCDEFGHJK", salts.getFirst());
    assertThat(Duration.ofNanos(System.nanoTime() - started)).as("a guess costs").isGreaterThan(Duration.ofMillis(1));
    assertThat(second.pass(session(one), codes.get(3).toLowerCase(java.util.Locale.ROOT))).isInstanceOf(SecondStep.Tried.Passed.class);
    assertThat(second.pass(session(one), codes.get(3))).isInstanceOf(SecondStep.Tried.Wrong.class);
  }

  @Test
  void whoLeavesLeavesNoSecret() throws Exception {
    AccountId person = SignIn.account("راحل");
    Visit visit = Visit.as(port, person);
    visit.post("/authenticator", "code", digits(secretOn(visit), 0));
    accounts.close(person);
    assertThat(db.sql("select (select count(*) from accounts.authenticator where account_id = :id) + (select count(*) from accounts.recovery_code where account_id = :id)")
        .param("id", person.value()).query(Long.class).single()).isZero();
  }

  private AccountId supervisor(String name) {
    AccountId person = SignIn.account(name);
    Office.give(person, (String) null);
    return person;
  }

  private Session session(AccountId person) {
    return sessions.find(SignIn.as(person)).orElseThrow();
  }

  /** The secret as the page shows it, for who types it into the app. */
  private static String secretOn(Visit visit) {
    return Optional.ofNullable(visit.get("/authenticator").page().select("ol bdi").first()).orElseThrow().text().replace(" ", "");
  }

  private String digits(String secret, int steps) throws Exception {
    return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(new SecretKeySpec(bytes(secret), "HmacSHA1"), clock.instant().plusSeconds(30L * steps));
  }

  private static byte[] bytes(String base32) {
    BigInteger number = BigInteger.ZERO;
    for (char letter : base32.toCharArray()) number = number.shiftLeft(5).add(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
    byte[] bytes = new byte[20];
    for (int i = 19; i >= 0; i--, number = number.shiftRight(8)) bytes[i] = number.byteValue();
    return bytes;
  }
}
