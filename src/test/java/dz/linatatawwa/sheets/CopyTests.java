package dz.linatatawwa.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.Disputes;
import dz.linatatawwa.attendance.Mark;
import dz.linatatawwa.attendance.Roster;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/** Copying filled sheets, on a real database and in a browser. */
@WorldTest
class CopyTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Photos photos;
  @Autowired Files files;
  @Autowired Copying copying;
  @Autowired Delivery delivery;
  @Autowired LineTable lines;
  @Autowired Roster roster;
  @Autowired Disputes disputes;
  @Autowired PersonalCodes codes;

  Scene scene;
  AccountId owner;
  long organization;
  ShiftId shift;
  AccountId karim;
  Instant starts;
  Visit visit;

  @BeforeEach
  void aShiftThatIsOver() {
    scene = new Scene(db);
    owner = scene.account("أمينة");
    organization = scene.organization(owner);
    starts = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(5));
    shift = scene.shift(scene.opportunity(organization, "at-once", 16), starts, Duration.ofHours(4), 8);
    karim = scene.volunteer("كريم", 1990);
    scene.seat(shift, karim);
    visit = Visit.as(port, owner);
    visit.get(address(""));
  }

  @Test
  void aFilledCircleIsThePlannedTimesAndGradeC() {
    assertThat(tap("planned").status()).isEqualTo(303);
    assertThat(grade()).isEqualTo("C");
    assertThat(time("checked_in_at")).hasValue(starts);
    assertThat(time("checked_out_at")).hasValue(starts.plus(Duration.ofHours(4)));
    assertThat(visit.get(address("")).page().select("#r" + karim + ".sheets-written")).hasSize(1);
  }

  @Test
  void theSameFormTwiceIsOneRowAndOfTwoAtOnceOneCounts() throws Exception {
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) assertThat(row(key, 0, "planned").status()).isEqualTo(303);
    assertThat(count("sheets.line")).isEqualTo(1);
    try (var pool = Executors.newFixedThreadPool(4)) {
      List<Callable<Copied>> hands = IntStream.range(0, 4).<Callable<Copied>>mapToObj(i -> () -> copying.copy(new SheetLine(shift.value(), karim.value(), 2,
          UUID.randomUUID().toString(), Reading.CAME, starts.plusSeconds(600L + i * 600L), null, null, owner.value(), starts, false, null))).toList();
      List<Copied> answers = pool.invokeAll(hands).stream().map(done -> done.resultNow()).toList();
      assertThat(answers).containsOnlyOnce(Copied.DONE).contains(Copied.CHANGED);
    }
    assertThat(count("sheets.line")).isEqualTo(2);
    assertThat(db.sql("select count(*) from attendance.conflict where settled_at is null and shift_id = " + shift).query(Integer.class).single()).isZero();
  }

  @Test
  void aRowReadAgainReplacesTheFirstReading() {
    tap("planned");
    assertThat(row(UUID.randomUUID().toString(), 1, "absent").status()).isEqualTo(303);
    assertThat(time("checked_in_at")).isEmpty();
    assertThat(time("no_show_at")).isPresent();
    row(UUID.randomUUID().toString(), 2, "blank");
    assertThat(time("no_show_at")).isEmpty();
    assertThat(row(UUID.randomUUID().toString(), 1, "planned").status()).isEqualTo(303);
    assertThat(time("checked_in_at")).as("written over an older version").isEmpty();
  }

  @Test
  void whatTheDaySawStandsAndTheDifferenceIsAContradiction() {
    db.sql("update opportunities.opportunity set grace_minutes = 120 where organization_id = " + organization).update();
    roster.checkIn(new Mark("desk-" + UUID.randomUUID(), owner, shift, karim));
    Instant seen = time("checked_in_at").orElseThrow();
    tap("planned");
    assertThat(time("checked_in_at")).hasValue(seen);
    assertThat(grade()).isEqualTo("B");
    assertThat(db.sql("select kind from attendance.conflict where settled_at is null and shift_id = " + shift).query(String.class).list())
        .contains("two-beginnings");
    assertThat(visit.get("/organizations/" + organization + "/desk/shifts/" + shift).page().select("#decide")).hasSize(1);
    long conflict = db.sql("select id from attendance.conflict where kind = 'two-beginnings' and shift_id = " + shift).query(Long.class).single();
    disputes.settle(owner, shift, conflict, true);
    assertThat(time("checked_in_at")).hasValue(starts);
    assertThat(grade()).as("a decision makes no proof better").isEqualTo("C");
  }

  @Test
  void whatWasKeptAndNotDeliveredIsDeliveredLater() {
    lines.add(new SheetLine(shift.value(), karim.value(), 1, UUID.randomUUID().toString(), Reading.CAME, starts, starts.plusSeconds(3600), null,
        owner.value(), starts, false, null));
    db.sql("update sheets.line set written_at = now() - interval '5 minutes'").update();
    assertThat(count("attendance.deed")).isZero();
    delivery.forgotten();
    delivery.forgotten();
    assertThat(count("attendance.deed")).isEqualTo(2);
    assertThat(grade()).isEqualTo("C");
  }

  @Test
  void aClosedDayTakesItOnlyWhenItIsAcceptedAndLateHoursNeedTwo() {
    db.sql("update opportunities.shift set starts_at = starts_at - interval '5 days', ends_at = ends_at - interval '5 days' where id = " + shift).update();
    starts = starts.minus(Duration.ofDays(5));
    roster.close(owner, shift);
    tap("planned");
    assertThat(time("checked_in_at")).isEmpty();
    visit.get(address(""));
    assertThat(visit.post(address("/acceptance")).status()).isEqualTo(303);
    assertThat(time("checked_in_at")).hasValue(starts);
    var claim = db.sql("select grade, needs_second from hours.claim where shift_id = " + shift).query((row, n) -> row.getString(1) + row.getBoolean(2)).list();
    assertThat(claim).containsExactly("Ctrue");
    assertThat(copying.copy(new SheetLine(shift.value(), karim.value(), 2, UUID.randomUUID().toString(), Reading.BLANK, null, null, null, owner.value(),
        starts, false, null))).isEqualTo(Copied.PROPOSED);
  }

  @Test
  void impossibleTimesAndHostileTextAreRefusedBesideTheField() {
    for (String typed : List.of("25:99", "<script>alert(1)</script>", "\u202e8:30", "")) {
      var answer = visit.post(address("/rows"), "volunteer", karim.toString(), "version", "0", "key", UUID.randomUUID().toString(), "in", typed, "out", "", "mark", "came");
      assertThat(answer.status()).as(typed).isEqualTo(422);
      assertThat(answer.page().getElementById("in-" + karim + "-problem")).isNotNull();
      assertThat(answer.page().select("script:containsData(alert)")).isEmpty();
    }
    String early = clock(starts.minus(Duration.ofHours(3)));
    assertThat(visit.post(address("/rows"), "volunteer", karim.toString(), "version", "0", "key", UUID.randomUUID().toString(), "in", early, "out", "", "mark", "came")
        .status()).isEqualTo(422);
    assertThat(count("sheets.line")).isZero();
  }

  @Test
  void whoeverIsForeignFindsNothing() {
    AccountId stranger = scene.account("غريب");
    long foreign = scene.organization(stranger);
    for (AccountId who : List.of(stranger, karim)) {
      Visit other = Visit.as(port, who);
      assertThat(other.get(address("")).status()).isEqualTo(404);
      assertThat(other.post(address("/rows"), "volunteer", karim.toString(), "version", "0", "key", UUID.randomUUID().toString(), "mark", "planned").status()).isEqualTo(404);
      assertThat(other.post(address("/done")).status()).isEqualTo(404);
    }
    assertThat(Visit.as(port, stranger).get("/organizations/" + foreign + "/desk/shifts/" + shift + "/sheets").status()).isEqualTo(404);
    AccountId nobody = scene.volunteer("بعيد", 1990);
    assertThat(visit.post(address("/rows"), "volunteer", nobody.toString(), "version", "0", "key", UUID.randomUUID().toString(), "mark", "planned").status()).isEqualTo(404);
  }

  @Test
  void aPictureIsKeptTurnedAndShownOnlyToThoseWhoSettle() throws Exception {
    String key = "photo-" + UUID.randomUUID();
    for (int i = 0; i < 2; i++) assertThat(photos.add(shift, owner, key, new MockMultipartFile("photos", "sheet.png", "image/png", picture(300, 200)))).isEmpty();
    assertThat(photos.add(shift, owner, "photo-" + UUID.randomUUID(), new MockMultipartFile("photos", "a.pdf", "application/pdf", "%PDF-1.7 <x>".getBytes())))
        .get().isInstanceOf(Kept.Refused.class);
    Photo kept = photos.of(shift).getFirst();
    String before = kept.file().toString();
    assertThat(photos.turn(shift, kept.id(), before)).isTrue();
    assertThat(photos.turn(shift, kept.id(), before)).isTrue();
    Photo turned = photos.of(shift).getFirst();
    BufferedImage drawn = ImageIO.read(new java.io.ByteArrayInputStream(files.read(turned.file()).orElseThrow()));
    assertThat(List.of(drawn.getWidth(), drawn.getHeight())).as("a second tap on one page turns once").containsExactly(200, 300);
    visit.post(address("/rows"), "volunteer", karim.toString(), "version", "0", "key", UUID.randomUUID().toString(), "mark", "planned", "photo", Long.toString(kept.id()));
    assertThat(photos.remove(shift, kept.id())).as("rows were read from it").isFalse();
    roster.close(owner, shift);
    assertThat(visit.get("/organizations/" + organization + "/desk/hours/" + shift).page().select(".sheets-evidence img")).hasSize(1);
    assertThat(visit.get(turned.file().address()).status()).isEqualTo(200);
    Visit volunteer = Visit.as(port, karim);
    assertThat(volunteer.get(turned.file().address()).status()).isEqualTo(404);
    long claim = db.sql("select id from hours.claim where shift_id = " + shift).query(Long.class).single();
    var receipt = volunteer.get("/hours/claims/" + claim).page();
    assertThat(receipt.select(".sheets-note").text()).contains("أمينة");
    assertThat(receipt.select("img[src*=files]")).isEmpty();
  }

  @Test
  void timesOverMidnightAreOfTheNextDay() {
    Instant evening = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(2)).plus(Duration.ofHours(21));
    db.sql("update opportunities.shift set starts_at = :at, ends_at = :to where id = :id").param("at", java.sql.Timestamp.from(evening))
        .param("to", java.sql.Timestamp.from(evening.plus(Duration.ofHours(4)))).param("id", shift.value()).update();
    assertThat(visit.post(address("/rows"), "volunteer", karim.toString(), "version", "0", "key", UUID.randomUUID().toString(), "in", "٢٢:٠٠", "out", "1h30",
        "mark", "came").status()).isEqualTo(303);
    assertThat(Duration.between(time("checked_in_at").orElseThrow(), time("checked_out_at").orElseThrow())).isEqualTo(Duration.ofMinutes(210));
  }

  @Test
  void aSheetIsCopiedOnAPhoneAndAtADesk() throws Exception {
    for (int i = 1; i <= 3; i++) scene.seat(shift, scene.volunteer("متطوعة " + i, 1992));
    AccountId besides = scene.volunteer("زائر", 1990);
    String code = db.sql("select code from volunteers.volunteer where account_id = " + besides).query(String.class).single();
    Path scan = java.nio.file.Files.write(java.nio.file.Files.createTempFile("sheet", ".png"), picture(900, 1270));
    try (BrowserContext phone = Browser.phone()) {
      Page page = opened(phone);
      page.setInputFiles("#photos", scan);
      page.click("form[action$='/photos'] button");
      page.waitForSelector(".sheets-frame img");
      page.click("#r" + karim + " button[value=planned]");
      page.waitForSelector("#r" + karim + ".sheets-written");
      page.waitForSelector(".sheets-now input[name=in]:focus");
      page.keyboard().type(clock(starts));
      page.keyboard().press("Enter");
      written(page, 2);
      page.check("[name=zoom][value='2']");
      Browser.screenshot(page, "sheets-ar");
      Axe.findsNothing(page);
    }
    try (BrowserContext desk = Browser.desktop("fr-DZ")) {
      Page page = opened(desk);
      page.locator(".sheets-row:not(.sheets-written) button[value=absent]").first().click();
      written(page, 3);
      page.fill("#who", code);
      page.locator("#walk-ins form button").last().click();
      written(page, 4);
      page.locator(".sheets-row:not(.sheets-written) button[value=blank]").first().click();
      written(page, 5);
      page.click("form[action$='/done'] button");
      page.waitForSelector("#summary .pill");
      page.navigate("http://localhost:" + port + address("") + "?lang=fr");
      assertThat(page.locator("#sheets-sum").innerText()).contains("5 lignes").contains("présents 2").contains("absents 1").contains("sans inscription 1");
      Browser.screenshot(page, "sheets-fr");
      Axe.findsNothing(page);
    }
  }

  private Page opened(BrowserContext browser) {
    browser.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(owner)).setUrl("http://localhost:" + port)));
    Page page = browser.newPage();
    page.navigate("http://localhost:" + port + address(""));
    return page;
  }

  private static void written(Page page, int rows) {
    page.locator(".sheets-written").nth(rows - 1).waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(9_000));
    assertThat(page.locator(".sheets-written").count()).isEqualTo(rows);
  }

  private Visit.Answer tap(String mark) {
    return row(UUID.randomUUID().toString(), 0, mark);
  }

  private Visit.Answer row(String key, int version, String mark) {
    return visit.post(address("/rows"), "volunteer", karim.toString(), "version", Integer.toString(version), "key", key, "mark", mark);
  }

  private String address(String part) {
    return "/organizations/" + organization + "/desk/shifts/" + shift + "/sheets" + part;
  }

  private String grade() {
    return db.sql("select grade from attendance.attendance where shift_id = :shift and volunteer_id = :id").param("shift", shift.value())
        .param("id", karim.value()).query(String.class).single();
  }

  private Optional<Instant> time(String column) {
    return db.sql("select " + column + " from attendance.attendance where shift_id = :shift and volunteer_id = :id").param("shift", shift.value())
        .param("id", karim.value()).query((row, n) -> row.getObject(1, java.time.OffsetDateTime.class)).list().stream()
        .filter(java.util.Objects::nonNull).findFirst().map(at -> at.toInstant());
  }

  private int count(String table) {
    assertThat(table).isIn(Set.of("sheets.line", "attendance.deed"));
    return db.sql("select count(*) from " + table + " where shift_id = " + shift).query(Integer.class).single();
  }

  private static String clock(Instant at) {
    return at.atZone(dz.linatatawwa.language.Words.ZONE).toLocalTime().withSecond(0).withNano(0).toString();
  }

  private static byte[] picture(int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.DARK_GRAY);
    for (int y = 40; y < height; y += 40) pen.drawLine(10, y, width - 10, y);
    pen.dispose();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", output);
    return output.toByteArray();
  }
}
