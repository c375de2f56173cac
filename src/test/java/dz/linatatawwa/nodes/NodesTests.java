package dz.linatatawwa.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Limits;
import dz.linatatawwa.accounts.Sessions;
import dz.linatatawwa.attendance.Answer;
import dz.linatatawwa.attendance.Arrivals;
import dz.linatatawwa.attendance.Batch;
import dz.linatatawwa.attendance.DeedKind;
import dz.linatatawwa.attendance.DeedLine;
import dz.linatatawwa.attendance.Via;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.Publishing;
import dz.linatatawwa.opportunities.SearchCriteria;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.participation.Wish;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import dz.linatatawwa.site.Settings;
import dz.linatatawwa.world.SecondNode;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** Two nodes on one database, each with its own memory, threads and port: whatever is done on one is true on the other. */
@WorldTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesTests {

  /** Milliseconds in truth; on a machine that is busy with other tests, longer. What would be right without a word takes longer still: see each test. */
  private static final Duration AT_ONCE = Duration.ofSeconds(4);

  private static SecondNode other;

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired Nodes nodes;
  @Autowired Sessions sessions;
  @Autowired Limits limits;
  @Autowired Settings settings;
  @Autowired List<SettingList> lists;
  @Autowired Arrivals arrivals;
  @Autowired Participation participation;
  @Autowired Publishing publishing;
  @Autowired JdbcClient db;

  Scene scene;

  @BeforeAll
  static void aSecondNodeStands() {
    other = SecondNode.start("--linatatawwa.nodes.serves-on=800ms");
  }

  @AfterAll
  static void itStandsNoMore() {
    if (other != null) other.close();
  }

  @BeforeEach
  void bothHear() {
    TestClock.one().back();
    scene = new Scene(db);
    until("both hear each other", () -> nodes.hears() && other.bean(Nodes.class).hears());
  }

  @Test
  @Order(1)
  void whoSignedInOnOneNodeIsSignedInOnTheOtherAndSignedOutOnBothAtOnce() {
    AccountId amina = SignIn.account("أمينة بلقاسم");
    Visit here = Visit.as(port, amina);
    Visit there = new Visit(other.port());
    there.cookies().putAll(here.cookies());
    for (int i = 0; i < 2; i++) assertThat(List.of(here.get("/sessions").status(), there.get("/sessions").status())).as("in, and remembered").containsOnly(200);
    here.post("/sign-out");
    until("signed out there too", () -> there.get("/sessions").status() != 200);
  }

  @Test
  @Order(1)
  void everySessionOfSomebodyEndsOnBothNodesWhicheverNodeEndsIt() {
    AccountId amina = SignIn.account("أمينة بلقاسم");
    Visit there = Visit.as(other.port(), amina);
    for (int i = 0; i < 2; i++) assertThat(there.get("/sessions").status()).isEqualTo(200);
    sessions.endAll(amina);
    until("signed out there too", () -> there.get("/sessions").status() != 200);
  }

  @Test
  @Order(1)
  void aNodeThatDidNotHearForAWhileRemembersNothingOfBefore() {
    AccountId amina = SignIn.account("أمينة بلقاسم");
    Visit there = Visit.as(other.port(), amina);
    for (int i = 0; i < 2; i++) assertThat(there.get("/sessions").status()).isEqualTo(200);
    JdbcClient owner = JdbcClient.create(TestDatabase.one());
    owner.sql("update accounts.session set ended_at = now() where account_id = :amina").param("amina", amina.value()).update(); // and nobody says a word
    assertThat(there.get("/sessions").status()).as("remembered").isEqualTo(200);
    int cut = owner.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where query in ('listen linatatawwa', 'select 1') and pid <> pg_backend_pid()").query(Integer.class).single();
    assertThat(cut).as("the lines of both").isGreaterThanOrEqualTo(2);
    until("forgotten", () -> there.get("/sessions").status() != 200);
    until("both hear again", () -> nodes.hears() && other.bean(Nodes.class).hears());
  }

  @Test
  @Order(1)
  void aLimitCountsTriesOnBothNodesTogether() {
    Limits there = other.bean(Limits.class);
    String whom = UUID.randomUUID().toString();
    for (int i = 0; i < 6; i++) assertThat((i % 2 == 0 ? limits : there).take(limit(whom))).as("try %d", i).isEmpty();
    assertThat(limits.take(limit(whom))).isPresent();
    assertThat(there.take(limit(whom))).isPresent();
  }

  private static Limits.Limit limit(String whom) {
    return new Limits.Limit("nodes-test", whom, 6, Duration.ofDays(1));
  }

  @Test
  @Order(1)
  void aSettingThatIsChangedOnOneNodeHoldsOnTheOther() {
    Settings there = other.bean(Settings.class);
    Setting<Integer> setting = number();
    int before = there.get(setting);
    assertThat(settings.get(setting)).isEqualTo(before);
    settings.change(setting, before + 1, SignIn.administrator("مديرة").value());
    until("known there", () -> there.get(setting) == before + 1);
  }

  @SuppressWarnings("unchecked")
  private Setting<Integer> number() {
    return (Setting<Integer>) lists.stream().flatMap(list -> list.settings().stream()).filter(one -> one.key().equals("privacy.grace")).findFirst().orElseThrow();
  }

  @Test
  @Order(1)
  void whatIsPublishedAndTakenBackOnOneNodeIsFoundAndNotFoundOnTheOther() {
    AccountId owner = scene.account("أمينة");
    long organization = scene.organization(owner);
    OpportunityId trees = new OpportunityId(scene.opportunity(organization, "at-once", 16));
    scene.coming(trees.value(), 5);
    db.sql("update opportunities.opportunity set state = 'draft', published_at = null, title = 'غرس ألف شجرة زيتون', description = 'نغرس الأشجار معا في غابة قريبة من المدينة' where id = :id").param("id", trees.value()).update();
    Opportunities there = other.bean(Opportunities.class);
    SearchCriteria olives = SearchCriteria.of(new OrganizationId(organization));
    assertThat(there.search(olives, 1, 10).cards().total()).isZero();
    assertThat(publishing.publish(trees, owner).any()).as("obstacles").isFalse();
    assertThat(there.search(olives, 1, 10).cards().total()).as("by the very next search").isEqualTo(1);
    publishing.cancel(trees, "أمطار", owner);
    assertThat(there.search(olives, 1, 10).cards().total()).isZero();
  }

  @Test
  @Order(1)
  void aPublicPageThatIsKeptOnOneNodeIsMadeAnewWhenTheOtherChangesWhatItShows() {
    long organization = scene.organization(scene.account("أمينة"));
    long beach = scene.opportunity(organization, "at-once", 16);
    scene.coming(beach, 5);
    Visit there = new Visit(other.port());
    for (int i = 0; i < 3; i++) assertThat(there.get("/opportunities/" + beach).body()).contains("تنظيف حديقة التسلية");
    db.sql("update opportunities.opportunity set title = 'تنظيف الشاطئ الكبير' where id = :id").param("id", beach).update();
    assertThat(there.get("/opportunities/" + beach).body()).as("kept").contains("تنظيف حديقة التسلية");
    context.publishEvent(new PublicPagesChanged());
    until("made anew", () -> there.get("/opportunities/" + beach).body().contains("تنظيف الشاطئ الكبير"));
  }

  @Test
  @Order(1)
  void aPhoneThatSendsItsDeedsToBothNodesAtOnceIsHeardOnce() throws Exception {
    AccountId owner = scene.account("أمينة");
    ShiftId shift = scene.today(scene.opportunity(scene.organization(owner), "at-once", 16), 40);
    Instant now = Instant.now();
    List<DeedLine> lines = new ArrayList<>();
    for (AccountId person : scene.volunteers(40)) {
      scene.seat(shift, person);
      lines.add(new DeedLine(UUID.randomUUID().toString(), shift, person, DeedKind.CHECK_IN, now, lines.size(), false, null, null, null));
    }
    Batch batch = new Batch(Via.KIT, owner, "phone-1", now, lines);
    Arrivals there = other.bean(Arrivals.class);
    List<List<Answer>> answers = both(() -> arrivals.take(batch), () -> there.take(batch));
    assertThat(answers.getFirst()).isEqualTo(answers.getLast()).allMatch(answer -> answer.outcome() == Answer.Outcome.DONE);
    assertThat(db.sql("select count(*) from attendance.deed where shift_id = :shift").param("shift", shift.value()).query(Integer.class).single()).isEqualTo(40);
    assertThat(db.sql("select count(*) from attendance.attendance where shift_id = :shift and checked_in_at is not null").param("shift", shift.value()).query(Integer.class).single())
        .isEqualTo(40);
  }

  @Test
  @Order(1)
  void theLastSeatIsGivenOnceWhenBothNodesAreAskedForItAtOnce() throws Exception {
    long opportunity = scene.opportunity(scene.organization(scene.account("أمينة")), "at-once", 16);
    Participation there = other.bean(Participation.class);
    Wish wish = new Wish(null, "", false);
    for (int i = 0; i < 10; i++) {
      ShiftId shift = scene.byDay(opportunity, 1);
      List<AccountId> two = scene.volunteers(2);
      both(() -> participation.apply(two.getFirst(), shift, wish), () -> there.apply(two.getLast(), shift, wish));
      assertThat(scene.taken(shift)).isEqualTo(1);
      assertThat(scene.count(shift, "accepted")).isEqualTo(1);
    }
  }

  @Test
  @Order(2)
  void everyClockMayTickOnBothNodesAtOnceAndNobodyIsToldTwice() throws Exception {
    long organization = scene.organization(scene.account("أمينة"));
    LocalDate day = LocalDate.now(Words.ZONE).plusDays(2);
    ShiftId shift = scene.shift(scene.opportunity(organization, "at-once", 16), day.atTime(10, 0).atZone(Words.ZONE).toInstant(), Duration.ofHours(4), 30);
    List<AccountId> people = scene.volunteers(30);
    people.forEach(person -> participation.apply(person, shift, new Wish(null, "", false)));
    ShiftId slow = scene.shift(scene.opportunity(organization, "by-hand", 16), day.plusDays(3).atTime(10, 0).atZone(Words.ZONE).toInstant(), Duration.ofHours(4), 5);
    participation.apply(people.getFirst(), slow, new Wish(null, "", false));
    TestClock.one().goAhead(Duration.between(Instant.now(), day.minusDays(1).atTime(LocalTime.of(19, 0)).atZone(Words.ZONE).toInstant()));
    List<Runnable> here = clocks(context);
    List<Runnable> there = clocks(other.context());
    assertThat(here).as("the clocks of the house").hasSizeGreaterThan(35).hasSameSizeAs(there);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < here.size(); i++) {
        Runnable one = here.get(i);
        Runnable two = there.get(i);
        both(() -> run(one), () -> run(two));
      }
    }
    assertThat(db.sql("select count(*) from notices.notice where kind = 'application-reminder'").query(Integer.class).single()).isEqualTo(30);
    assertThat(db.sql("""
        select kind || ' ' || account_id from notices.notice where account_id is not null
        group by kind, account_id, title, body, link having count(*) > 1
        """).query(String.class).list()).as("told twice").isEmpty();
  }

  /** Whatever Spring runs by a clock; the collector of garbage apart, which is this process's own. */
  private static List<Runnable> clocks(ApplicationContext of) {
    return of.getBeansOfType(ScheduledTaskHolder.class).values().stream().flatMap(holder -> holder.getScheduledTasks().stream()).map(ScheduledTask::getTask)
        .filter(task -> !task.toString().contains("QuietMemory")).sorted(Comparator.comparing(Object::toString)).map(task -> task.getRunnable()).toList();
  }

  private static boolean run(Runnable clock) {
    clock.run();
    return true;
  }

  @Test
  @Order(2)
  void newsThatANodeDidNotLiveToHearAreHeardOnceOnOneOfTheOthers() throws Exception {
    AccountId owner = scene.account("أمينة");
    ShiftId shift = scene.coming(scene.opportunity(scene.organization(owner), "at-once", 16), 5);
    AccountId karim = scene.volunteer("كريم", 1958);
    scene.seat(shift, karim);
    OpportunityId opportunity = new OpportunityId(db.sql("select opportunity_id from opportunities.shift where id = :id").param("id", shift.value()).query(Long.class).single());
    publishing.cancel(opportunity, "أمطار", owner);
    until("heard", () -> told(karim) == 1);
    // As if the node had died right after the commit: who has a seat still has it, nobody was told, and the news stand there unheard.
    JdbcClient of = JdbcClient.create(TestDatabase.one());
    for (String table : List.of("notices.delivery where notice_id in (select id from notices.notice where account_id = :karim)", "notices.notice where account_id = :karim")) {
      of.sql("delete from " + table).param("karim", karim.value()).update();
    }
    of.sql("update opportunities.shift set taken = taken + 1 where id = :shift").param("shift", shift.value()).update();
    of.sql("update participation.application set state = 'accepted' where shift_id = :shift and volunteer_id = :karim").param("shift", shift.value()).param("karim", karim.value()).update();
    int left = of.sql("""
        update public.event_publication
        set completion_date = null, status = 'PUBLISHED', completion_attempts = 1, last_resubmission_date = null, publication_date = now() - interval '10 minutes'
        where event_type like '%OpportunityCancelled' and listener_id like '%participation%' and serialized_event like :id
        """).param("id", "%" + opportunity.value() + "%").update();
    assertThat(left).isPositive();
    for (String clock : List.of("StalenessMonitor", "UnheardNews.tellAgain")) {
      both(() -> run(named(context, clock)), () -> run(named(other.context(), clock)));
    }
    until("heard after all", Duration.ofSeconds(15), () -> told(karim) == 1);
    Thread.sleep(100);
    assertThat(told(karim)).isEqualTo(1);
  }

  private static Runnable named(ApplicationContext of, String name) {
    return of.getBeansOfType(ScheduledTaskHolder.class).values().stream().flatMap(holder -> holder.getScheduledTasks().stream()).map(ScheduledTask::getTask)
        .filter(task -> task.toString().contains(name)).findFirst().orElseThrow(() -> new IllegalStateException("no clock " + name)).getRunnable();
  }

  private int told(AccountId person) {
    return db.sql("select count(*) from notices.notice where account_id = :person").param("person", person.value()).query(Integer.class).single();
  }

  @Test
  @Order(3)
  void eachNodeKnowsThatTheOtherIsThere() {
    context.getBean(Presence.class).beat();
    other.bean(Presence.class).beat();
    context.getBean(Presence.class).beat();
    assertThat(nodes.count()).isEqualTo(2);
    assertThat(nodes.present()).extracting(Node::id).containsExactlyInAnyOrder(nodes.me(), other.bean(Nodes.class).me());
    assertThat(nodes.apart()).isEmpty();
  }

  /** The last, since one of the two is gone afterwards. */
  @Test
  @Order(4)
  void aNodeThatLeavesSaysSoServesOnAndThenIsGone() throws Exception {
    Visit there = new Visit(other.port());
    assertThat(there.get("/actuator/health/readiness").status()).isEqualTo(200);
    CompletableFuture<Void> leaving = CompletableFuture.runAsync(other::close);
    until("not ready", () -> there.get("/actuator/health/readiness").status() == 503);
    assertThat(there.get("/opportunities?q=leaving").status()).as("serves on").isEqualTo(200);
    leaving.get(20, TimeUnit.SECONDS);
    assertThat(refuses(there)).isTrue();
    context.getBean(Presence.class).beat();
    assertThat(nodes.count()).isEqualTo(1);
  }

  private static boolean refuses(Visit there) {
    try {
      there.get("/opportunities");
      return false;
    } catch (UncheckedIOException gone) {
      return gone.getCause() instanceof ConnectException;
    }
  }

  /** Both at the same moment. */
  private static <T> List<T> both(Callable<T> one, Callable<T> two) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (var deed : List.of(one, two)) {
        running.add(threads.submit(() -> {
          start.await();
          return deed.call();
        }));
      }
      List<T> answers = new ArrayList<>();
      for (var each : running) answers.add(each.get());
      return answers;
    }
  }

  private static void until(String what, BooleanSupplier holds) {
    until(what, AT_ONCE, holds);
  }

  private static void until(String what, Duration within, BooleanSupplier holds) {
    long end = System.nanoTime() + within.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
