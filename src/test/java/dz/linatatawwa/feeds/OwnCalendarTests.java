package dz.linatatawwa.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.Ical;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import net.fortuna.ical4j.model.component.VEvent;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One's own calendar behind a secret link, as programs read it. */
@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnCalendarTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Accounts accounts;

  Scene scene;
  long opportunity;
  ShiftId shift;
  AccountId amina;

  @BeforeAll
  void aShiftWithPeople() {
    scene = new Scene(db);
    opportunity = scene.opportunity(scene.organization(scene.account("مسؤولة الجمعية")), "at-once", 16);
    shift = scene.coming(opportunity, 20);
    amina = scene.volunteer("أمينة بلقاسم", 1998);
    scene.seat(shift, amina);
    scene.seat(shift, scene.volunteer("كريم الجار", 1990));
  }

  /** Makes a link as a person does. @return its path */
  private String link(AccountId person) {
    Visit.Answer made = Visit.as(port, person).post("/calendar");
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.header("Cache-Control").orElse("")).contains("no-store");
    return made.page().select("#own").val().replaceFirst("^https?://[^/]+", "");
  }

  private String read(String path) {
    Visit.Answer file = new Visit(port).get(path);
    assertThat(file.status()).isEqualTo(200);
    return file.body();
  }

  @Test
  void theLinkIsToldOnceAndKeptAsAHash() {
    AccountId person = scene.volunteer("ليلى", 1990);
    String path = link(person);
    String secret = path.replaceAll("^/calendar/|\\.ics$", "");
    assertThat(secret).matches(CalendarLinks.SHAPE);
    Document later = Visit.as(port, person).get("/calendar").page();
    assertThat(later.text()).doesNotContain(secret);
    assertThat(later.select("form[action=/calendar/removal]")).hasSize(1);
    assertThat(db.sql("select encode(token_hash, 'escape') from feeds.calendar_link where account_id = :id").param("id", person.value()).query(String.class).single()).doesNotContain(secret);
  }

  @Test
  void aNewLinkEndsTheOldOneAndStoppingEndsBoth() {
    AccountId person = scene.volunteer("سمير", 1990);
    String first = link(person);
    String second = link(person);
    assertThat(second).isNotEqualTo(first);
    assertThat(new Visit(port).get(first).status()).isEqualTo(404);
    assertThat(new Visit(port).get(second).status()).isEqualTo(200);
    Visit owner = Visit.as(port, person);
    assertThat(owner.post("/calendar/removal").leadsTo()).isEqualTo("/calendar");
    assertThat(new Visit(port).get(second).status()).isEqualTo(404);
    assertThat(owner.post("/calendar/removal").status()).as("twice changes nothing").isEqualTo(303);
    assertThat(owner.get("/calendar").page().select(".empty")).hasSize(1);
  }

  @Test
  void itShowsOnesOwnShiftsAndNobodyElse() {
    String file = read(link(amina));
    List<VEvent> events = Ical.events(file);
    assertThat(events).hasSize(1);
    VEvent event = events.getFirst();
    assertThat(Ical.value(event, "SUMMARY")).isEqualTo("تنظيف حديقة التسلية");
    assertThat(Ical.value(event, "LOCATION")).contains("باب بسكرة").contains("سطيف");
    assertThat(Ical.value(event, "STATUS")).isEqualTo("CONFIRMED");
    assertThat(Ical.value(event, "URL")).endsWith("/opportunities/" + opportunity);
    assertThat(Ical.value(event, "DESCRIPTION")).contains("جمعية الأفق").contains("مكان محجوز");
    assertThat(event.getComponentList().getAll()).as("an alarm").hasSize(1);
    assertThat(file).doesNotContain("كريم", "أمينة", "مسؤولة", "+213");
    AccountId nobody = scene.volunteer("لم تلتزم بشيء", 1990);
    assertThat(Ical.events(read(link(nobody)))).isEmpty();
  }

  @Test
  void itSpeaksThePersonsLanguage() {
    AccountId person = scene.volunteer("Yanis", 1990);
    db.sql("update accounts.account set language = 'fr' where id = :id").param("id", person.value()).update();
    scene.seat(shift, person);
    assertThat(read(link(person))).contains("X-WR-CALNAME:Mon bénévolat").contains("Association Horizon");
  }

  @Test
  void aShiftThatMovesOrIsCalledOffChangesInTheCalendar() {
    AccountId person = scene.volunteer("مريم", 1990);
    ShiftId moving = scene.coming(opportunity, 5);
    scene.seat(moving, person);
    String path = link(person);
    VEvent before = Ical.events(read(path)).getFirst();
    db.sql("update opportunities.shift set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour', changed_at = changed_at - interval '1 minute' where id = :id")
        .param("id", moving.value()).update();
    VEvent moved = Ical.events(read(path)).getFirst();
    assertThat(Ical.value(moved, "UID")).isEqualTo(Ical.value(before, "UID"));
    assertThat(Ical.value(moved, "DTSTART")).isNotEqualTo(Ical.value(before, "DTSTART"));
    assertThat(Long.parseLong(Ical.value(moved, "SEQUENCE"))).isGreaterThanOrEqualTo(Long.parseLong(Ical.value(before, "SEQUENCE")));
    db.sql("update opportunities.shift set state = 'cancelled' where id = :id").param("id", moving.value()).update();
    VEvent off = Ical.events(read(path)).getFirst();
    assertThat(Ical.value(off, "STATUS")).isEqualTo("CANCELLED");
    assertThat(off.getComponentList().getAll()).as("no alarm for what is off").isEmpty();
  }

  @Test
  void whatIsGivenBackIsCalledOffAndWhatWaitsIsUncertain() {
    AccountId person = scene.volunteer("رضا", 1990);
    ShiftId other = scene.coming(opportunity, 5);
    db.sql("insert into participation.application (shift_id, volunteer_id, state) values (:shift, :person, 'waiting')").param("shift", other.value()).param("person", person.value()).update();
    String path = link(person);
    assertThat(Ical.value(Ical.events(read(path)).getFirst(), "STATUS")).isEqualTo("TENTATIVE");
    db.sql("update participation.application set state = 'withdrawn', state_since = now() where volunteer_id = :person").param("person", person.value()).update();
    assertThat(Ical.value(Ical.events(read(path)).getFirst(), "STATUS")).isEqualTo("CANCELLED");
    db.sql("update participation.application set state_since = now() - interval '40 days' where volunteer_id = :person").param("person", person.value()).update();
    assertThat(Ical.events(read(path))).as("in time it goes").isEmpty();
  }

  @Test
  void trainingsStandInItToo() {
    AccountId person = scene.volunteer("هدى", 1990);
    long session = db.sql("""
        with t as (insert into trainings.training (organization_id, name_ar, about_ar, field_code, minutes, state, state_since, made_at, made_by)
          select id, 'الإسعافات الأولية', 'التصرف أمام الجروح', 'HLT', 120, 'open', now(), now(), :by from organizations.organization order by id desc limit 1 returning id)
        insert into trainings.session (training_id, starts_at, ends_at, remote, link, trainer, capacity)
        select id, now() + interval '2 days', now() + interval '2 days 2 hours', true, 'https://meet.example/room', 'مدربة', 9 from t returning id
        """).param("by", person.value()).query(Long.class).single();
    db.sql("insert into trainings.registration (session_id, training_id, volunteer_id, state, digits) select id, training_id, :person, 'registered', '123456' from trainings.session where id = :id")
        .param("person", person.value()).param("id", session).update();
    VEvent event = Ical.events(read(link(person))).getFirst();
    assertThat(Ical.value(event, "UID")).startsWith("registration-");
    assertThat(Ical.value(event, "DESCRIPTION")).contains("https://meet.example/room").doesNotContain("مدربة");
  }

  @Test
  void whoAsksAgainIsToldThatNothingChanged() {
    String path = link(amina);
    Visit.Answer first = new Visit(port).get(path);
    String tag = first.header("ETag").orElseThrow();
    assertThat(first.header("Last-Modified")).isPresent();
    assertThat(first.header("Cache-Control").orElse("")).contains("private");
    assertThat(first.header("Content-Type").orElse("")).startsWith("text/calendar");
    assertThat(first.header("X-Robots-Tag")).contains("noindex");
    assertThat(new Visit(port).send("GET", path, new byte[0], "If-None-Match", tag).status()).isEqualTo(304);
  }

  @Test
  void whoAsksTooOftenWaitsAndWhoGuessesLearnsNothing() {
    String path = link(scene.volunteer("متسرع", 1990));
    Visit program = new Visit(port);
    int last = 0;
    for (int i = 0; i < 125 && last != 429; i++) last = program.get(path).status();
    assertThat(last).isEqualTo(429);
    assertThat(program.get(path).header("Retry-After")).isPresent();
    assertThat(program.get("/calendar/" + "A".repeat(43) + ".ics").status()).isEqualTo(404);
    for (String odd : List.of("short", "A".repeat(44), "A".repeat(42) + "%00", "..%2f..")) assertThat(program.get("/calendar/" + odd + ".ics").status()).as(odd).isIn(400, 404);
  }

  @Test
  void whoLeavesLeavesNoLink() {
    AccountId leaving = scene.volunteer("راحل", 1990);
    String path = link(leaving);
    accounts.close(leaving);
    assertThat(new Visit(port).get(path).status()).isEqualTo(404);
    assertThat(db.sql("select count(*) from feeds.calendar_link where account_id = :id").param("id", leaving.value()).query(Long.class).single()).isZero();
  }

  @Test
  void theDeskLeadsToItAndStrangersSignInFirst() {
    assertThat(Visit.as(port, amina).get("/desk").page().select("a[href=/calendar]")).isNotEmpty();
    assertThat(new Visit(port).get("/calendar").leadsTo()).startsWith("/sign-in");
    assertThat(Visit.as(port, SignIn.account("بلا ملف")).get("/calendar").status()).isEqualTo(200);
  }
}
