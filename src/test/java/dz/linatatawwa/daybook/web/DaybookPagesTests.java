package dz.linatatawwa.daybook.web;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.volunteers.Guardians;
import dz.linatatawwa.world.Guardianship;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of closing a day, by plain HTTP. */
@WorldTest
class DaybookPagesTests {

  @LocalServerPort int port;
  @Autowired Guardians guardians;
  @Autowired JdbcClient db;

  Scene scene;
  AccountId owner;
  AccountId karim;
  long organization;
  long opportunity;
  ShiftId shift;
  Visit visit;

  @BeforeEach
  void aDayThatIsOver() {
    scene = new Scene(db);
    owner = scene.account("أمينة");
    organization = scene.organization(owner);
    opportunity = scene.opportunity(organization, "at-once", 16);
    shift = scene.shift(opportunity, Instant.now().minus(Duration.ofHours(5)), Duration.ofHours(4), 5);
    karim = scene.volunteer("كريم", 1958);
    scene.seat(shift, karim);
    db.sql("""
        insert into attendance.attendance (shift_id, volunteer_id, application_id, checked_in_at, checked_in_by)
        select a.shift_id, a.volunteer_id, a.id, s.starts_at, :by from participation.application a join opportunities.shift s on s.id = a.shift_id
        where a.shift_id = :shift
        """).param("by", owner.value()).param("shift", shift.value()).update();
    visit = Visit.as(port, owner);
  }

