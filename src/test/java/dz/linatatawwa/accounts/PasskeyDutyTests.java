package dz.linatatawwa.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class PasskeyDutyTests {

  @Autowired PasskeyDuty duty;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @BeforeEach
  void nobodyAdministers() {
    db.sql("update accounts.account set administrator = false").update();
    duty.forget();
  }

  @Test
  void anAdministratorIsLedToThePasskeysWhenTheGraceIsOver() {
    AccountId first = SignIn.administrator("مديرة أولى");
    SignIn.administrator("مدير ثان");
    Visit visit = Visit.as(port, first).reading("fr");
    assertThat(visit.get("/settings").status()).isEqualTo(200);
    assertThat(visit.get("/passkeys?lang=fr").page().select(".notice").text()).contains("avant le");
    daysAgo(15);
    Visit.Answer led = visit.get("/settings");
    assertThat(led.status()).isEqualTo(303);
    assertThat(led.leadsTo()).isEqualTo("/passkeys");
    assertThat(visit.get("/passkeys?lang=fr").page().select(".notice").text()).contains("le délai est passé");
    assertThat(visit.get("/desk").status()).as("one's own volunteering stays open").isEqualTo(200);
    assertThat(visit.get("/opportunities").status()).isEqualTo(200);
    assertThat(visit.get("/sessions").status()).isEqualTo(200);
    keepPasskey(first);
    assertThat(visit.get("/settings").leadsTo()).as("a passkey is kept, but this session came in by a code").isEqualTo("/second-step?to=%2Fsettings");
    db.sql("update accounts.session set second_at = now() where account_id = :first").param("first", first.value()).update();
    assertThat(Visit.as(port, first).get("/settings").leadsTo()).as("each session takes the step itself").isEqualTo("/second-step?to=%2Fsettings");
  }

  @Test
  void theOnlyAdministratorIsNeverKeptOut() {
    AccountId only = SignIn.administrator("المديرة الوحيدة");
    daysAgo(100);
    assertThat(Visit.as(port, only).get("/settings").status()).isEqualTo(200);
    SignIn.administrator("مدير جديد");
    daysAgo(100);
    assertThat(Visit.as(port, only).get("/settings").status()).isEqualTo(303);
  }

  @Test
  void aSupervisorNeedsOneAndAVolunteerDoesNot() {
    AccountId supervisor = SignIn.account("مشرف");
    Office.give(supervisor, (String) null);
    daysAgo(15);
    assertThat(Visit.as(port, supervisor).get("/supervision").leadsTo()).isEqualTo("/passkeys");
    assertThat(duty.due(SignIn.account("أمينة"))).isEmpty();
  }

  /** Everybody was given their power so long ago. */
  private void daysAgo(int days) {
    db.sql("update accounts.account set administrator_since = now() - make_interval(days => :days) where administrator").param("days", days).update();
    db.sql("update supervision.supervisor set granted_at = now() - make_interval(days => :days)").param("days", days).update();
    duty.forget();
  }

  private void keepPasskey(AccountId account) {
    db.sql("""
        insert into accounts.passkey (credential_id, account_id, public_key, signature_count, uv_initialized, backup_eligible, backup_state, label)
        values (decode('0102', 'hex'), :account, decode('03', 'hex'), 0, true, false, false, 'test')
        """).param("account", account.value()).update();
  }
}
