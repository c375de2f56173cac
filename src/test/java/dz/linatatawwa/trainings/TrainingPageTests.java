package dz.linatatawwa.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Trainings as people see and use them, without scripts. */
@WorldTest
class TrainingPageTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  Course course;
  Visit owner;
  Visit visitor;
  String desk;

  @BeforeEach
  void people() {
    course = new Course(db);
    owner = Visit.as(port, course.owner);
    visitor = new Visit(port);
    desk = "/organizations/" + course.organization + "/desk/trainings";
  }

  @Test
  void theCatalogueIsFilteredByTheAddress() {
    course.session(5);
    TrainingId other = course.training("تسيير المخيمات", null);
    String all = visitor.get("/trainings").body();
    assertThat(all).contains("/trainings/" + course.training).contains("/trainings/" + other);
    assertThat(visitor.get("/trainings?q=%D8%A5%D8%B3%D8%B9%D8%A7%D9%81%D8%A7%D8%AA&field=HLT&wilaya=19&left=true&from=" + LocalDate.now()).body())
        .contains("/trainings/" + course.training + "\"").doesNotContain("/trainings/" + other + "\"");
    assertThat(visitor.get("/trainings?wilaya=16").page().select(".empty")).hasSize(1);
    assertThat(visitor.get("/trainings?field=nonsense&from=never&page=0").status()).isEqualTo(200);
    assertThat(visitor.get("/api/trainings?wilaya=19").body()).contains("\"id\":" + course.training);
    assertThat(visitor.get("/api/trainings/" + course.training).body()).contains("\"capacity\":5");
    assertThat(visitor.get("/trainings/" + course.training + ".ics").body()).contains("BEGIN:VEVENT").contains("UID:training-session-");
  }

  @Test
  void somebodyRegistersWaitsAndWithdraws() {
    SessionId session = course.session(1);
    Visit karim = Visit.as(port, course.scene.volunteer("كريم", 1958));
    Visit lila = Visit.as(port, course.scene.volunteer("ليلى", 1990));
    assertThat(karim.get("/trainings/" + course.training).page().select("form[action$=/registrations]")).hasSize(1);
    assertThat(karim.post("/trainings/sessions/" + session + "/registrations").leadsTo()).isEqualTo("/trainings/mine");
    lila.post("/trainings/sessions/" + session + "/registrations");
    assertThat(karim.get("/trainings/mine").page().select(".trainings-digits b").text()).matches("\\d{3} \\d{3}");
    long his = course.ids(session, "registered").getFirst();
    assertThat(lila.post("/trainings/registrations/" + his + "/withdrawal").status()).isEqualTo(404);
    assertThat(karim.post("/trainings/registrations/" + his + "/withdrawal").status()).isEqualTo(303);
    assertThat(lila.get("/trainings/mine").body()).contains("/confirmation");
    assertThat(lila.get("/desk").status()).isEqualTo(200);
  }

  @Test
  void aTrainingIsWrittenOpenedHeldAndCorrectedOnTheDesk() {
    var refused = owner.post(desk, "nameAr", "إ", "aboutAr", "", "field", "HLT", "hours", "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select("#nameAr").val()).isEqualTo("إ");
    String made = owner.post(desk, "nameAr", "قيادة فريق", "nameFr", "Mener une équipe", "aboutAr", "كيف يوزع العمل ويُحفظ الأمان", "field", "VOL", "hours", "٣",
        "minutes", "30", "months", "12").leadsTo().replaceFirst("#.*", "");
    assertThat(owner.post(made + "/opening").status()).isEqualTo(422);
    assertThat(owner.post(made + "/sessions", "day", LocalDate.now().minusDays(1).toString(), "begins", "09:00", "ends", "08:00", "capacity", "0").status()).isEqualTo(422);
    owner.post(made + "/sessions", "day", LocalDate.now().plusDays(5).toString(), "begins", "09:00", "ends", "12:30", "wilaya", "19", "commune", "1901", "trainer",
        "نادية", "capacity", "2");
    assertThat(owner.post(made + "/opening").status()).isEqualTo(303);
    TrainingId training = new TrainingId(Long.parseLong(made.replaceAll(".*/", "")));
    assertThat(visitor.get("/trainings/" + training).body()).contains("قيادة فريق").contains("نادية");

    long session = db.sql("select id from trainings.session where training_id = :t").param("t", training.value()).query(Long.class).single();
    AccountId karim = course.scene.volunteer("كريم والي", 1958);
    Visit.as(port, karim).post("/trainings/sessions/" + session + "/registrations");
    course.begin(new SessionId(session));
    String door = made + "/sessions/" + session + "/door";
    assertThat(owner.get(door).body()).contains("كريم والي");
    long registration = course.ids(new SessionId(session), "registered").getFirst();
    owner.post(door + "/arrivals", "code", course.digits(new RegistrationId(registration)), "key", "page-key-1");
    assertThat(owner.get(door).page().select("#came").text()).isEqualTo("1");
    assertThat(owner.get(made + "/sessions/" + session + "/people.csv").body()).contains("كريم والي");
    owner.post(door + "/closure");
    assertThat(course.state(new RegistrationId(registration))).isEqualTo("attended");
    assertThat(Visit.as(port, karim).get("/trainings/mine").page().select("a[href^=/credentials/]")).hasSize(1);
    assertThat(owner.get(door).page().select("form[action$=/corrections]")).hasSize(1);
    owner.post(door + "/corrections", "registration", Long.toString(registration), "came", "false", "reason", "سُجّل خطأً");
    assertThat(course.state(new RegistrationId(registration))).isEqualTo("absent");
    assertThat(Visit.as(port, karim).get("/trainings/mine").page().select("a[href^=/credentials/]")).isEmpty();
  }

  @Test
  void nobodyElseSeesTheDeskAndADraftIsNotThere() {
    SessionId session = course.session(1);
    Visit stranger = Visit.as(port, course.scene.volunteer("ليلى", 1990));
    for (String path : new String[] {desk, desk + "/" + course.training, desk + "/" + course.training + "/sessions/" + session + "/door",
        desk + "/" + course.training + "/sessions/" + session + "/people.csv"}) {
      assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(stranger.postJson("/api/trainings/sessions/" + session + "/arrivals", "{\"key\":\"stranger-key\",\"code\":\"123456\",\"ago\":0}").status()).isEqualTo(404);
    db.sql("update trainings.training set state = 'draft' where id = :id").param("id", course.training.value()).update();
    assertThat(visitor.get("/trainings/" + course.training).status()).isEqualTo(404);
    assertThat(stranger.post("/trainings/sessions/" + session + "/registrations").status()).isEqualTo(404);
  }

  @Test
  void thePhoneAtTheDoorGetsTheSameAnswerToTheSameKey() {
    SessionId session = course.session(2);
    Visit.as(port, course.scene.volunteer("كريم والي", 1958)).post("/trainings/sessions/" + session + "/registrations");
    course.begin(session);
    String arrival = "{\"key\":\"phone-key-1\",\"code\":\"" + course.digits(new RegistrationId(course.ids(session, "registered").getFirst())) + "\",\"ago\":1200}";
    String path = "/api/trainings/sessions/" + session + "/arrivals";
    assertThat(owner.postJson(path, arrival).body()).contains("\"came\"").contains("كريم والي");
    assertThat(owner.postJson(path, arrival).body()).contains("\"came\"");
    assertThat(owner.postJson(path, "{\"key\":\"x\",\"code\":\"1\"}").status()).isEqualTo(400);
  }

  @Test
  void anOpportunitySaysWhatItRequiresAndLeadsToTheNextSession() {
    SessionId session = course.session(course.training, Duration.ofDays(2), 3);
    OpportunityId opportunity = course.opportunity();
    ShiftId shift = course.scene.coming(opportunity.value(), 5);
    String choosing = "/organizations/" + course.organization + "/desk/opportunities/" + opportunity + "/trainings";
    assertThat(owner.get(choosing).status()).isEqualTo(200);
    assertThat(owner.post(choosing, "training", course.training.toString()).status()).isEqualTo(303);
    assertThat(owner.get("/organizations/" + course.organization + "/desk/opportunities/" + opportunity).body()).contains(choosing);
    assertThat(visitor.get("/opportunities/" + opportunity).page().select("a[href=/trainings/" + course.training + "#session-" + session + "]")).hasSize(1);

    Visit karim = Visit.as(port, course.scene.volunteer("كريم", 1958));
    var refused = karim.post("/opportunities/" + opportunity + "/applications", "shift", shift.toString());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("الإسعافات الأولية").contains("/trainings/" + course.training + "#session-" + session);
    owner.post(choosing + "/" + course.training + "/removal");
    assertThat(karim.post("/opportunities/" + opportunity + "/applications", "shift", shift.toString()).status()).isEqualTo(303);
  }
}
