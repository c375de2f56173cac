package dz.linatatawwa.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WorldTest
class ForFiguresTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Volunteers volunteers;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate inTransaction;

  @Test
  void sexAndSchoolingAreKeptShownToTheirPersonAndTakenBackAtWill() {
    AccountId amina = Someone.amina().volunteer();
    Visit visit = Visit.as(port, amina);
    assertThat(visit.get("/profile").page().select("select[name=sex] option[selected]").val()).isEmpty();
    assertThat(visit.post("/profile", "name", "أمينة بلقاسم", "wilaya", "16", "commune", "1601", "sex", "F", "education", "higher").status()).isEqualTo(303);
    assertThat(volunteers.forFigures(amina)).isEqualTo(new ForFigures(Optional.of(Sex.FEMALE), Optional.of(Education.HIGHER)));
    assertThat(visit.get("/profile").page().select("select[name=education] option[selected]").val()).isEqualTo("higher");
    visit.post("/profile", "name", "أمينة بلقاسم", "wilaya", "16", "commune", "1601", "sex", "", "education", "unknown");
    assertThat(volunteers.forFigures(amina)).isEqualTo(new ForFigures(Optional.empty(), Optional.empty()));
  }

  @Test
  void aFormWithAFaultKeepsWhatWasChosen() {
    AccountId karim = Someone.karim().volunteer();
    var answer = Visit.as(port, karim).post("/profile", "name", "", "wilaya", "11", "commune", "1101", "sex", "M", "education", "middle");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select("select[name=sex] option[selected]").val()).isEqualTo("M");
  }

  @Test
  void whoLeavesTakesItAlong() {
    AccountId karim = Someone.karim().volunteer();
    db.sql("update volunteers.volunteer set sex = 'M', education = 'primary' where account_id = :id").param("id", karim.value()).update();
    inTransaction.executeWithoutResult(status -> events.publishEvent(new AccountClosed(karim)));
    await().atMost(Duration.ofSeconds(20)).until(() -> db.sql("select count(*) from volunteers.statistical where id = :id and sex is null and education is null")
        .param("id", karim.value()).query(Integer.class).single() == 1);
  }
}
