package dz.linatatawwa.kits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.codes.Phone;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.Cable;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the leader's phone says of a code that is not good, with the network cut, in the leader's language. The codes come from a scanner that types. */
@WorldTest
class RefusalsOffLineTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired PersonalCodes codes;

  AccountId leader;
  long organization;
  ShiftId shift;
  List<AccountId> people;
  Phone hers;
  Phone withdrawn;
  Phone strangers;

  @BeforeEach
  void threePhones() {
    TestClock.one().back();
    Scene scene = new Scene(db);
    leader = scene.account("سميرة");
    organization = scene.organization(leader);
    shift = scene.today(scene.opportunity(organization, "at-once", 16), 20);
    people = scene.volunteers(2);
    people.forEach(person -> scene.seat(shift, person));
    hers = phone(people.get(0));
    withdrawn = phone(people.get(1));
    codes.revokeAll(people.get(1));
    strangers = phone(scene.volunteer("غريب", 1990));
  }

  @Test
  void eachRefusalIsAClearSentenceAndWhatWasQueuedIsKeptAsAFile() throws Exception {
    try (Cable cable = new Cable(port); LeadersPhone leaders = new LeadersPhone(cable, leader, "ar-DZ", e -> true)) {
      Page page = leaders.takesAlong(organization, shift, 2).page;
      cable.cut();
      page.reload();
      assertThat(page.locator("#count-expected")).hasText("2");
      says(page, hers.code(Instant.now().minusSeconds(600)), "انتهت صلاحية هذا الرمز. اطلب فتح صفحة «رمزي» من جديد.");
      says(page, withdrawn.code(Instant.now()), "أُلغي هذا الرمز. اطلب رمزًا جديدًا أو الأرقام الستة.");
      says(page, strangers.code(Instant.now()), "الرمز صحيح، لكن صاحبه ليس في هذه الفترة.");
      Browser.screenshot(page, "kit-9-refused");
      page.locator("#result [data-walk-in]").click();
      assertThat(page.locator("#walk-number")).isVisible();
      page.keyboard().press("Escape");
      assertThat(page.locator("#count-kept")).hasText("0");
      String good = hers.code(Instant.now());
      says(page, good, "محفوظ في هاتفك");
      assertThat(page.locator("#result [data-walk-in]")).isHidden();
      says(page, good, "استُعمل هذا الرمز من قبل.");
      assertThat(page.locator("#count-kept")).hasText("1");
      Download file = page.waitForDownload(() -> page.locator("#export").click());
      assertThat(file.suggestedFilename()).startsWith("shift-" + shift + "-kit-").endsWith(".json");
      assertThat(Files.readString(file.path())).contains("\"check-in\"").contains(people.get(0).toString());
      cable.mend();
      leaders.sends(1);
    }
    assertThat(db.sql("select volunteer_id from attendance.deed where outcome = 'done' and shift_id = " + shift).query(Long.class).list())
        .containsExactly(people.get(0).value());
  }

  @Test
  void theSameInFrench() {
    try (Cable cable = new Cable(port); LeadersPhone leaders = new LeadersPhone(cable, leader, "fr-DZ", e -> true)) {
      Page page = leaders.takesAlong(organization, shift, 2).page;
      cable.cut();
      page.reload();
      assertThat(page.locator("#count-expected")).hasText("2");
      says(page, withdrawn.code(Instant.now()), "Ce code est révoqué. Demandez-en un nouveau, ou les six chiffres.");
      says(page, strangers.code(Instant.now()), "la personne n’est pas de ce créneau");
      Browser.screenshot(page, "kit-9-refused-fr");
    }
  }

  /** Types as a scanner at a cable does: keys wherever the page is, then Enter. */
  private static void says(Page page, String code, String words) {
    page.evaluate("document.activeElement.blur()");
    page.keyboard().type(code);
    page.keyboard().press("Enter");
    assertThat(page.locator("#result .kits-result-words")).containsText(words);
  }

  private Phone phone(AccountId person) {
    Phone phone = new Phone();
    assertThat(phone.ask(codes, Phone.session(person))).isTrue();
    return phone;
  }
}
