package dz.linatatawwa.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.Visit.Answer;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class SignInTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Accounts accounts;

  @BeforeEach
  void fullAllowances() {
    db.sql("delete from accounts.allowance").update();
  }

  @Test
  void signsInWithTheCodeAndComesBackToThePage() {
    account("amina@example.dz");
    Visit amina = new Visit(port);
    amina.get("/sign-in?to=/commitments");
    assertThat(amina.post("/sign-in", "contact", "Amina@Example.dz", "to", "/commitments").leadsTo()).isEqualTo("/sign-in/code?to=%2Fcommitments");
    assertThat(amina.get("/sign-in/code?to=%2Fcommitments").body()).contains("amina@example.dz").contains("autocomplete=\"one-time-code\"");
    Answer in = amina.post("/sign-in/code", "code", SignIn.code("amina@example.dz"), "to", "/commitments");
    assertThat(in.status()).isEqualTo(303);
    assertThat(in.leadsTo()).isEqualTo("/commitments");
    assertThat(amina.get("/sessions").status()).isEqualTo(200);
  }

  @Test
  void takesACodeInArabicDigitsWithSpaces() {
    account("arabic@example.dz");
    Visit visit = asked("arabic@example.dz");
    StringBuilder typed = new StringBuilder(" ");
    SignIn.code("arabic@example.dz").chars().forEach(c -> typed.append((char) ('٠' + c - '0')).append(typed.length() == 4 ? " " : ""));
    assertThat(visit.post("/sign-in/code", "code", typed.toString()).status()).isEqualTo(303);
  }

  @Test
  void leadsSomebodyNewOnToJoining() {
    Visit visit = asked("0551000001");
    Answer on = visit.post("/sign-in/code", "code", SignIn.code("+213551000001"), "to", "/opportunities/7");
    assertThat(on.leadsTo()).isEqualTo("/join?to=%2Fopportunities%2F7");
    assertThat(accounts.findBy(new Contact.Phone("+213551000001"))).isEmpty();
    assertThat(visit.cookies()).doesNotContainKey(SignIn.COOKIE);
  }

  @Test
  void tellsNobodyWhetherAnAccountExists() {
    account("known@example.dz");
    Answer known = ask(new Visit(port), "known@example.dz");
    Answer unknown = ask(new Visit(port), "stranger@example.dz");
    assertThat(known.status()).isEqualTo(unknown.status());
    assertThat(known.leadsTo()).isEqualTo(unknown.leadsTo());
    Visit one = asked("known2@example.dz");
    account("known2@example.dz");
    Visit other = asked("stranger2@example.dz");
    Answer wrongForKnown = one.post("/sign-in/code", "code", other("known2@example.dz"));
    Answer wrongForUnknown = other.post("/sign-in/code", "code", other("stranger2@example.dz"));
    assertThat(plain(wrongForKnown).replace("known2", "")).isEqualTo(plain(wrongForUnknown).replace("stranger2", ""));
    assertThat(wrongForKnown.status()).isEqualTo(422).isEqualTo(wrongForUnknown.status());
  }

  @Test
  void refusesTheRightCodeAfterFiveWrongOnes() {
    account("five@example.dz");
    Visit visit = asked("five@example.dz");
    String code = SignIn.code("five@example.dz");
    for (int i = 0; i < Codes.TRIES; i++) assertThat(visit.post("/sign-in/code", "code", other("five@example.dz")).status()).isEqualTo(422);
    assertThat(visit.post("/sign-in/code", "code", code).status()).isEqualTo(422);
    assertThat(visit.cookies()).doesNotContainKey(SignIn.COOKIE);
  }

  @Test
  void comparesNoMoreThanFiveOfManyTriesAtOnce() throws Exception {
    account("burst@example.dz");
    Visit visit = asked("burst@example.dz");
    visit.get("/sign-in/code");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> tries = java.util.Collections.nCopies(30, () -> visit.post("/sign-in/code", "code", other("burst@example.dz")));
      for (var one : threads.invokeAll(tries)) assertThat(one.get().status()).isEqualTo(422);
    }
    assertThat(db.sql("select attempts from accounts.one_time_code where contact = 'burst@example.dz'").query(Integer.class).single()).isEqualTo(5);
  }

  @Test
  void aCodeWorksOnce() {
    account("once@example.dz");
    Visit visit = asked("once@example.dz");
    String ticket = visit.cookies().get("ticket");
    String code = SignIn.code("once@example.dz");
    assertThat(visit.post("/sign-in/code", "code", code).status()).isEqualTo(303);
    Visit thief = new Visit(port);
    thief.get("/sign-in");
    thief.cookies().put("ticket", ticket);
    assertThat(thief.post("/sign-in/code", "code", code).status()).isEqualTo(422);
  }

  @Test
  void aCodeWorksOnlyInTheBrowserThatAsked() {
    account("mine@example.dz");
    asked("mine@example.dz");
    Visit thief = asked("thief@example.dz");
    assertThat(thief.post("/sign-in/code", "code", SignIn.code("mine@example.dz")).status()).isEqualTo(422);
    Visit without = new Visit(port);
    without.get("/sign-in");
    assertThat(without.post("/sign-in/code", "code", SignIn.code("mine@example.dz")).status()).isEqualTo(422);
  }

  @Test
  void aCodeOlderThanTenMinutesIsRefused() {
    account("late@example.dz");
    Visit visit = asked("late@example.dz");
    db.sql("update accounts.one_time_code set expires_at = now() - interval '1 second' where contact = 'late@example.dz'").update();
    assertThat(visit.post("/sign-in/code", "code", SignIn.code("late@example.dz")).status()).isEqualTo(422);
  }

  @Test
  void keepsNoCodeInTheClear() {
    Visit visit = asked("hash@example.dz");
    String code = SignIn.code("hash@example.dz");
    byte[] hash = db.sql("select code_hash from accounts.one_time_code where contact = 'hash@example.dz'").query(byte[].class).single();
    assertThat(hash).hasSize(32).isNotEqualTo(Secrets.hash(code));
    assertThat(visit.cookies().get("ticket")).doesNotContain(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/\t/evil", "", "/sign-out", "\\\\evil"})
  void leadsNowhereOutside(String to) {
    account("way" + Math.abs(to.hashCode()) + "@example.dz");
    Visit visit = asked("way" + Math.abs(to.hashCode()) + "@example.dz");
    assertThat(visit.post("/sign-in/code", "code", SignIn.code("way" + Math.abs(to.hashCode()) + "@example.dz"), "to", to).leadsTo()).isEqualTo("/desk");
  }

  @Test
  void sendsOneCodeAMinuteToAContactAndFiveADay() {
    assertThat(ask(new Visit(port), "limit@example.dz").status()).isEqualTo(303);
    Answer refused = ask(new Visit(port), "limit@example.dz");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow())).isBetween(1, 61);
    for (int i = 0; i < 6; i++) {
      db.sql("delete from accounts.allowance where bucket like 'code-contact-minute%'").update();
      ask(new Visit(port), "limit@example.dz");
    }
    assertThat(db.sql("select count(*) from accounts.one_time_code where contact = 'limit@example.dz'").query(Integer.class).single()).isLessThanOrEqualTo(5);
  }

  @Test
  void whoWasSignedInHereBeforeKeepsTriesThatOthersCannotUseUp() {
    account("owner@example.dz");
    Visit owner = asked("owner@example.dz");
    owner.post("/sign-in/code", "code", SignIn.code("owner@example.dz"));
    owner.post("/sign-out");
    db.sql("delete from accounts.allowance where bucket like 'code-contact-minute%'").update();
    for (int i = 0; i < 8; i++) {
      ask(new Visit(port), "owner@example.dz");
      db.sql("delete from accounts.allowance where bucket like 'code-contact-minute%'").update();
    }
    assertThat(ask(new Visit(port), "owner@example.dz").status()).isEqualTo(429);
    assertThat(ask(owner, "owner@example.dz").status()).isEqualTo(303);
  }

  @Test
  void sendsFifteenMessagesAnHourToPhonesFromOneAddress() {
    int sent = 0;
    for (int i = 0; i < 20; i++) if (ask(new Visit(port), "0661" + (200000 + i * 1111)).status() == 303) sent++;
    assertThat(sent).isEqualTo(15);
    assertThat(ask(new Visit(port), "mail-still-goes@example.dz").status()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", "+33612345678", "021234567", "a@b"})
  void sendsTheFormBackWithTheReasonAndWhatWasTyped(String typed) {
    Visit visit = new Visit(port);
    visit.get("/sign-in");
    Answer answer = visit.post("/sign-in", "contact", typed);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().selectFirst("input[name=contact]").val()).isEqualTo(typed);
    assertThat(answer.page().selectFirst("#contact-problem")).isNotNull();
  }

  @Test
  void aSessionAfterSignInIsNewAndTheOneBeforeIsOver() {
    AccountId id = account("again@example.dz");
    Visit visit = Visit.as(port, id);
    String before = visit.cookies().get(SignIn.COOKIE);
    visit.get("/contact");
    visit.post("/sign-in", "contact", "again@example.dz");
    visit.post("/sign-in/code", "code", SignIn.code("again@example.dz"));
    assertThat(visit.cookies().get(SignIn.COOKIE)).isNotEqualTo(before);
    Visit old = new Visit(port);
    old.cookies().put(SignIn.COOKIE, before);
    assertThat(old.get("/sessions").leadsTo()).startsWith("/sign-in");
  }

  @Test
  void aSessionThatSomebodyElseChoseIsNotTaken() {
    account("fixed@example.dz");
    Visit visit = new Visit(port);
    String planted = Secrets.token();
    visit.cookies().put(SignIn.COOKIE, planted);
    visit.get("/sign-in");
    visit.post("/sign-in", "contact", "fixed@example.dz");
    visit.post("/sign-in/code", "code", SignIn.code("fixed@example.dz"));
    assertThat(visit.cookies().get(SignIn.COOKIE)).isNotEqualTo(planted);
    Visit attacker = new Visit(port);
    attacker.cookies().put(SignIn.COOKIE, planted);
    assertThat(attacker.get("/api/session").body()).contains("\"signedIn\":false");
  }

  @Test
  void signInSetsACookieThatScriptsAndForeignFormsCannotUse() {
    account("cookie@example.dz");
    Visit visit = asked("cookie@example.dz");
    Answer in = visit.post("/sign-in/code", "code", SignIn.code("cookie@example.dz"));
    String cookie = in.setCookies().stream().filter(c -> c.startsWith("session=")).findFirst().orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/").doesNotContain("Domain");
    assertThat(in.header("Cache-Control").orElse("")).contains("no-store");
  }

  private AccountId account(String email) {
    return accounts.openOrFind(new Contact.Email(email), "أمينة", dz.linatatawwa.language.Language.AR);
  }

  private Visit asked(String contact) {
    Visit visit = new Visit(port);
    assertThat(ask(visit, contact).status()).isEqualTo(303);
    return visit;
  }

  private static Answer ask(Visit visit, String contact) {
    visit.get("/sign-in");
    return visit.post("/sign-in", "contact", contact);
  }

  private static String other(String contact) {
    return "%06d".formatted((Integer.parseInt(SignIn.code(contact)) + 1) % 1_000_000);
  }

  private static String plain(Answer answer) {
    return answer.page().selectFirst("main").text();
  }
}
