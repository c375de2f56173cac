package dz.linatatawwa.entrances;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.entrances.Entrance.FirstRole;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in by an institution: who it vouches for comes into the account that they linked themselves, and nobody else does, whatever is sent. */
@WorldTest
class EntranceTests {

  @LocalServerPort int port;
  @Autowired Entrances entrances;
  @Autowired JdbcClient db;

  private final FakeProvider provider = new FakeProvider();
  private final AccountId administrator = SignIn.administrator("مديرة");

  EntranceTests() throws Exception {}

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void whoIsLinkedOnceComesInByTheInstitution() {
    EntranceId id = entrance(List.of(), FirstRole.NONE, null);
    AccountId amina = SignIn.account("أمينة");
    linked(id, amina);
    Visit fresh = new Visit(port);
    Visit.Answer back = through(fresh, id, "/inbox");
    assertThat(back.leadsTo()).isEqualTo("/inbox");
    assertThat(fresh.get("/inbox").status()).isEqualTo(200);
    assertThat(fresh.get("/sessions").page().text()).contains("بحساب مؤسسة");
    assertThat(session(amina)).containsEntry("way_in", "institution").containsEntry("second_at", null);
    assertThat(notices(amina, "entrance-linked")).isEqualTo(1);
    assertThat(fresh.get("/entrances").page().select("form[action$=/removal]")).hasSize(1);
    assertThat(fresh.post("/entrances/" + id + "/removal").status()).isEqualTo(303);
    assertThat(through(new Visit(port), id, "").leadsTo()).isEqualTo("/entrances/link");
  }

  @Test
  void anAddressThatLooksTheSameOpensNothing() {
    EntranceId id = entrance(List.of(), FirstRole.NONE, null);
    AccountId amina = SignIn.account("أمينة");
    db.sql("update accounts.account set email = 'amina@univ.example' where id = :id").param("id", amina.value()).update();
    Visit fresh = new Visit(port);
    assertThat(through(fresh, id, "").leadsTo()).isEqualTo("/entrances/link");
    assertThat(fresh.cookies()).doesNotContainKey(SignIn.COOKIE);
    assertThat(fresh.get("/entrances/link").page().select("a[href^=/sign-in?to]")).hasSize(1);
    assertThat(fresh.get("/entrances/link").page().select("form[action=/entrances/link]")).isEmpty();
    assertThat(fresh.post("/entrances/link").leadsTo()).startsWith("/sign-in");
  }

  @Test
  void whatTheInstitutionDidNotSignForUsForThisSignInAndNowIsRefused() throws Exception {
    EntranceId id = entrance(List.of(), FirstRole.NONE, null);
    linked(id, SignIn.account("أمينة"));
    Date past = Date.from(Instant.now().minusSeconds(600));
    Date future = Date.from(Instant.now().plusSeconds(600));
    refused(id, () -> provider.claims = usual -> usual.claim("nonce", "another"));
    refused(id, () -> provider.claims = usual -> usual.claim("nonce", null));
    refused(id, () -> provider.claims = usual -> usual.issuer("https://accounts.other.example"));
    refused(id, () -> provider.claims = usual -> usual.audience("somebody-else"));
    refused(id, () -> provider.claims = usual -> usual.audience(List.of(FakeProvider.CLIENT, "somebody-else")).claim("azp", "somebody-else"));
    refused(id, () -> provider.claims = usual -> usual.audience(List.of(FakeProvider.CLIENT, "somebody-else")));
    refused(id, () -> provider.claims = usual -> usual.expirationTime(past));
    refused(id, () -> provider.claims = usual -> usual.issueTime(future));
    refused(id, () -> provider.claims = usual -> usual.subject(null));
    provider.claims = usual -> usual;
    for (String forged : List.of("none", "HS256", "stranger")) refused(id, () -> provider.signing = forged);
    provider.signing = "RS256";
    refused(id, () -> provider.more = Map.of("sub", "somebody-else", "email", "amina@univ.example", "email_verified", true));
    assertThat(db.sql("select count(*) from entrances.vouched where entrance_id = :id").param("id", id.value()).query(Integer.class).single()).isZero();
  }

