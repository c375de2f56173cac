package dz.linatatawwa.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.partnerships.AgreementId;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerKind;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.partnerships.PartnerScene;
import dz.linatatawwa.partnerships.Promise;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Trainings that a partner gives: within its agreement, and only while that holds. */
@WorldTest
class PartnerTrainingTests {

  @Autowired TrainingWriting writing;
  @Autowired Trainings trainings;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  final LocalDate today = LocalDate.now();
  PartnerId partner;
  AccountId manager;

  @BeforeEach
  void aUniversity() {
    partner = PartnerScene.partner("جامعة التجارب", PartnerKind.values()[0]);
    manager = PartnerScene.person(partner, PartnerRole.MANAGER);
  }

  @Test
  void noAgreementNoTraining() {
    Training draft = draft();
    Problems problems = Problems.none();
    assertThat(writing.add(draft, session(3, 5), problems, manager)).isEmpty();
    assertThat(problems.any()).isTrue();
    assertThat(writing.open(draft, manager)).contains("trainings.open.noAgreement");
  }

  @Test
  void itsSessionsNeverTakeMorePlacesThanItPromised() throws Exception {
    PartnerScene.agreement(partner, today.minusDays(10), today.plusDays(100), Map.of(Promise.TRAINING_PLACES, Optional.of(12)));
    Training draft = draft();
    List<Callable<Boolean>> atOnce = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      SessionForm five = session(3 + i, 5);
      atOnce.add(() -> writing.add(draft, five, Problems.none(), manager).isPresent());
    }
    assertThat(RegistrationTests.allAtOnce(atOnce).stream().filter(done -> done)).as("two sessions of five places fit into twelve").hasSize(2);
    Problems problems = Problems.none();
    assertThat(writing.add(draft, session(30, 3), problems, manager)).isEmpty();
    assertThat(writing.add(draft, session(30, 2), Problems.none(), manager)).isPresent();
    assertThat(writing.open(draft, manager)).isEmpty();
    assertThat(new Visit(port).get("/trainings/" + draft.id()).body()).contains("تكوين الشريك").contains("جامعة التجارب");
  }

  @Test
  void aSessionAfterTheEndOfTheAgreementIsRefusedAndAnEndedOneOpensNothing() {
    AgreementId agreement = PartnerScene.agreement(partner, today.minusDays(10), today.plusDays(20), Map.of(Promise.TRAINING_PLACES, Optional.empty()));
    Training draft = draft();
    assertThat(writing.add(draft, session(30, 5), Problems.none(), manager)).as("the agreement is over by then").isEmpty();
    assertThat(writing.add(draft, session(5, 5), Problems.none(), manager)).isPresent();
    db.sql("update partnerships.agreement set terminated_from = :day, terminated_at = now(), terminated_by = :by, termination = 'انتهى التعاون بين الطرفين' where id = :id")
        .param("day", today.minusDays(1)).param("by", manager.value()).param("id", agreement.value()).update();
    assertThat(writing.open(draft, manager)).contains("trainings.open.noAgreement");
  }

  @Test
  void managersWriteTheCounterLeadsAndStrangersFindNothing() {
    PartnerScene.agreement(partner, today.minusDays(10), today.plusDays(100), Map.of(Promise.TRAINING_PLACES, Optional.empty()));
    String desk = "/partners/" + partner + "/desk/trainings";
    Visit counter = Visit.as(port, PartnerScene.person(partner, PartnerRole.COUNTER));
    assertThat(Visit.as(port, manager).get(desk + "/new").status()).isEqualTo(200);
    assertThat(counter.get(desk).status()).isEqualTo(200);
    assertThat(counter.get(desk + "/new").status()).isEqualTo(404);
    assertThat(Visit.as(port, SignIn.account("غريب")).get(desk).status()).isEqualTo(404);
    PartnerId other = PartnerScene.partner("شريك آخر", PartnerKind.values()[0]);
    assertThat(Visit.as(port, PartnerScene.person(other, PartnerRole.OWNER)).get(desk + "/" + draft().id()).status()).isEqualTo(404);
  }

  private Training draft() {
    TrainingForm form = new TrainingForm(Map.of("nameAr", "تكوين الشريك", "aboutAr", "ما يتعلمه المشارك في هذا التكوين القصير", "field", "HLT", "hours", "3", "minutes", "0"));
    Problems problems = Problems.none();
    Optional<TrainingId> id = writing.draft(new Host.Institution(partner), form, Rule.EVERYBODY, problems, manager);
    assertThat(problems.all()).isEmpty();
    return trainings.find(id.orElseThrow()).orElseThrow();
  }

  private SessionForm session(int daysAhead, int capacity) {
    return new SessionForm(Map.of("day", today.plusDays(daysAhead).toString(), "begins", "09:00", "ends", "12:00", "wilaya", "19", "commune", "1901",
        "address", "قاعة المحاضرات", "trainer", "د. نادية", "capacity", Integer.toString(capacity)));
  }
}
