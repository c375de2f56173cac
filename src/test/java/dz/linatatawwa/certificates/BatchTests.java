package dz.linatatawwa.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WorldTest
class BatchTests {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 14);

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired CertificateBatches batches;
  @Autowired Accounts accounts;
  @Autowired TransactionTemplate transaction;
  Scene scene;

  @BeforeEach
  void people() {
    scene = new Scene(db);
  }

  @Test
  void everybodyWithEnoughHoursHasOneAndIsToldOnce() throws Exception {
    List<AccountId> people = volunteers(45, 120);
    AccountId few = scene.amina();
    scene.hours(few, MARCH, 30, Grade.A, scene.opportunity);
    AccountId elsewhere = scene.amina();
    scene.hours(elsewhere, MARCH, 600, Grade.A, scene.other);
    long id = begun(scene.campaign.value(), 60);
    finish(id);
    CertificateBatch done = batches.find(scene.organization, id);
    assertThat(done.state()).isEqualTo(CertificateBatch.State.DONE);
    assertThat(done.made()).isEqualTo(45);
    assertThat(numbers(id)).hasSize(45);
    for (AccountId one : people) assertThat(told(one)).isEqualTo(1);
    assertThat(told(few) + told(elsewhere)).isZero();
    long again = begun(scene.campaign.value(), 60);
    finish(again);
    assertThat(numbers(again)).as("the same facts have the same numbers").isEqualTo(numbers(id));
    for (AccountId one : people) assertThat(told(one)).as("told once").isEqualTo(1);
  }

  @Test
  void whatIsCutOffGoesOnWithoutDoubling() throws Exception {
    volunteers(50, 120);
    long id = begun(scene.campaign.value(), 1);
    try {
      transaction.executeWithoutResult(status -> {
        batches.step(id);
        throw new IllegalStateException("the power is gone");
      });
    } catch (IllegalStateException cut) {
      assertThat(batches.find(scene.organization, id).running()).isTrue();
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> workers = new ArrayList<>();
      for (int i = 0; i < 4; i++) workers.add(() -> batches.step(id));
      for (Future<Boolean> one : threads.invokeAll(workers)) one.get();
    }
    finish(id);
    assertThat(batches.find(scene.organization, id).made()).isEqualTo(50);
    assertThat(db.sql("select count(*) from certificates.certificate where organization_id = :organization").param("organization", scene.organization.value())
        .query(Integer.class).single()).isEqualTo(50);
  }

  @Test
  void whoLeftMeanwhileIsLeftOutAndWhatStopsGoesOn() throws Exception {
    List<AccountId> people = volunteers(3, 120);
    long id = begun(scene.campaign.value(), 1);
    assertThat(batches.stop(scene.organization, id, scene.owner)).isTrue();
    assertThat(batches.step(id)).isFalse();
    accounts.close(people.getFirst());
    assertThat(batches.goOn(scene.organization, id)).isTrue();
    finish(id);
    CertificateBatch done = batches.find(scene.organization, id);
    assertThat(done.made()).isEqualTo(2);
    assertThat(done.leftOut()).isEqualTo(1);
  }

  @Test
  void aMinorIsToldOnThePlatformAlone() throws Exception {
    AccountId minor = Someone.amina().bornIn(LocalDate.now().getYear() - 15).volunteer();
    scene.hours(minor, MARCH, 120, Grade.B, scene.opportunity);
    finish(begun(scene.campaign.value(), 1));
    assertThat(told(minor)).isEqualTo(1);
    assertThat(db.sql("select count(*) from notices.delivery d join notices.notice n on n.id = d.notice_id where n.account_id = :minor").param("minor", minor.value())
        .query(Integer.class).single()).isZero();
  }

  @Test
  void theOrganisationTakesThemAwayAsOneFileWithoutNamesInIt() throws Exception {
    List<AccountId> people = volunteers(4, 120);
    accounts.speak(people.get(1), Language.FR);
    long id = begun(scene.campaign.value(), 1);
    finish(id);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    batches.zip(batches.find(scene.organization, id), scene.coordinator, "https://linatatawwa.example", out);
    assertThat(entries(out.toByteArray())).hasSize(4).allMatch(name -> name.matches("\\d{4}-[0-9A-Z]{10}\\.pdf"));
    byte[] together = batches.together(batches.find(scene.organization, id), 1, scene.coordinator, Language.AR, "x", "https://linatatawwa.example");
    assertThat(new String(together, 0, 5)).isEqualTo("%PDF-");
    assertThat(db.sql("select count(*) from supervision.audit where deed = 'certificates.batch.downloaded' and actor = :by").param("by", scene.coordinator.value())
        .query(Integer.class).single()).isEqualTo(2);
  }

  @Test
  void onlyWhoRunsTheOrganisationBeginsWatchesAndTakesAway() throws Exception {
    volunteers(2, 120);
    String desk = "/organizations/" + scene.organization + "/desk/certificates";
    Visit coordinator = Visit.as(port, scene.coordinator);
    assertThat(coordinator.get(desk + "/new").body()).contains("مليون شجرة");
    assertThat(coordinator.post(desk, "scope", "campaign-" + scene.campaign, "hours", "9999").page().select("#scope-problem")).isNotEmpty();
    assertThat(coordinator.post(desk, "scope", "organization-1").status()).isEqualTo(422);
    assertThat(coordinator.post(desk, "scope", "", "hours", "abc").page().select("#hours-problem")).isNotEmpty();
    Visit.Answer begun = coordinator.post(desk, "scope", "campaign-" + scene.campaign, "hours", "٢");
    assertThat(begun.status()).isEqualTo(303);
    String batch = begun.leadsTo();
    finish(Long.parseLong(batch.substring(batch.lastIndexOf('/') + 1)));
    assertThat(coordinator.get(batch).body()).contains("استُخرجت شهادتان").contains("أمينة بلقاسم").contains("all.zip");
    assertThat(coordinator.get(batch + "/all.zip").header("Content-Type")).contains("application/zip");
    assertThat(coordinator.get(desk).body()).contains("مليون شجرة");
    AccountId reader = SignIn.account("قارئ");
    scene.member(reader, "reader");
    for (AccountId other : List.of(reader, SignIn.account("غريب"))) {
      Visit stranger = Visit.as(port, other);
      for (String path : new String[] {desk, desk + "/new", batch, batch + "/all.zip", batch + "/part-1.pdf"}) assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
      assertThat(stranger.post(desk, "scope", "").status()).isEqualTo(404);
      assertThat(stranger.post(batch + "/stop").status()).isEqualTo(404);
    }
    Scene foreign = new Scene(db);
    String crosswise = batch.replace("/" + scene.organization + "/", "/" + foreign.organization + "/");
    assertThat(Visit.as(port, foreign.owner).get(crosswise).status()).isEqualTo(404);
  }

  private List<AccountId> volunteers(int count, int minutes) {
    List<AccountId> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      AccountId one = scene.amina();
      scene.hours(one, MARCH.minusDays(i), minutes, Grade.B, scene.opportunity);
      people.add(one);
    }
    return people;
  }

  private long begun(long campaign, int atLeast) {
    return batches.begin(scene.organization, new Scope(null, new dz.linatatawwa.opportunities.CampaignId(campaign), null), Span.ALWAYS, atLeast, scene.owner).orElseThrow();
  }

  /** Works along with the platform's own worker, whichever is first. */
  private void finish(long id) throws InterruptedException {
    for (int i = 0; i < 400 && db.sql("select state = 'running' from certificates.batch where id = :id").param("id", id).query(Boolean.class).single(); i++) {
      if (!batches.step(id)) Thread.sleep(25);
    }
    assertThat(db.sql("select state from certificates.batch where id = :id").param("id", id).query(String.class).single()).isEqualTo("done");
  }

  private Set<String> numbers(long id) {
    return new HashSet<>(db.sql("select c.number from certificates.batch_person p join certificates.certificate c on c.id = p.certificate_id where p.batch_id = :id")
        .param("id", id).query(String.class).list());
  }

  private int told(AccountId person) {
    return db.sql("select count(*) from notices.notice where account_id = :person and kind = 'certificate-issued'").param("person", person.value()).query(Integer.class).single();
  }

  private static List<String> entries(byte[] zip) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) names.add(entry.getName());
    }
    return names;
  }
}