  @Test
  void whoIsNotOfTheInstitutionIsRefused() {
    EntranceId id = entrance(List.of(), FirstRole.NONE, null);
    provider.more = Map.of("sub", "amina", "email", "amina@univ.example", "email_verified", false);
    assertThat(through(new Visit(port), id, "").leadsTo()).isEqualTo("/sign-in");
    provider.more = Map.of("sub", "amina", "email", "amina@elsewhere.example", "email_verified", true);
    assertThat(through(new Visit(port), id, "").leadsTo()).isEqualTo("/sign-in");
    provider.more = Map.of("sub", "amina");
    assertThat(through(new Visit(port), id, "").leadsTo()).isEqualTo("/sign-in");
  }

  @Test
  void aSignInIsUsedOnceByTheBrowserThatBeganItWithinTenMinutes() {
    EntranceId other = entrance(List.of(), FirstRole.NONE, null);
    EntranceId id = entrance(List.of(), FirstRole.NONE, null);
    linked(id, SignIn.account("أمينة"));
    Visit amina = new Visit(port);
    String back = back(id, provider.agree(begun(amina, id, "")));
    Visit thief = new Visit(port);
    begun(thief, id, "");
    provider.agree(begun(amina, id, ""));
    assertThat(thief.get(back).leadsTo()).as("a state of another browser").isEqualTo("/sign-in");
    String again = back(id, provider.agree(begun(amina, id, "")));
    assertThat(amina.get(again.replace("/with/" + id, "/with/" + other)).leadsTo()).as("another institution's").isEqualTo("/sign-in");
    String once = back(id, provider.agree(begun(amina, id, "")));
    Map<String, String> cookies = Map.copyOf(amina.cookies());
    assertThat(amina.get(once).leadsTo()).isEqualTo("/desk");
    int redeemed = provider.redeemed();
    amina.cookies().clear();
    amina.cookies().putAll(cookies);
    assertThat(amina.get(once).leadsTo()).as("the same again").isEqualTo("/sign-in");
    Visit late = new Visit(port);
    String tooLate = back(id, provider.agree(begun(late, id, "")));
    TestClock.one().goAhead(Duration.ofMinutes(11));
    assertThat(late.get(tooLate).leadsTo()).isEqualTo("/sign-in");
    TestClock.one().back();
    assertThat(provider.redeemed()).as("no code was given away").isEqualTo(redeemed);
  }

  @Test
  void whoAnswersIsWhoWasAsked() {
    EntranceId id = entrance(List.of(), FirstRole.NONE, null);
    Visit visit = new Visit(port);
    String back = back(id, provider.agree(begun(visit, id, "")));
    assertThat(visit.get(back.replaceAll("&iss=.*", "&iss=https://other.example")).leadsTo()).isEqualTo("/sign-in");
    String missing = back(id, provider.agree(begun(visit, id, "")));
    assertThat(visit.get(missing.replaceAll("&iss=.*", "")).leadsTo()).isEqualTo("/sign-in");
    assertThat(provider.redeemed()).isZero();
    String denied = back(id, provider.agree(begun(visit, id, ""))).replace("code=the-code", "error=access_denied");
    assertThat(visit.get(denied).leadsTo()).isEqualTo("/sign-in");
  }

  @Test
  void afterTheInstitutionChangedItsKeysItsNewOnesHoldAndTheOldOnesDoNot() throws Exception {
    EntranceId id = entrance(List.of(), FirstRole.NONE, null);
    linked(id, SignIn.account("أمينة"));
    provider.rotate();
    assertThat(through(new Visit(port), id, "").leadsTo()).isEqualTo("/desk");
    refused(id, () -> provider.signing = "stranger");
  }

  @Test
  void aSecondStepThereCountsHereOnlyWhereThatIsSet() {
    EntranceId plain = entrance(List.of(), FirstRole.NONE, null);
    AccountId amina = SignIn.account("أمينة");
    provider.claims = usual -> usual.claim("amr", List.of("pwd", "mfa"));
    linked(plain, amina);
    through(new Visit(port), plain, "");
    assertThat(session(amina).get("second_at")).isNull();
    Entrance set = entrances.find(plain);
    entrances.change(plain, new EntranceWish(null, "جامعة", null, set.issuer(), set.clientId(), "", set.domains(), null, List.of(), List.of("mfa"), FirstRole.NONE), administrator);
    Visit visit = new Visit(port);
    through(visit, plain, "");
    assertThat(provider.asked().get("acr_values")).isEqualTo("mfa");
    assertThat(session(amina).get("second_at")).isNotNull();
  }

