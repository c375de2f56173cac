package dz.linatatawwa.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@WorldTest
class SessionTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Sessions sessions;
  @Autowired SeenSessions written;
  @Autowired Accounts accounts;
  @Autowired SessionCommand command;
  @Autowired Setup setup;

  @BeforeEach
  void fullAllowances() {
    db.sql("delete from accounts.allowance").update();
  }

  @Test
  void listsWhereAPersonIsSignedInAndEndsTheOthersAtOnce() {
    AccountId amina = SignIn.account("أمينة");
    Visit phone = Visit.as(port, amina);
    Visit desktop = Visit.as(port, amina);
    Visit karim = Visit.as(port, SignIn.account("كريم"));
    assertThat(desktop.get("/sessions").status()).isEqualTo(200);
    assertThat(phone.get("/sessions").page().select(".accounts-row")).hasSize(2);
    assertThat(phone.post("/sessions/others/end").status()).isEqualTo(303);
    assertThat(desktop.get("/sessions").status()).isEqualTo(303);
    assertThat(phone.get("/sessions").page().select(".accounts-row")).hasSize(1);
    assertThat(karim.get("/sessions").status()).isEqualTo(200);
  }

  @Test
  void endsOneOfOnesOwnSessionsButNeverAnothersPersons() {
    AccountId amina = SignIn.account("أمينة");
    Visit phone = Visit.as(port, amina);
    Visit desktop = Visit.as(port, amina);
    desktop.get("/sessions");
    String action = phone.get("/sessions").page().selectFirst(".accounts-row form[action$=/end]").attr("action");
    assertThat(Visit.as(port, SignIn.account("كريم")).post(action).status()).isEqualTo(404);
    assertThat(desktop.get("/sessions").status()).isEqualTo(200);
    assertThat(phone.post(action).status()).isEqualTo(303);
    assertThat(desktop.get("/sessions").status()).isEqualTo(303);
  }

  @Test
  void signOutEndsTheSessionItself() {
    Visit amina = Visit.as(port, SignIn.account("أمينة"));
    String token = amina.cookies().get(SignIn.COOKIE);
    amina.get("/sessions");
    assertThat(amina.get("/sign-out").status()).isBetween(404, 405);
    assertThat(amina.post("/sign-out").leadsTo()).isEqualTo("/");
    assertThat(amina.cookies()).doesNotContainKey(SignIn.COOKIE);
    Visit thief = new Visit(port);
    thief.cookies().put(SignIn.COOKIE, token);
    assertThat(thief.get("/sessions").status()).isEqualTo(303);
  }

  @Test
  void aSessionEndsWhenNobodyUsesItAndInAnyCase() {
    AccountId amina = SignIn.account("أمينة");
    String idle = SignIn.as(amina);
    String old = SignIn.as(amina);
    String living = SignIn.as(amina);
    assertThat(sessions.find(living)).isPresent();
    db.sql("update accounts.session set seen_at = now() - interval '15 days' where token_hash = :hash").param("hash", Secrets.hash(idle)).update();
    db.sql("update accounts.session set expires_at = now() where token_hash = :hash").param("hash", Secrets.hash(old)).update();
    assertThat(sessions.find(idle)).isEmpty();
    assertThat(sessions.find(old)).isEmpty();
  }

  @Test
  void aSessionThatIsKnownCostsNoQueryForSomeSeconds() {
    String token = SignIn.as(SignIn.account("أمينة"));
    assertThat(sessions.find(token)).isPresent();
    db.sql("delete from accounts.session where token_hash = :hash").param("hash", Secrets.hash(token)).update();
    assertThat(sessions.find(token)).isPresent();
    sessions.forgetEverything();
    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void usingASessionIsWrittenDownTogetherWithOthersEveryFiveMinutesAtMost() {
    String token = SignIn.as(SignIn.account("أمينة"));
    sessions.find(token);
    written.write();
    assertThat(seen(token)).isEqualTo("now");
    db.sql("update accounts.session set seen_at = now() - interval '4 minutes' where token_hash = :hash").param("hash", Secrets.hash(token)).update();
    sessions.forgetEverything();
    sessions.find(token);
    written.write();
    assertThat(seen(token)).isEqualTo("before");
    db.sql("update accounts.session set seen_at = now() - interval '6 minutes' where token_hash = :hash").param("hash", Secrets.hash(token)).update();
    sessions.forgetEverything();
    sessions.find(token);
    written.write();
    assertThat(seen(token)).isEqualTo("now");
  }

  private String seen(String token) {
    return db.sql("select case when seen_at > now() - interval '1 minute' then 'now' else 'before' end from accounts.session where token_hash = :hash")
        .param("hash", Secrets.hash(token)).query(String.class).single();
  }

  @Test
  void anAdministratorsSessionSleepsTwelveHoursAtMost() {
    String staff = SignIn.as(SignIn.administrator("المدير"));
    String person = SignIn.as(SignIn.account("أمينة"));
    db.sql("update accounts.session set seen_at = now() - interval '13 hours' where token_hash in (:one, :other)")
        .param("one", Secrets.hash(staff)).param("other", Secrets.hash(person)).update();
    assertThat(sessions.find(staff)).isEmpty();
    assertThat(sessions.find(person)).isPresent();
  }

  @Test
  void whoLeavesIsSignedOutEverywhereAndKeepsNoContact() {
    AccountId amina = SignIn.account("أمينة");
    Visit visit = Visit.as(port, amina);
    visit.get("/sessions");
    accounts.close(amina);
    assertThat(visit.get("/sessions").status()).isEqualTo(303);
    assertThat(accounts.find(amina)).isEmpty();
  }

  @Test
  void anAdministratorEndsOnePersonsOrEverybodysSessions() {
    AccountId amina = SignIn.account("أمينة");
    AccountId karim = SignIn.account("كريم");
    Visit hers = Visit.as(port, amina);
    Visit his = Visit.as(port, karim);
    String contact = accounts.find(amina).orElseThrow().email();
    assertThat(command.run(List.of("end", contact))).isZero();
    assertThat(hers.get("/sessions").leadsTo()).startsWith("/sign-in");
    assertThat(his.get("/sessions").status()).isEqualTo(200);
    assertThat(command.run(List.of("end", "--everybody"))).isZero();
    assertThat(his.get("/sessions").leadsTo()).startsWith("/sign-in");
    assertThat(command.run(List.of("end", "nobody@example.dz"))).isEqualTo(1);
    assertThat(command.run(List.of("end"))).isEqualTo(2);
  }

  @Test
  void overHttpsTheCookieIsBoundToThisHost() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSecure(true);
    MockHttpServletResponse response = new MockHttpServletResponse();
    Cookies.SESSION.set(request, response, "value", java.time.Duration.ofDays(1));
    assertThat(response.getHeader("Set-Cookie")).startsWith("__Host-session=value").contains("Secure").contains("HttpOnly").contains("SameSite=Lax")
        .contains("Path=/").doesNotContain("Domain");
    request.setCookies(new jakarta.servlet.http.Cookie("session", "planted"));
    assertThat(Cookies.SESSION.of(request)).isEmpty();
  }

  @Test
  void changesAContactAfterAFreshCodeAndTellsTheOldOne() {
    AccountId amina = SignIn.account("أمينة");
    String before = accounts.find(amina).orElseThrow().email();
    Visit visit = Visit.as(port, amina);
    db.sql("update accounts.session set proved_at = now() - interval '1 hour' where account_id = :id").param("id", amina.value()).update();
    visit.get("/contact");
    assertThat(visit.post("/contact", "contact", "new@example.dz").leadsTo()).isEqualTo("/contact");
    assertThat(db.sql("select count(*) from accounts.one_time_code where contact = 'new@example.dz'").query(Integer.class).single()).isZero();

    visit.post("/contact/proof");
    assertThat(visit.post("/contact/code", "code", SignIn.code(before)).leadsTo()).isEqualTo("/contact");
    visit.get("/contact");
    assertThat(visit.post("/contact", "contact", "new@example.dz").leadsTo()).isEqualTo("/contact/code");
    assertThat(visit.post("/contact/code", "code", SignIn.code("new@example.dz")).status()).isEqualTo(303);
    assertThat(accounts.find(amina).orElseThrow().email()).isEqualTo("new@example.dz");
    assertThat(db.sql("select count(*) from notices.delivery d join notices.notice n on n.id = d.notice_id where address = :old and kind = 'contact-changed'")
        .param("old", before).query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void doesNotTakeAContactThatAnotherAccountHas() {
    AccountId karim = SignIn.account("كريم");
    String his = accounts.find(karim).orElseThrow().email();
    AccountId amina = SignIn.account("أمينة");
    Visit visit = Visit.as(port, amina);
    visit.get("/contact");
    visit.post("/contact", "contact", his);
    assertThat(visit.post("/contact/code", "code", SignIn.code(his)).status()).isEqualTo(422);
    assertThat(accounts.findBy(Contact.of(his))).contains(karim);
  }

  @Test
  void theFirstRunMakesOneAdministratorWithTheCodeOfTheConsole() {
    db.sql("update accounts.account set administrator = false").update();
    assertThat(new Visit(port).get("/setup").status()).isEqualTo(404);
    String code = setup.begin().orElseThrow();
    try {
      Visit visit = new Visit(port);
      assertThat(visit.get("/").leadsTo()).isEqualTo("/setup");
      assertThat(visit.get("/setup").status()).isEqualTo(200);
      assertThat(visit.post("/setup", "name", "", "contact", "x", "code", "").status()).isEqualTo(422);
      assertThat(visit.post("/setup", "name", "سمير", "contact", "samir@example.dz", "code", "AAAA-AAAA").status()).isEqualTo(422);
      assertThat(visit.post("/setup", "name", "سمير", "contact", "samir@example.dz", "code", code.toLowerCase().replace("-", " ")).leadsTo()).isEqualTo("/passkeys");
      AccountId made = accounts.findBy(new Contact.Email("samir@example.dz")).orElseThrow();
      assertThat(accounts.find(made).orElseThrow().administrator()).isTrue();
      assertThat(accounts.consents(made, "joining")).isTrue();
      assertThat(sessions.of(made)).singleElement().extracting(Session::wayIn).isEqualTo("setup");
      assertThat(visit.get("/setup").status()).isEqualTo(404);
      assertThat(setup.begin()).isEmpty();
    } finally {
      SignIn.administrator("المدير");
      setup.begin();
    }
  }

  @Test
  void guessingTheSetupCodeIsLimited() {
    db.sql("update accounts.account set administrator = false").update();
    setup.begin();
    try {
      Visit visit = new Visit(port);
      visit.get("/setup");
      List<Integer> answers = java.util.stream.IntStream.range(0, 25)
          .mapToObj(i -> visit.post("/setup", "name", "x", "contact", "x@example.dz", "code", "AAAA-AAA" + i).status()).toList();
      assertThat(answers).endsWith(429);
      assertThat(answers.stream().filter(status -> status == 422)).hasSize(20);
    } finally {
      SignIn.administrator("المدير");
      setup.begin();
    }
  }
}
