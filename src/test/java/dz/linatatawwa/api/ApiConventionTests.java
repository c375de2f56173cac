package dz.linatatawwa.api;

import static dz.linatatawwa.api.OtherSystem.json;
import static dz.linatatawwa.api.OtherSystem.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.site.ProblemType;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds for every address under {@code /api/v1}. */
@WorldTest
class ApiConventionTests {

  private static final String OWN = "/api/v1/own/opportunities";

  @Autowired ApiKeys keys;
  @Autowired GivenAnswers answers;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  private final JdbcClient db = JdbcClient.create(TestDatabase.one());
  private KeyedBody body;
  private OtherSystem system;

  @BeforeEach
  void aBody() {
    body = new KeyedBody(db, keys);
    system = body.system(port);
  }

  private static String draft(String title) {
    return "{\"title\": \"" + title + "\"}";
  }

  private int drafts() {
    return db.sql("select count(*) from opportunities.opportunity where organization_id = :id").param("id", body.organization).query(Integer.class).single();
  }

  @Test
  void aListIsWalkedPartByPartWithoutMissingOrRepeatingWhileItGrows() {
    for (int i = 0; i < 7; i++) body.scene.opportunity(body.organization, "at-once", 18);
    List<Long> seen = new ArrayList<>();
    String next = OWN + "?limit=3&state=published";
    while (!next.isEmpty()) {
      Visit.Answer part = system.get(next);
      json(part).path("items").forEach(item -> seen.add(item.path("id").asLong()));
      body.scene.opportunity(body.organization, "at-once", 18);
      next = part.header("Link").map(link -> link.replaceFirst("^<([^>]*)>; rel=\"next\"$", "$1")).orElse("");
      assertThat(json(part).path("next").isNull()).isEqualTo(next.isEmpty());
    }
    assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo((one, other) -> Long.compare(other, one));
    for (String bad : List.of("limit=0", "limit=101", "limit=x", "after=x", "after=-1", "after=99999999999999999999", "state=elephant")) {
      Visit.Answer refused = system.get(OWN + "?" + bad);
      assertThat(refused.status()).as(bad).isEqualTo(400);
      assertThat(problem(refused)).isEqualTo("bad-request");
    }
  }