  @Test
  void whoLinksForTheFirstTimeBecomesWhatTheAdministratorSet() {
    OrganizationId organization = new OrganizationId(new Scene(db).organization(SignIn.account("رئيسة")));
    EntranceId none = entrance(List.of(), FirstRole.NONE, organization);
    AccountId amina = SignIn.account("أمينة");
    linked(none, amina);
    assertThat(role(organization, amina)).isEmpty();
    EntranceId reader = entrance(List.of(), FirstRole.READER, organization);
    linked(reader, amina);
    assertThat(role(organization, amina)).containsExactly("reader");
  }

  @Test
  void eachSideHasOneOther() {
    EntranceId id = entrance(List.of(), FirstRole.NONE, null);
    AccountId amina = SignIn.account("أمينة");
    linked(id, amina);
    Visit karim = Visit.as(port, SignIn.account("كريم"));
    // The institution's Amina is somebody here already: whoever sits at this browser comes in as her, never the other way round.
    assertThat(through(karim, id, "").leadsTo()).isEqualTo("/desk");
    assertThat(session(amina)).containsEntry("way_in", "institution");
    provider.more = Map.of("sub", "second", "email", "second@univ.example", "email_verified", true);
    provider.claims = usual -> usual.subject("second");
    Visit twice = Visit.as(port, amina);
    assertThat(through(twice, id, "").leadsTo()).isEqualTo("/entrances/link");
    twice.post("/entrances/link");
    assertThat(db.sql("select subject from entrances.identity where account_id = :id").param("id", amina.value()).query(String.class).list()).containsExactly("amina");
  }

  @Test
  void whoseWaysInChangedLatelyLinksNothing() {
    EntranceId id = entrance(List.of(), FirstRole.NONE, null);
    AccountId amina = SignIn.account("أمينة");
    db.sql("update accounts.account set held_until = now() + interval '2 days' where id = :id").param("id", amina.value()).update();
    Visit visit = Visit.as(port, amina);
    through(visit, id, "");
    assertThat(visit.post("/entrances/link").leadsTo()).startsWith("/contact/hold");
  }

  @Test
  void anInstitutionThatIsClosedLetsNobodyInAndIsNotOffered() {
    EntranceId id = entrance(List.of(), FirstRole.NONE, null);
    linked(id, SignIn.account("أمينة"));
    Visit visit = new Visit(port);
    assertThat(visit.get("/sign-in").page().select("a[href=/sign-in/with/" + id + "]")).hasSize(1);
    String back = back(id, provider.agree(begun(visit, id, "")));
    entrances.close(id, administrator);
    assertThat(visit.get(back).leadsTo()).isEqualTo("/sign-in");
    assertThat(visit.get("/sign-in").page().select("a[href=/sign-in/with/" + id + "]")).isEmpty();
    assertThat(visit.get("/sign-in/with/" + id).leadsTo()).isEqualTo("/sign-in");
  }

  @Test
  void anInstitutionWhoseAddressesLeadInsideOrThatIsSomebodyElseIsNotAsked() {
    EntranceId id = entrance(List.of(), FirstRole.NONE, null);
    for (Map<String, Object> says : List.<Map<String, Object>>of(Map.of("token_endpoint", "https://10.0.0.1/token"), Map.of("jwks_uri", "https://127.0.0.1/jwks"),
        Map.of("issuer", "https://other.example"), Map.of("id_token_signing_alg_values_supported", List.of("none", "HS256")))) {
      provider.says.clear();
      provider.says.putAll(says);
      assertThat(new Visit(port).get("/sign-in/with/" + id).leadsTo()).as(says.toString()).isEqualTo("/sign-in");
    }
  }

