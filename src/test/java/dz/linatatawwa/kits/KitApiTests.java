package dz.linatatawwa.kits;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.codes.Phone;
import dz.linatatawwa.codes.Signer;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.Guardianship;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a phone asks and sends, by plain HTTP. */
@WorldTest
class KitApiTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired PersonalCodes codes;
  @Autowired Signer signer;

  Scene scene;
  AccountId leader;
  long organization;
  ShiftId shift;
  AccountId amina;
  AccountId karim;
  Device device;

  @BeforeEach
  void aShiftIsOn() {
    scene = new Scene(db);
    leader = scene.account("سميرة");
    organization = scene.organization(leader);
    shift = scene.today(scene.opportunity(organization, "at-once", 16), 20);
    amina = scene.volunteer("أمينة بلقاسم", java.time.LocalDate.now().getYear() - 17);
    karim = scene.volunteer("كريم والي", 1958);
    scene.seat(shift, amina);
    scene.seat(shift, karim);
    device = new Device();
  }

  @Test
  void givesALeaderASignedRosterWithNoMoreThanTheDayNeeds() {
    Visit.Answer given = device.asks(Visit.as(port, leader), shift, false);
    assertThat(given.status()).isEqualTo(200);
    assertThat(signer.read(Device.JSON.readTree(given.body()).get("kit").asString())).isPresent();
    JsonNode kit = Device.opened(given);
    assertThat(kit.get("shift").get("id").asLong()).isEqualTo(shift.value());
    assertThat(kit.get("rows")).hasSize(2);
    JsonNode minor = kit.get("rows").valueStream().filter(row -> row.get("v").asLong() == amina.value()).findFirst().orElseThrow();
    assertThat(minor.get("n").asString()).isEqualTo("أمينة بلقاسم");
    assertThat(minor.get("f").asInt()).as("a minor without a guardian's consent").isEqualTo(3);
    assertThat(minor.get("c").asString()).matches("\\d{6}");
    assertThat(kit.toString()).doesNotContain("+213");
  }

  @Test
  void theRosterSaysWhyAMinorMayNotBeLetInAndWithWhomTheyCome() {
    ShiftId byDay = scene.byDay(scene.opportunity(organization, "at-once", 8), 5);
    AccountId brought = scene.volunteer("طفل القسم", java.time.LocalDate.now().getYear() - 13);
    AccountId stopped = scene.volunteer("قاصر", java.time.LocalDate.now().getYear() - 17);
    long guardian = Guardianship.agreed(db, stopped, "الأم", "mother-kit@example.dz", "take-part");
    Guardianship.agreed(db, brought, "الأب", "father-kit@example.dz", "take-part");
    scene.seat(byDay, stopped);
    db.sql("insert into participation.application (shift_id, volunteer_id, state, brought_by) values (:shift, :child, 'accepted', :school)")
        .param("shift", byDay.value()).param("child", brought.value()).param("school", organization).update();
    db.sql("update volunteers.guardian set stopped_at = now() where id = :id").param("id", guardian).update();
    JsonNode rows = Device.opened(device.asks(Visit.as(port, leader), byDay, false)).get("rows");
    JsonNode child = rows.valueStream().filter(row -> row.get("v").asLong() == brought.value()).findFirst().orElseThrow();
    assertThat(child.get("f").asInt()).as("a minor, nothing in the way").isEqualTo(1);
    assertThat(child.get("p").asString()).as("with the group").isEmpty();
    JsonNode barred = rows.valueStream().filter(row -> row.get("v").asLong() == stopped.value()).findFirst().orElseThrow();
    assertThat(barred.get("f").asInt()).as("a minor whose guardian stopped it").isEqualTo(3);
    db.sql("insert into opportunities.age_rule (opportunity_id, to_time) select opportunity_id, '10:00' from opportunities.shift where id = " + byDay).update();
    JsonNode later = Device.opened(device.asks(Visit.as(port, leader), byDay, false)).get("rows");
    assertThat(later.valueStream().filter(row -> row.get("v").asLong() == brought.value()).findFirst().orElseThrow().get("f").asInt())
        .as("the hours were narrowed since").isEqualTo(9);
  }

  @Test
  void givesNothingToSomebodyWhoDoesNotRunTheShift() {
    assertThat(device.asks(Visit.as(port, karim), shift, false).status()).isEqualTo(404);
    AccountId stranger = scene.account("غريب");
    scene.organization(stranger);
    assertThat(device.asks(Visit.as(port, stranger), shift, false).status()).isEqualTo(404);
    assertThat(device.asks(new Visit(port), shift, false).status()).isNotEqualTo(200);
    assertThat(Visit.as(port, leader).postJson("/api/shifts/" + shift + "/kits", "{\"key\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}}").status())
        .isEqualTo(400);
  }

  @Test
  void aKioskGetsFirstNamesOnlyAndTheLeadersSessionEndsThere() {
    Visit tablet = Visit.as(port, leader);
    JsonNode kit = Device.opened(device.asks(tablet, shift, true));
    assertThat(kit.get("rows").valueStream().map(row -> row.get("n").asString())).containsExactlyInAnyOrder("أمينة", "كريم");
    assertThat(tablet.get("/api/session").body()).contains("\"signedIn\":false");
  }

  @Test
  void takesDeedsByTheKeyOfThePhoneAloneAndEachOnlyOnce() {
    long kit = taken();
    String line = line(UUID.randomUUID().toString(), "check-in", karim, null);
    String first = device.sends(port, kit, batch(line)).body();
    assertThat(outcome(first)).isEqualTo("done");
    assertThat(outcome(device.sends(port, kit, batch(line)).body())).isEqualTo("done");
    assertThat(count("attendance.deed where shift_id = " + shift)).isEqualTo(1);
    assertThat(rowOf(first, karim).get("i").asLong()).isPositive();
    String another = batch(line(UUID.randomUUID().toString(), "check-in", amina, null));
    assertThat(device.sends(port, kit, another, new Device().signature(another.getBytes(java.nio.charset.StandardCharsets.UTF_8))).statusCode()).isEqualTo(403);
    assertThat(device.sends(port, kit, another, new byte[0]).statusCode()).isEqualTo(403);
    assertThat(device.sends(port, kit, "{").statusCode()).isEqualTo(400);
    assertThat(device.sends(port, 987654, another).statusCode()).isEqualTo(404);
    assertThat(count("attendance.attendance where shift_id = " + shift)).isEqualTo(1);
  }

  @Test
  void aPhoneWhoseClockIsTwoHoursWrongGivesTheRightMinute() {
    long kit = taken();
    long wrong = Duration.ofHours(2).toMillis();
    long now = System.currentTimeMillis();
    String line = "{\"key\":\"%s\",\"seq\":1,\"kind\":\"check-in\",\"v\":%s,\"at\":%d}".formatted(UUID.randomUUID(), karim, now - wrong - 60_000);
    device.sends(port, kit, "{\"sentAt\":%d,\"deeds\":[%s]}".formatted(now - wrong, line));
    Instant in = db.sql("select checked_in_at from attendance.attendance where shift_id = " + shift).query(java.sql.Timestamp.class).single().toInstant();
    assertThat(Duration.between(Instant.ofEpochMilli(now - 60_000), in).abs()).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void readsEveryScannedCodeAgain() {
    long kit = taken();
    Phone phone = new Phone();
    assertThat(phone.ask(codes, Phone.session(karim))).isTrue();
    String code = phone.code(Instant.now());
    assertThat(outcome(device.sends(port, kit, batch(line(key(), "check-in", karim, code))).body())).isEqualTo("done");
    assertThat(db.sql("select two_sided from attendance.deed where shift_id = " + shift).query(Boolean.class).single()).isTrue();
    assertThat(why(device.sends(port, kit, batch(line(key(), "check-in", karim, code))).body())).isEqualTo("code-replayed");
    assertThat(why(device.sends(port, kit, batch(line(key(), "check-in", amina, code.substring(0, code.length() - 3) + "000"))).body())).isEqualTo("code-forged");
    assertThat(why(device.sends(port, kit, batch(line(key(), "check-out", karim, phone.code(Instant.now().minusSeconds(600))))).body())).isEqualTo("code-expired");
    Phone strange = new Phone();
    strange.ask(codes, Phone.session(scene.volunteer("ليلى", 1990)));
    assertThat(why(device.sends(port, kit, batch(line(key(), "check-in", null, strange.code(Instant.now())))).body())).isEqualTo("not-on-roster");
    codes.revokeAll(karim);
    assertThat(why(device.sends(port, kit, batch(line(key(), "check-out", karim, phone.code(Instant.now())))).body())).isEqualTo("code-revoked");
    assertThat(count("kits.delivery where kit_id = " + kit + " and outcome <> 'done'")).as("refusals are kept").isEqualTo(5);
  }

  @Test
  void whatComesFromAWithdrawnPhoneWaitsForAPerson() {
    long kit = taken();
    Visit desk = Visit.as(port, leader);
    assertThat(desk.get("/kits").page().text()).contains("phone");
    assertThat(Visit.as(port, karim).post("/kits/" + kit + "/withdrawal").status()).isEqualTo(404);
    assertThat(desk.post("/kits/" + kit + "/withdrawal").leadsTo()).isEqualTo("/kits");
    JsonNode receipt = Device.JSON.readTree(device.sends(port, kit, batch(line(key(), "check-in", karim, null))).body());
    assertThat(receipt.get("withdrawn").asBoolean()).isTrue();
    assertThat(receipt.get("rows").isNull()).isTrue();
    assertThat(receipt.get("answers").get(0).get("outcome").asString()).isEqualTo("review");
    assertThat(count("attendance.attendance where shift_id = " + shift + " and checked_in_at is not null")).isZero();
  }

  @Test
  void theSitesCodeOfAWithdrawnPhoneIsRefusedAlsoWhenItWasGoodAMomentAgo() {
    long kit = taken();
    Instant now = Instant.now();
    Visit volunteer = Visit.as(port, karim);
    String code = device.siteCode(kit, now);
    assertThat(volunteer.postJson("/api/arrivals", claim(code, now, now)).body()).contains("\"done\"");
    assertThat(Visit.as(port, amina).postJson("/api/arrivals", claim(new Device().siteCode(kit, now), now, now)).body()).as("another phone's, though the right one is remembered").contains("code-forged");
    Visit.as(port, leader).post("/kits/" + kit + "/withdrawal");
    assertThat(volunteer.postJson("/api/arrivals", claim(code, now, now)).body()).contains("code-revoked");
  }

  @Test
  void keepsNotesForTheDaybookAndWhoCouldNotBeRecognized() {
    long kit = taken();
    String goods = "{\"key\":\"%s\",\"seq\":1,\"kind\":\"goods\",\"at\":%d,\"text\":\"20 كيسًا\"}".formatted(key(), System.currentTimeMillis());
    String unknown = "{\"key\":\"%s\",\"seq\":2,\"kind\":\"walk-in\",\"at\":%d,\"who\":{\"name\":\"جمال\",\"contact\":\"12\",\"birthYear\":\"1970\"}}"
        .formatted(key(), System.currentTimeMillis());
    String known = "{\"key\":\"%s\",\"seq\":3,\"kind\":\"walk-in\",\"at\":%d,\"who\":{\"name\":\"نادية\",\"contact\":\"0771234599\",\"birthYear\":\"1985\"}}"
        .formatted(key(), System.currentTimeMillis());
    device.sends(port, kit, batch(goods + "," + unknown + "," + known));
    assertThat(db.sql("select words from daybook.note where shift_id = " + shift + " order by noted_at, words").query(String.class).list())
        .containsExactlyInAnyOrder("20 كيسًا", "جمال · 12 · 1970");
    assertThat(count("attendance.attendance where shift_id = " + shift + " and checked_in_at is not null")).isEqualTo(1);
  }

  @Test
  void aVolunteerWhoOpensTheSitesCodeHasComeAndBothHaveSaidSo() {
    long kit = taken();
    Instant now = Instant.now();
    Visit volunteer = Visit.as(port, karim);
    String answer = volunteer.postJson("/api/arrivals", claim(device.siteCode(kit, now.minusSeconds(20)), now.minusSeconds(10), now)).body();
    assertThat(answer).contains("\"done\"").contains("تنظيف حديقة التسلية");
    assertThat(db.sql("select two_sided from attendance.deed where shift_id = " + shift).query(Boolean.class).single()).isTrue();
    assertThat(volunteer.postJson("/api/arrivals", claim(device.siteCode(kit, now.minusSeconds(300)), now, now)).body()).contains("code-expired");
    assertThat(volunteer.postJson("/api/arrivals", claim(new Device().siteCode(kit, now), now, now)).body()).contains("code-forged");
    assertThat(volunteer.postJson("/api/arrivals", claim("x", now, now)).body()).contains("code-forged");
    assertThat(new Visit(port).postJson("/api/arrivals", claim(device.siteCode(kit, now), now, now)).status()).isNotEqualTo(200);
  }

  private long taken() {
    return Device.opened(device.asks(Visit.as(port, leader), shift, false)).get("kit").asLong();
  }

  private static String claim(String code, Instant at, Instant sentAt) {
    return "{\"sentAt\":%d,\"claims\":[{\"key\":\"%s\",\"code\":\"%s\",\"at\":%d,\"leaving\":false}]}".formatted(sentAt.toEpochMilli(), key(), code, at.toEpochMilli());
  }

  private static String line(String key, String kind, AccountId who, String code) {
    return "{\"key\":\"%s\",\"seq\":1,\"kind\":\"%s\",\"v\":%s,\"at\":%d,\"code\":%s}".formatted(key, kind, who, System.currentTimeMillis(),
        code == null ? "null" : "\"" + code + "\"");
  }

  private static String batch(String lines) {
    return "{\"sentAt\":%d,\"deeds\":[%s]}".formatted(System.currentTimeMillis(), lines);
  }

  private static String outcome(String receipt) {
    return Device.JSON.readTree(receipt).get("answers").get(0).get("outcome").asString();
  }

  private static String why(String receipt) {
    return Device.JSON.readTree(receipt).get("answers").get(0).get("code").asString();
  }

  private static JsonNode rowOf(String receipt, AccountId who) {
    return Device.JSON.readTree(receipt).get("rows").valueStream().filter(row -> row.get("v").asLong() == who.value()).findFirst().orElseThrow();
  }

  private int count(String from) {
    return db.sql("select count(*) from " + from).query(Integer.class).single();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
