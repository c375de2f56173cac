package dz.linatatawwa.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.volunteers.GuardianPurpose;
import dz.linatatawwa.volunteers.Guardians;
import dz.linatatawwa.volunteers.Volunteers;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Never a private line from a stranger to a minor. */
@WorldTest
class MinorMessagesTests {

  @LocalServerPort int port;
  @Autowired Writing writing;
  @Autowired Guardians guardians;
  @Autowired Volunteers volunteers;
  @Autowired JdbcClient db;

  Correspondents all;

  @BeforeEach
  void people() {
    all = new Correspondents(db);
  }

  private Written approach(AccountId minor, String words) {
    return writing.approach(all.owner, all.about(), minor, words, Correspondents.key());
  }

  @Test
  void nobodyWritesToAMinorWithoutAnApplicationAConsentAndAGuardianWhoSeesIt() {
    AccountId alone = all.minor(false);
    assertThat(approach(alone, "مرحبًا")).isEqualTo(new Written.Hindered(Hindrance.MINOR_APPLICATION));
    assertThat(writing.begin(alone, all.about(), "سؤال", Correspondents.key())).as("nor do they write where they may not be answered").isEqualTo(new Written.Hindered(Hindrance.MINOR_APPLICATION));
    AccountId minor = all.minor(true);
    all.scene.seat(all.shift, minor);
    assertThat(approach(minor, "مرحبًا")).isInstanceOf(Written.Sent.class);
    db.sql("update participation.application set state = 'declined' where volunteer_id = :id").param("id", minor.value()).update();
    guardians.stop(guardians.of(minor).getFirst());
    assertThat(approach(minor, "مرحبًا مجددًا")).isEqualTo(new Written.Hindered(Hindrance.MINOR_CONSENT));
    assertThat(writing.begin(minor, all.about(), "سؤال", Correspondents.key())).isEqualTo(new Written.Hindered(Hindrance.MINOR_CONSENT));
  }

  @Test
  void aGuardianWhoIsKnownByPaperAloneSeesNothingSoNothingIsWritten() {
    AccountId minor = all.minor(false);
    guardians.onPaper(volunteers.find(minor).orElseThrow(), "فاطمة الولية", null, Set.of(GuardianPurpose.TAKE_PART), all.organization.value(), all.owner, Language.AR, "");
    all.scene.seat(all.shift, minor);
    assertThat(approach(minor, "مرحبًا")).isEqualTo(new Written.Hindered(Hindrance.MINOR_GUARDIAN));
  }

  @Test
  void theGuardianIsToldOnceADayAndReadsEverythingOnTheirPage() {
    AccountId minor = all.minor(true);
    all.scene.seat(all.shift, minor);
    String contact = guardians.of(minor).getFirst().contact() instanceof Contact found ? found.text() : "";
    approach(minor, "هل تأتين مع والدتك؟");
    approach(minor, "وأحضري قبعة");
    writing.begin(minor, all.about(), "نعم، مع أمي", Correspondents.key());
    assertThat(all.letters("guardian-message", contact)).isEqualTo(1);
    Visit mother = new Visit(port);
    mother.post("/guardian/again", "contact", contact);
    String link = mother.post("/guardian/again/code", "code", SignIn.code(contact)).leadsTo();
    var page = mother.get(link).page();
    assertThat(page.select("#messages .messages-words").eachText()).containsExactly("هل تأتين مع والدتك؟", "وأحضري قبعة", "نعم، مع أمي");
    assertThat(new Visit(port).get(link).page().select("#messages")).as("without the code").isEmpty();
    assertThat(Visit.as(port, minor).get("/messages/new?opportunity=" + all.opportunity).leadsTo()).startsWith("/messages/");
    String own = Visit.as(port, minor).get("/messages/new?opportunity=" + all.opportunity).leadsTo();
    assertThat(Visit.as(port, minor).get(own).page().select(".notice-info")).as("it says that the guardian reads along").isNotEmpty();
  }

  @Test
  void theDeskSeesThatSomebodyIsAMinorAndTheirFileWasOpened() {
    AccountId minor = all.minor(true);
    all.scene.seat(all.shift, minor);
    approach(minor, "مرحبًا");
    writing.begin(minor, all.about(), "نعم؟", Correspondents.key());
    Visit desk = Visit.as(port, all.coordinator);
    assertThat(desk.get("/organizations/" + all.organization + "/desk/messages").page().select(".messages-row .pill-info")).hasSize(1);
    assertThat(db.sql("select count(*) from accounts.access where person = :id and object_kind = 'conversations'").param("id", minor.value()).query(Integer.class).single()).isEqualTo(1);
    var recipients = desk.get("/organizations/" + all.organization + "/desk/messages/new?opportunity=" + all.opportunity).page();
    assertThat(recipients.select(".messages-people li .pill-info")).hasSize(1);
  }
}
