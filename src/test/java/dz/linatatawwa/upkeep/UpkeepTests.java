package dz.linatatawwa.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes wrong by itself, one after the other: what people see, what those who run the platform see, and that it heals. */
@WorldTest
class UpkeepTests {

  private static final long PLENTY = 1L << 40;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.one());

  @LocalServerPort int port;
  @Value("${linatatawwa.data}") Path data;
  @Autowired JdbcClient db;
  @Autowired DiskGuard disk;
  @Autowired ClockSkew skew;
  @Autowired Jobs jobs;
  @Autowired Backlog backlog;
  @Autowired Troubles troubles;
  @Autowired MeterRegistry figures;
  @Autowired Meters meters;

  /** A command that another test ran has made the log quiet and sent its readers away. */
  @BeforeEach
  void theLogIsReadAgain() {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.INFO);
    troubles.listen();
  }

  @AfterEach
  void allIsWell() throws IOException {
    disk.measuredBy(() -> DiskGuard.least(data));
    TestClock.one().back();
    skew.measure();
    backlog.forget();
    Files.deleteIfExists(data.resolve("backup.last"));
    db.sql("delete from public.event_publication where listener_id = 'upkeep-test'").update();
  }

  @Test
  void onAFullDiskPagesAreShownAndDeedsAreRefusedWithAClearWordUntilThereIsRoom() {
    Visit amina = Visit.as(port, SignIn.account("Amina"));
    disk.measuredBy(() -> disk.reserve() - 1);
    Visit.Answer refused = amina.post("/sign-out");
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).contains("60");
    assertThat(refused.body()).contains("dir=\"rtl\"", "المنصّة للقراءة فقط الآن").doesNotContain("Exception");
    assertThat(amina.get("/desk").status()).as("who is signed in still is, and reads").isEqualTo(200);
    assertThat(amina.get("/opportunities").status()).isEqualTo(200);
    Visit.Answer phone = amina.postJson("/api/kits/1/deeds", "{}");
    assertThat(phone.status()).as("phones keep what they have").isEqualTo(503);
    assertThat(phone.header("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(figures.get("linatatawwa.writes.held").gauge().value()).isEqualTo(1);
    disk.measuredBy(() -> disk.reserve() + 1);
    assertThat(disk.held()).as("a little room is not enough yet").isTrue();
    disk.measuredBy(() -> disk.reserve() * 2);
    assertThat(amina.post("/sign-out").status()).as("heals by itself").isEqualTo(303);
  }

  @Test
  void workInTheBackgroundWaitsWhileTheDiskIsFullAndIsCountedWhenItRuns() {
    int[] done = {0};
    Runnable work = jobs.watched(named("dz.linatatawwa.attendance.TestClock.tick", () -> done[0]++));
    work.run();
    disk.measuredBy(() -> 0);
    work.run();
    disk.measuredBy(() -> PLENTY);
    work.run();
    assertThat(done[0]).isEqualTo(2);
    Job job = job("attendance.TestClock.tick");
    assertThat(job.runs()).isEqualTo(2);
    assertThat(job.skipped()).isEqualTo(1);
    assertThat(job.took()).isNotNull();
    assertThat(jobs.all()).extracting(Job::name).as("every room's clocks are seen").contains("attendance.AttendanceClock.endings", "hours.HourClock.tick", "upkeep.DiskGuard.look");
  }

  @Test
  void workThatFailsIsSeenAlsoWhenItSwallowsItsOwnFault() {
    Runnable failing = jobs.watched(named("dz.linatatawwa.attendance.FailingClock.tick", () -> { throw new IllegalStateException("amina@example.dz"); }));
    try {
      failing.run();
    } catch (IllegalStateException expected) {
      LoggerFactory.getLogger("dz.linatatawwa.attendance.QuietClock").warn("a step failed for {}", "amina@example.dz", expected);
    }
    assertThat(job("attendance.FailingClock.tick").fault()).isEqualTo("IllegalStateException");
    assertThat(troubles.of("dz.linatatawwa.attendance.QuietClock")).hasValueSatisfying(trouble -> assertThat(trouble.what()).isEqualTo("IllegalStateException"));
    Visit.Answer page = administrator().get("/administration/upkeep?lang=fr");
    assertThat(page.body()).contains("attendance.FailingClock.tick", "1 échec", "attendance.QuietClock", "examiner").doesNotContain("amina@example.dz");
    assertThat(figures.get("linatatawwa.job.failures").tag("job", "attendance.FailingClock.tick").functionCounter().count()).isEqualTo(1);
  }

  @Test
  void aClockThatDiffersFromTheDatabasesIsToldOnThePageAndInTheHealth() {
    Visit administrator = administrator();
    TestClock.one().goAhead(Duration.ofSeconds(30));
    skew.measure();
    assertThat(skew.ahead()).isBetween(Duration.ofSeconds(28), Duration.ofSeconds(32));
    assertThat(skew.health().getDetails()).containsKey("warning");
    assertThat(administrator.get("/administration/upkeep?lang=fr").body()).contains("les codes changeants des lieux de rendez-vous sont refusés");
    assertThat(administrator.get("/actuator/health/readiness").status()).as("the only node goes on serving").isEqualTo(200);
    TestClock.one().back();
    skew.measure();
    assertThat(skew.health().getDetails()).doesNotContainKey("warning");
    assertThat(administrator.get("/administration/upkeep?lang=fr").body()).contains("s’accorde avec celle de la base");
  }

  @Test
  void theAgeOfBackupsAndOfNewsIsJudged() throws IOException {
    Visit administrator = administrator();
    assertThat(administrator.get("/administration/upkeep?lang=fr").body()).contains("Aucune sauvegarde n’a encore été prise");
    Files.createDirectories(data);
    Files.writeString(data.resolve("backup.last"), Instant.now().minus(Duration.ofHours(30)) + "\n");
    db.sql("insert into public.event_publication (id, listener_id, event_type, serialized_event, publication_date) values (gen_random_uuid(), 'upkeep-test', '-', '{}', now() - interval '1 hour')").update();
    backlog.forget();
    String page = administrator.get("/administration/upkeep?lang=fr").body();
    assertThat(page).contains("Il en faut une par jour", "La plus ancienne nouvelle attend");
    assertThat(figures.get("linatatawwa.backup.age").gauge().value()).isBetween(107_000.0, 109_000.0);
    assertThat(figures.get("linatatawwa.events.oldest").gauge().value()).isGreaterThan(3_500);
    Files.writeString(data.resolve("backup.last"), "not a moment\u202E");
    assertThat(administrator.get("/administration/upkeep").status()).isEqualTo(200);
  }

  @Test
  void slowQueriesAreShownWithoutAnybodysDataWhereTheyAreCountedAndSaidToBeMissingWhereNot() {
    Visit administrator = administrator();
    assertThat(administrator.get("/administration/upkeep?lang=fr").body()).contains("Cette base ne compte pas ses requêtes");
    owner.sql("create extension pg_stat_statements schema public").update();
    try {
      db.sql("select count(*) from accounts.account where name = 'Amina Secrète'").query(Long.class).single();
      String page = administrator.get("/administration/upkeep?lang=fr").body();
      assertThat(page).contains("accounts.account", "$1").doesNotContain("Amina Secrète");
    } finally {
      owner.sql("drop extension pg_stat_statements").update();
    }
  }

  @Test
  void onlyAdministratorsHaveThePageAndItStandsInEachLanguage() {
    assertThat(Visit.as(port, SignIn.account("Karim")).get("/administration/upkeep").status()).isEqualTo(404);
    for (String language : List.of("ar", "fr", "en")) {
      String page = administrator().get("/administration/upkeep?lang=" + language).body();
      assertThat(page).contains("lang=\"" + language, "places.commune").doesNotContain("upkeep.finding", "{0");
    }
    assertThat(administrator().get("/desk").body()).contains("/administration/upkeep");
  }

  @Test
  void figuresAreForThisMachineOnADoorOfTheirOwn() throws Exception {
    PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    meters.bindTo(prometheus);
    MetricsDoor door = new MetricsDoor(prometheus, 0, "127.0.0.1");
    door.start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI there = URI.create("http://127.0.0.1:" + door.port() + "/metrics");
      HttpResponse<String> answer = client.send(HttpRequest.newBuilder(there).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
      assertThat(answer.body()).contains("linatatawwa_letters_waiting{channel=\"email\"}", "linatatawwa_disk_free_bytes", "linatatawwa_clock_ahead_seconds");
      assertThat(client.send(HttpRequest.newBuilder(there.resolve("/other")).build(), HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(404);
    } finally {
      door.stop();
    }
    assertThat(administrator().get("/actuator/prometheus").status()).as("not by the door of visitors").isEqualTo(404);
    assertThat(administrator().get("/actuator/metrics").status()).isEqualTo(404);
  }

  private Visit administrator() {
    return Visit.as(port, SignIn.administrator("Yacine"));
  }

  private Job job(String name) {
    return jobs.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static Runnable named(String name, Runnable work) {
    return new Runnable() {
      @Override
      public void run() {
        work.run();
      }

      @Override
      public String toString() {
        return name;
      }
    };
  }
}