  @Test
  void onlyAdministratorsKeepInstitutionsAndTheSecretIsShownToNobody() {
    Visit visit = Visit.as(port, administrator);
    String[] typed = {"nameAr", "جامعة الاختبار", "issuer", provider.issuer(), "clientId", "by-page", "secret", "very-secret-words", "domains", "@Univ.example, etu.univ.example", "role", "none"};
    String made = visit.post("/administration/entrances", typed).leadsTo();
    assertThat(made).startsWith("/administration/entrances/");
    assertThat(visit.get(made).body()).doesNotContain("very-secret-words").contains(made.replace("/administration/entrances", "/sign-in/with") + "/back");
    assertThat(visit.get(made).page().select("#domains").text()).isEqualToNormalizingWhitespace("univ.example etu.univ.example");
    assertThat(db.sql("select count(*) from entrances.entrance where position('very-secret-words'::bytea in secret) > 0").query(Integer.class).single()).isZero();
    assertThat(visit.post("/administration/entrances", typed).page().select("#clientId-problem")).hasSize(1);
    assertThat(visit.post("/administration/entrances", "nameAr", "جامعة", "issuer", "https://127.0.0.1", "clientId", "x", "secret", "x", "domains", "a.example", "role", "none").page()
        .select("#issuer-problem")).hasSize(1);
    assertThat(visit.post("/administration/entrances", "nameAr", "جامعة", "issuer", provider.issuer(), "clientId", "x", "secret", "x", "role", "coordinator").page()
        .select("#domains-problem, #organization-problem")).hasSize(2);
    assertThat(Visit.as(port, SignIn.account("كريم")).get("/administration/entrances").status()).isEqualTo(404);
    assertThat(visit.post(made + "/closure").status()).isEqualTo(303);
    assertThat(db.sql("select deed from supervision.audit where object_kind = 'entrance' order by id").query(String.class).list()).contains("entrance.added", "entrance.closed");
  }

  private EntranceId entrance(List<String> second, FirstRole role, @Nullable OrganizationId organization) {
    String client = FakeProvider.CLIENT;
    db.sql("update entrances.entrance set client_id = client_id || '-before-' || id where issuer = :issuer and client_id = :client").param("issuer", provider.issuer())
        .param("client", client).update();
    return entrances.add(new EntranceWish(organization, "جامعة الاختبار", null, provider.issuer(), client, FakeProvider.SECRET, List.of("univ.example"), null, List.of(), second, role),
        administrator).orElseThrow();
  }

  /** The person links their account at the institution to theirs here, in their own browser. */
  private void linked(EntranceId id, AccountId account) {
    Visit visit = Visit.as(port, account);
    assertThat(through(visit, id, "").leadsTo()).isEqualTo("/entrances/link");
    assertThat(visit.get("/entrances/link").page().select("form[action=/entrances/link]")).hasSize(1);
    assertThat(visit.post("/entrances/link").leadsTo()).isEqualTo("/entrances");
  }

  private Visit.Answer through(Visit visit, EntranceId id, String to) {
    return visit.get(back(id, provider.agree(begun(visit, id, to))));
  }

  /** Where the browser is sent to. */
  private static String begun(Visit visit, EntranceId id, String to) {
    return visit.get("/sign-in/with/" + id + (to.isEmpty() ? "" : "?to=" + to)).header("Location").orElseThrow();
  }

  private static String back(EntranceId id, String query) {
    return "/sign-in/with/" + id + "/back" + query;
  }

  private void refused(EntranceId id, Runnable attack) {
    attack.run();
    Visit visit = new Visit(port);
    assertThat(through(visit, id, "").leadsTo()).isEqualTo("/sign-in");
    assertThat(visit.cookies()).doesNotContainKeys(SignIn.COOKIE, "vouched");
  }

  private Map<String, Object> session(AccountId account) {
    return db.sql("select way_in, second_at from accounts.session where account_id = :id order by opened_at desc limit 1").param("id", account.value()).query().singleRow();
  }

  private int notices(AccountId account, String kind) {
    return db.sql("select count(*) from notices.notice where account_id = :id and kind = :kind").param("id", account.value()).param("kind", kind).query(Integer.class).single();
  }

  private List<String> role(OrganizationId organization, AccountId person) {
    return db.sql("select role from organizations.member where organization_id = :id and account_id = :person and ended_at is null").param("id", organization.value())
        .param("person", person.value()).query(String.class).list();
  }
}
