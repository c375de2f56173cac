package dz.linatatawwa.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.credentials.Verification;
import dz.linatatawwa.credentials.Verification.Outcome;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class CheckOfCodesTests {

  @Autowired JdbcClient db;
  @Autowired Certificates certificates;
  @Autowired CertificateTable table;
  @Autowired CheckOfCodes check;
  @Autowired HourLedger ledger;
  @Autowired Dictionary dictionary;
  Scene scene;
  ClaimId claim;
  Certificate made;
  String address;

  @BeforeEach
  void aCertificate() {
    scene = new Scene(db);
    AccountId amina = scene.amina();
    claim = scene.hours(amina, LocalDate.of(2026, 3, 14), 240, Grade.A, scene.opportunity);
    made = ((Issued.Done) certificates.issue(amina, Asked.EVERYTHING, amina)).certificate();
    address = CertificateSeal.address("https://example.dz", made.number(), table.code(made.id()).orElseThrow());
  }

  @Test
  void theCodeTheAddressAndTheNumberAreAnswered() {
    String code = "LC1:" + address.substring(address.indexOf('#') + 1);
    for (String pasted : new String[] {address, address.toLowerCase(), code, made.number().shown(), "https://example.dz/certificates/check/" + made.number()}) {
      assertThat(answer(pasted)).hasValueSatisfying(said -> {
        assertThat(said.outcome()).as(pasted).isEqualTo(Outcome.VALID);
        assertThat(said.holder()).isEqualTo("أمينة ب.");
        assertThat(said.link()).isEqualTo("/certificates/check/" + made.number());
      });
    }
  }

  @Test
  void whatWasChangedIsSeenAndWhatIsNoneIsLeftToOthers() {
    assertThat(outcome(address.substring(0, address.length() - 3) + "000")).isEqualTo(Outcome.CHANGED);
    assertThat(outcome(address.replace(made.number().value(), "0000000000"))).as("another number before the same facts").isEqualTo(Outcome.CHANGED);
    assertThat(outcome("0000000000")).isEqualTo(Outcome.UNKNOWN);
    for (String other : new String[] {"", "{\"type\":\"VerifiableCredential\"}", "hello", "LT2:ABC", "x".repeat(100_000)}) assertThat(answer(other)).isEmpty();
  }

  @Test
  void hoursTakenBackAreRevoked() {
    ledger.reverse(scene.organization, claim, scene.owner, "خطأ");
    assertThat(outcome(address)).isEqualTo(Outcome.REVOKED);
  }

  private Outcome outcome(String pasted) {
    return answer(pasted).orElseThrow().outcome();
  }

  private Optional<Verification> answer(String pasted) {
    return check.verify(pasted, dictionary.in(Language.AR));
  }
}