  @Test
  void theRollLeadsToTheClosingWhichLeadsToTheHours() {
    assertThat(visit.get(desk("/shifts/" + shift)).page().select("a[href$=/closing]")).hasSize(1);
    assertThat(visit.get(closing("")).page().select("form[action$=/answers]")).hasSize(1);
    assertThat(visit.post(closing("/proposal")).leadsTo()).startsWith(closing(""));
    assertThat(visit.get(closing("")).page().select("form[action$=/proposal]")).isEmpty();
    assertThat(visit.post(closing("/closure")).status()).isEqualTo(303);
    assertThat(visit.post(closing("/closure")).status()).isEqualTo(303);
    var closed = visit.get(closing("")).page();
    assertThat(closed.select("a[href=" + desk("/hours/" + shift) + "]")).hasSize(1);
    assertThat(closed.select("form[action$=/closure], form[action$=/answers]")).isEmpty();
    assertThat(db.sql("select count(*) from hours.claim where shift_id = " + shift).query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void wrongTimesKeepWhatWasTypedAndSayWhyBesideTheField() {
    visit.get(closing(""));
    var answer = visit.post(closing("/times"), "volunteer", karim.toString(), "key", key(), "from", "25:99", "to", "10:00");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().getElementById("from-" + karim).val()).isEqualTo("25:99");
    assertThat(answer.page().getElementById("from-" + karim + "-problem")).isNotNull();
  }

  @Test
  void everythingIsMissingForStrangersAndForAnotherOrganisationsShift() {
    AccountId stranger = scene.account("غريب");
    long foreign = scene.organization(stranger);
    visit.get(closing(""));
    long id = report("سقط سلم", false);
    Visit other = Visit.as(port, stranger);
    Visit volunteer = Visit.as(port, karim);
    for (Visit who : List.of(other, volunteer)) {
      for (String path : List.of(closing(""), desk("/incidents"), desk("/incidents/" + id), desk("/incidents/" + id + ".pdf"), desk("/shifts/" + shift + "/incidents/new"))) {
        assertThat(who.get(path).status()).as(path).isEqualTo(404);
      }
      for (String path : List.of("/proposal", "/proposal/withdrawal", "/answers", "/times", "/answers/" + karim + "/withdrawal", "/closure", "/goods", "/thanks",
          "/notes/" + key() + "/done")) {
        assertThat(who.post(closing(path), "volunteer", karim.toString(), "answer", "right", "key", key(), "kind", "achieved", "quantity", "1", "unit", "trees",
            "words", "شكرًا", "from", "08:00", "to", "09:00").status()).as(path).isEqualTo(404);
      }
      assertThat(who.post(desk("/incidents/" + id + "/additions"), "key", key(), "words", "كذب").status()).isEqualTo(404);
      assertThat(who.post(desk("/shifts/" + shift + "/incidents"), "key", key(), "words", "كذب", "place", "هنا").status()).isEqualTo(404);
    }
    assertThat(other.get("/organizations/" + foreign + "/desk/shifts/" + shift + "/closing").status()).isEqualTo(404);
    assertThat(other.get("/organizations/" + foreign + "/desk/incidents/" + id).status()).isEqualTo(404);
  }

  @Test
  void aCancelledShiftIsNotClosed() {
    visit.get(closing(""));
    db.sql("update opportunities.shift set state = 'cancelled' where id = " + shift).update();
    assertThat(visit.get(closing("")).page().select("form[action$=/closure]")).isEmpty();
    visit.post(closing("/closure"));
    assertThat(db.sql("select count(*) from attendance.closure where shift_id = " + shift).query(Integer.class).single()).isZero();
    assertThat(visit.post(closing("/thanks"), "words", "شكرًا").status()).isEqualTo(404);
    assertThat(visit.post(closing("/goods"), "key", key(), "kind", "achieved", "quantity", "3", "unit", "trees").status()).isEqualTo(404);
  }

  @Test
  void hostileAndHugeTextIsRefusedOrShownAsText() {
    visit.get(closing(""));
    var huge = visit.post(closing("/thanks"), "words", "ش".repeat(5_000));
    assertThat(huge.status()).isEqualTo(422);
    assertThat(huge.page().getElementById("words-problem")).isNotNull();
    visit.post(closing("/goods"), "key", key(), "kind", "used", "what", "<img src=x onerror=alert(1)>\u202eمجارف", "quantity", "٣", "unit", "pieces");
    assertThat(visit.post(closing("/goods"), "key", key(), "kind", "achieved", "quantity", "0", "unit", "trees").status()).isEqualTo(422);
    assertThat(visit.post(closing("/goods"), "key", key(), "kind", "achieved", "quantity", "99999999999", "unit", "trees").status()).isEqualTo(422);
    assertThat(visit.post(closing("/goods"), "key", key(), "kind", "achieved", "quantity", "3", "unit", "boxes").status()).isEqualTo(422);
    var goods = visit.get(closing("")).page().select(".daybook-goods li");
    assertThat(goods).hasSize(1);
    assertThat(goods.select("img")).isEmpty();
    assertThat(goods.text()).contains("<img src=x onerror=alert(1)>مجارف").doesNotContain("\u202e");
  }

  @Test
  void whatWasAchievedIsOnTheOpportunitysPageOnceTheDayIsClosed() {
    visit.get(closing(""));
    visit.post(closing("/goods"), "key", key(), "kind", "achieved", "quantity", "40", "unit", "trees");
    assertThat(new Visit(port).get("/opportunities/" + opportunity).page().select(".impact-units")).isEmpty();
    visit.post(closing("/closure"));
    assertThat(new Visit(port).get("/opportunities/" + opportunity).page().select(".impact-units").text()).contains("40");
  }

  @Test
  void aPictureIsPublicOnlyWithConsentAndAfterClosing() throws IOException {
    visit.get(closing(""));
    assertThat(picture("shown", "true").status()).isEqualTo(422);
    assertThat(picture("shown", "true", "consent", "true").status()).isEqualTo(303);
    assertThat(picture().status()).isEqualTo(303);
    List<String> pictures = visit.get(closing("")).page().select(".daybook-pictures li > a").eachAttr("href");
    assertThat(pictures).hasSize(2);
    Visit nobody = new Visit(port);
    for (String address : pictures) assertThat(nobody.get(address).status()).isEqualTo(404);
    visit.post(closing("/closure"));
    assertThat(pictures.stream().map(address -> nobody.get(address).status()).toList()).containsExactly(200, 404);
    assertThat(nobody.get("/opportunities/" + opportunity).page().select(".daybook-pictures img")).hasSize(1);
    visit.post(closing("/pictures/" + pictures.getFirst().replace("/files/", "") + "/removal"));
    assertThat(nobody.get(pictures.getFirst()).status()).isEqualTo(404);
  }

  @Test
  void aPictureOfAMinorIsShownOnlyWhileAGuardianAgreesToPictures() throws IOException {
    AccountId minor = scene.volunteer("قاصر في الصورة", java.time.LocalDate.now().getYear() - 17);
    Guardianship.agreed(db, minor, "الأم", "mother-picture@example.dz", "take-part");
    db.sql("insert into attendance.attendance (shift_id, volunteer_id, checked_in_at, checked_in_by) values (:shift, :minor, now() - interval '1 hour', :by)")
        .param("shift", shift.value()).param("minor", minor.value()).param("by", owner.value()).update();
    assertThat(visit.get(closing("")).page().select("input[name=minors]")).as("no consent to pictures").isEmpty();
    assertThat(picture("shown", "true", "consent", "true", "minors", minor.toString()).status()).isEqualTo(422);
    long guardian = Guardianship.agreed(db, minor, "الأب", "father-picture@example.dz", "pictures");
    assertThat(visit.get(closing("")).page().select("input[name=minors]")).hasSize(1);
    assertThat(picture("shown", "true", "consent", "true", "minors", minor.toString()).status()).isEqualTo(303);
    String address = visit.get(closing("")).page().select(".daybook-pictures li > a").attr("href");
    visit.post(closing("/closure"));
    Visit nobody = new Visit(port);
    assertThat(nobody.get(address).status()).isEqualTo(200);
    guardians.agree(guardians.find(guardian).orElseThrow(), java.util.Set.of());
    assertThat(nobody.get(address).status()).as("at once").isEqualTo(404);
    assertThat(nobody.get("/opportunities/" + opportunity).page().select(".daybook-pictures img")).isEmpty();
    assertThat(visit.get(address).status()).as("the organisation keeps it").isEqualTo(200);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> db.sql("update daybook.picture set public = true where file_id = cast(:file as uuid)")
        .param("file", address.replace("/files/", "")).update()).hasMessageContaining("without consent to pictures");
  }

