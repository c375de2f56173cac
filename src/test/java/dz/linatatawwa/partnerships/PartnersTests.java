package dz.linatatawwa.partnerships;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class PartnersTests {

  @Autowired Partners partners;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @AfterEach
  void now() {
    TestClock.one().back();
  }

  @Test
  void anAgreementHoldsUntilMidnightInAlgiersAndItsQuotasAreRead() {
    PartnerId id = PartnerScene.partner("جامعة الهضاب التجريبية", PartnerKind.UNIVERSITY);
    LocalDate today = partners.today();
    AgreementId agreement = PartnerScene.agreement(id, today.minusDays(10), today, Map.of(Promise.BENEFITS, Optional.of(100), Promise.RECOGNITION, Optional.empty()));
    assertThat(partners.covering(id, Promise.BENEFITS)).contains(agreement);
    assertThat(partners.covering(id, Promise.TRAINING_PLACES)).isEmpty();
    Agreement found = partners.active(id, Promise.BENEFITS, today).orElseThrow();
    assertThat(found.quota(Promise.BENEFITS)).contains(100);
    assertThat(found.quota(Promise.RECOGNITION)).isEmpty();
    assertThat(found.state()).isEqualTo(AgreementState.EXPIRING);
    Instant midnight = today.plusDays(1).atStartOfDay(dz.linatatawwa.language.Words.ZONE).toInstant();
    TestClock.one().goAhead(Duration.between(Instant.now(), midnight).minusSeconds(20));
    assertThat(partners.covering(id, Promise.BENEFITS)).as("twenty seconds before midnight").contains(agreement);
    TestClock.one().goAhead(Duration.ofSeconds(21));
    assertThat(partners.covering(id, Promise.BENEFITS)).as("a second after midnight").isEmpty();
  }

  @Test
  void theViewTellsTheLastDayInTruth() {
    PartnerId id = PartnerScene.partner("مؤسسة البناء التجريبية", PartnerKind.COMPANY);
    LocalDate today = partners.today();
    AgreementId agreement = PartnerScene.agreement(id, today.minusDays(10), today.plusDays(300), Map.of(Promise.BENEFITS, Optional.of(5)));
    db.sql("update partnerships.agreement set terminated_from = :day, terminated_at = now(), termination = 'لم يعد الشريك قادرا' where id = :id")
        .param("day", today).param("id", agreement.value()).update();
    assertThat(db.sql("select to_day from partnerships.active_agreement where agreement_id = :id").param("id", agreement.value()).query(LocalDate.class).single())
        .isEqualTo(today.minusDays(1));
    assertThat(partners.active(id, Promise.BENEFITS, today)).isEmpty();
    assertThat(partners.active(id, Promise.BENEFITS, today.minusDays(1))).isPresent();
  }

  @Test
  void theDeskIsThereForItsPeopleAlone() {
    PartnerId id = PartnerScene.partner("بلدية التجربة", PartnerKind.COMMUNE);
    for (PartnerRole role : PartnerRole.values()) {
      AccountId person = PartnerScene.person(id, role);
      assertThat(Visit.as(port, person).get("/partners/" + id + "/desk").status()).as(role.code()).isEqualTo(200);
      assertThat(partners.mayActFor(person, id, PartnerRole.COUNTER)).isTrue();
      assertThat(partners.mayActFor(person, id, PartnerRole.MANAGER)).isEqualTo(role != PartnerRole.COUNTER);
    }
    assertThat(Visit.as(port, SignIn.account("Stranger")).get("/partners/" + id + "/desk").status()).isEqualTo(404);
    assertThat(Visit.as(port, SignIn.account("Stranger")).get("/partners/99999/desk").status()).isEqualTo(404);
    assertThat(new Visit(port).get("/partners/" + id + "/desk").status()).isEqualTo(303);
  }
}