  @Test
  void whoHasReadItAlreadyGets304() {
    String at = system.post(OWN, draft("Une plage")).leadsTo();
    for (String path : List.of(at, OWN, "/api/v1/fields", "/api/v1/wilayas", "/api/v1/key", "/api/v1/campaigns")) {
      String tag = system.get(path).header("ETag").orElseThrow();
      Visit.Answer again = system.get(path, "If-None-Match", "\"other\", " + tag);
      assertThat(again.status()).as(path).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.header("ETag")).hasValue(tag);
      assertThat(system.get(path, "If-None-Match", "\"other\"").status()).isEqualTo(200);
    }
  }

  @Test
  void whoWritesSaysWhatTheySawAndNobodysChangeIsLost() throws Exception {
    String at = system.post(OWN, draft("Une plage")).leadsTo();
    Visit.Answer bare = system.send("PUT", at, draft("Sans"), "Content-Type", "application/json");
    assertThat(bare.status()).isEqualTo(428);
    assertThat(problem(bare)).isEqualTo("tag-needed");
    String tag = system.get(at).header("ETag").orElseThrow();
    List<Visit.Answer> both = atOnce(6, i -> () -> system.put(at, draft("Une plage " + i), tag));
    assertThat(both.stream().filter(answer -> answer.status() == 200)).as("one of them").hasSize(1);
    assertThat(both.stream().filter(answer -> answer.status() == 412)).hasSize(5).allSatisfy(answer -> assertThat(problem(answer)).isEqualTo("changed"));
    assertThat(system.put(at, draft("Weak"), "W/" + system.get(at).header("ETag").orElseThrow()).status()).as("a weak tag does not match").isEqualTo(412);
    assertThat(system.put(at, draft("Any"), "*").status()).isEqualTo(200);
  }

  @Test
  void theSameKeyWithTheSameWordsIsDoneOnceAndAnsweredTheSame() {
    Visit.Answer first = system.post(OWN, draft("Une fois"), "once-1");
    Visit.Answer again = system.post(OWN, draft("Une fois"), "once-1");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.leadsTo()).isEqualTo(first.leadsTo());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.header("Idempotency-Replayed")).hasValue("true");
    assertThat(system.post(OWN, draft("Une fois"), "\"once-1\"").body()).as("as the draft of the header writes it").isEqualTo(first.body());
    assertThat(drafts()).isEqualTo(1);
    Visit.Answer other = system.post(OWN, draft("Autre"), "once-1");
    assertThat(other.status()).isEqualTo(422);
    assertThat(problem(other)).isEqualTo("key-reused");
    assertThat(problem(system.post(first.leadsTo() + "/closure", draft("Une fois"), "once-1"))).as("another address").isEqualTo("key-reused");
    assertThat(new KeyedBody(db, keys).system(port).post(OWN, draft("Autre"), "once-1").status()).as("another's key is another").isEqualTo(201);
  }

  @Test
  void withoutAnIdempotencyKeyNothingIsDone() {
    for (String key : List.of("", "a".repeat(65), "with space", "\"unclosed")) {
      Visit.Answer refused = key.isEmpty() ? system.send("POST", OWN, draft("Rien"), "Content-Type", "application/json") : system.post(OWN, draft("Rien"), key);
      assertThat(refused.status()).as(key).isEqualTo(400);
      assertThat(problem(refused)).isEqualTo("idempotency-key-needed");
    }
    assertThat(drafts()).isZero();
  }

  @Test
  void sentAtOnceItIsDoneOnce() throws Exception {
    List<Visit.Answer> all = atOnce(12, i -> () -> system.post(OWN, draft("Ensemble"), "at-once"));
    assertThat(all).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
    assertThat(all.stream().filter(answer -> answer.status() == 201).map(Visit.Answer::body).distinct()).hasSize(1);
    assertThat(all.stream().filter(answer -> answer.status() == 409)).allSatisfy(answer -> {
      assertThat(problem(answer)).isEqualTo("in-flight");
      assertThat(answer.header("Retry-After")).isPresent();
    });
    assertThat(drafts()).isEqualTo(1);
  }

  @Test
  void whileOneIsAnsweredAnotherWithTheSameKeyIsTurnedAway() {
    ApiKeys.Made made = body.key(KeyScope.OPPORTUNITIES_WRITE);
    transaction.executeWithoutResult(held -> {
      assertThat(answers.turn(made.key(), "held", new byte[32])).isInstanceOf(GivenAnswers.Turn.First.class);
      Visit.Answer busy = new OtherSystem(port, made.secret()).post(OWN, draft("Deux"), "held");
      assertThat(busy.status()).isEqualTo(409);
      assertThat(problem(busy)).isEqualTo("in-flight");
    });
    assertThat(new OtherSystem(port, made.secret()).post(OWN, draft("Deux"), "held").status()).as("it was let go without an answer").isEqualTo(201);
  }

  @Test
  void whatWasRefusedIsNotKeptAndMayBeMended() {
    assertThat(system.post(OWN, "{\"field\": \"NONE\"}", "mend").status()).isEqualTo(422);
    assertThat(drafts()).isZero();
    assertThat(system.post(OWN, draft("Corrigée"), "mend").status()).isEqualTo(201);
  }

  @Test
  void anAnswerIsKeptForADayAndNoLonger() {
    system.post(OWN, draft("Hier"), "day");
    db.sql("update api.answer set at = at - interval '25 hours'").update();
    assertThat(system.post(OWN, draft("Aujourd’hui"), "day").status()).isEqualTo(201);
    assertThat(drafts()).isEqualTo(2);
  }

  @Test
  void everyProblemHasATypeThatLeadsToWords() {
    Map<String, Visit.Answer> problems = new HashMap<>();
    OtherSystem stranger = new OtherSystem(port, "");
    problems.put("not-found", system.get("/api/v1/nowhere"));
    problems.put("method-not-allowed", system.send("DELETE", OWN, ""));
    problems.put("not-acceptable", system.get(OWN, "Accept", "text/html"));
    problems.put("media-type", system.send("POST", OWN, draft("x"), "Content-Type", "text/plain", "Idempotency-Key", "type"));
    problems.put("bad-request", system.post(OWN, "{\"title\": "));
    problems.put("too-large", system.post(OWN, draft("a".repeat(300_000))));
    problems.put("not-valid", system.post(OWN, "{\"minAge\": 4}"));
    problems.put("key-needed", stranger.get(OWN));
    problems.put("key-refused", new OtherSystem(port, "x").get(OWN));
    problems.put("sign-in-needed", stranger.get("/api/me/hours"));
    problems.forEach((type, answer) -> {
      assertThat(problem(answer)).as(answer.status() + " " + answer.body()).isEqualTo(type);
      assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
      assertThat(answer.status()).isEqualTo(ProblemType.of(type).orElseThrow().status().value());
      assertThat(json(answer).path("status").asInt()).isEqualTo(answer.status());
      assertThat(json(answer).path("title").asString()).isNotBlank();
    });
    for (String language : List.of("ar", "fr", "en")) {
      for (ProblemType type : ProblemType.values()) {
        Visit.Answer page = new Visit(port).reading(language).get(type.address().toString());
        assertThat(page.status()).as(type.code()).isEqualTo(200);
        assertThat(page.page().select("h1").text()).isNotBlank();
      }
    }
    assertThat(new Visit(port).get("/developers/problems/elephant").status()).isEqualTo(404);
    assertThat(problems.get("method-not-allowed").header("Allow").orElse("")).contains("GET", "POST");
    assertThat(json(new Visit(port).reading("fr").get("/api/v1/nowhere")).path("title").asString()).as("in the caller’s language").isEqualTo("Introuvable");
  }

  @Test
  void aSessionCountsForNothingThere() {
    assertThat(Visit.as(port, body.owner).get(OWN).status()).isEqualTo(401);
    assertThat(Visit.as(port, body.owner).postJson(OWN, draft("Par le navigateur")).status()).isEqualTo(401);
    assertThat(system.send("POST", OWN, draft("Autre site"), "Content-Type", "application/json", "Idempotency-Key", "cross", "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
    assertThat(drafts()).isZero();
  }

  @Test
  void theLimitIsSaidCountedByKeyAndEnds() {
    ApiKeys.Made made = body.key(KeyScope.HOURS_READ);
    OtherSystem own = new OtherSystem(port, made.secret());
    Visit.Answer first = own.get("/api/v1/key");
    assertThat(first.header("RateLimit-Policy").orElse("")).isEqualTo("\"key\";q=600;w=60");
    assertThat(first.header("RateLimit").orElse("")).matches("\"key\";r=5\\d\\d;t=\\d+");
    db.sql("update api.used set times = 600 where key_id = :key").param("key", made.key().id()).update();
    Visit.Answer spent = own.get("/api/v1/key");
    if (spent.status() == 200) {
      db.sql("update api.used set times = 600 where key_id = :key").param("key", made.key().id()).update();
      spent = own.get("/api/v1/key");
    }
    assertThat(spent.status()).isEqualTo(429);
    assertThat(problem(spent)).isEqualTo("too-many");
    assertThat(Integer.parseInt(spent.header("Retry-After").orElseThrow())).isBetween(1, 60);
    assertThat(system.get("/api/v1/key").status()).as("another key of the same body").isEqualTo(200);
    assertThat(new OtherSystem(port, "").get("/api/v1/wilayas").header("RateLimit-Policy").orElse("")).startsWith("\"network\";q=");
  }

  private static List<Visit.Answer> atOnce(int many, java.util.function.IntFunction<Callable<Visit.Answer>> deed) throws Exception {
    CountDownLatch ready = new CountDownLatch(many);
    try (var threads = Executors.newFixedThreadPool(many)) {
      List<Future<Visit.Answer>> all = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        Callable<Visit.Answer> one = deed.apply(i);
        all.add(threads.submit(() -> {
          ready.countDown();
          ready.await();
          return one.call();
        }));
      }
      List<Visit.Answer> done = new ArrayList<>();
      for (Future<Visit.Answer> one : all) done.add(one.get());
      return done;
    }
  }
}