  @Test
  void anIncidentIsWrittenAddedToAndPrintedInArabicAndFrench() throws Exception {
    visit.get(closing(""));
    var incomplete = visit.post(desk("/shifts/" + shift + "/incidents"), "key", key(), "words", "", "place", "", "date", "غدًا", "time", "", "contact1", "0550 00 00 01");
    assertThat(incomplete.status()).isEqualTo(422);
    for (String field : List.of("words", "place", "date", "witness1")) assertThat(incomplete.page().getElementById(field + "-problem")).as(field).isNotNull();
    long id = report("انزلق كريم على الدرج", true);
    visit.post(desk("/incidents/" + id + "/additions"), "key", key(), "words", "عاد إلى بيته");
    assertThat(visit.get(desk("/incidents/" + id)).page().select("article").eachText()).hasSize(2);
    assertThat(visit.get(desk("/incidents")).page().select("main a[href$=/incidents/" + id + "]")).hasSize(1);
    assertThat(pdf(id, "ar")).contains("انزلق كريم على الدرج").contains("عاد إلى بيته").contains("محضر حادث رقم");
    assertThat(pdf(id, "fr")).contains("Rapport d’incident").contains("Association Horizon");
    assertThat(db.sql("select count(*) from supervision.audit where deed = 'incident.printed' and object_id = '" + id + "'").query(Integer.class).single()).isEqualTo(2);
  }

  private long report(String words, boolean serious) {
    var local = Instant.now().minus(Duration.ofHours(3)).atZone(dz.linatatawwa.language.Words.ZONE);
    var answer = visit.post(desk("/shifts/" + shift + "/incidents"), "key", key(), "words", words, "place", "الدرج", "date", local.toLocalDate().toString(), "time",
        local.toLocalTime().withSecond(0).withNano(0).toString(), "hurt", "1", "help", "first-aid", "serious", Boolean.toString(serious));
    assertThat(answer.status()).isEqualTo(303);
    return Long.parseLong(answer.leadsTo().replaceAll(".*/", ""));
  }

  private String pdf(long id, String language) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + desk("/incidents/" + id + ".pdf?language=" + language)))
        .header("Cookie", "session=" + visit.cookies().get("session")).build();
    HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    try (var document = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private Visit.Answer picture(String... fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
    String[] all = new String[fields.length + 2];
    System.arraycopy(fields, 0, all, 2, fields.length);
    all[0] = "key";
    all[1] = key();
    return visit.postFile(closing("/pictures"), "picture", "day.jpg", "image/jpeg", bytes.toByteArray(), all);
  }

  private String desk(String path) {
    return "/organizations/" + organization + "/desk" + path;
  }

  private String closing(String path) {
    return desk("/shifts/" + shift + "/closing" + path);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
