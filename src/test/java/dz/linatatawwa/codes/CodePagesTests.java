package dz.linatatawwa.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class CodePagesTests {

  @LocalServerPort int port;
  @Autowired PersonalCodes codes;
  @Autowired CodeCards cards;
  @Autowired Participation participation;
  @Autowired JdbcClient db;

  @Test
  void theKeyOfAPhoneBecomesAPassAndItsCodesAreRead() {
    AccountId amina = Someone.amina().volunteer();
    Phone phone = new Phone();
    Visit visit = Visit.as(port, amina);
    Visit.Answer answer = visit.postJson("/api/me/pass", asked(phone));
    assertThat(answer.status()).isEqualTo(200);
    phone.keep(answer.body().replaceFirst(".*\"pass\" ?: ?\"([^\"]+)\".*", "$1"));
    assertThat(codes.read(phone.code(Instant.now()), Instant.now())).isInstanceOfSatisfying(Reading.Genuine.class, one -> assertThat(one.account()).isEqualTo(amina));
    assertThat(visit.postJson("/api/me/pass", asked(phone)).status()).as("renewed").isEqualTo(200);
    assertThat(Visit.as(port, Someone.karim().volunteer()).postJson("/api/me/pass", asked(phone)).status()).as("another's key").isEqualTo(409);
    visit.post("/code/withdrawal");
    assertThat(visit.postJson("/api/me/pass", asked(phone)).status()).as("withdrawn").isEqualTo(409);
  }

  @Test
  void whatIsNoKeyGetsNoPass() {
    Visit visit = Visit.as(port, Someone.amina().volunteer());
    String zeros = "A".repeat(43);
    for (String wrong : new String[] {"{}", "{\"key\":null}", "{\"key\":{}}", "{\"key\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + zeros + "\",\"y\":\"" + zeros + "\"}}",
        "{\"key\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"!\",\"y\":\"" + "\\u0000".repeat(43) + "\"}}", "{\"key\":\"x\"}", "[", "", "null"}) {
      assertThat(visit.postJson("/api/me/pass", wrong).status()).as(wrong).isEqualTo(400);
    }
    assertThat(Visit.as(port, SignIn.account("لا متطوع")).postJson("/api/me/pass", asked(new Phone())).status()).isEqualTo(404);
    assertThat(new Visit(port).postJson("/api/me/pass", asked(new Phone())).status()).as("nobody").isNotEqualTo(200);
  }

  @Test
  void anybodyMayKnowThePublicKeysAndNobodyTheOthers() {
    Visit.Answer keys = new Visit(port).get("/api/keys");
    assertThat(keys.status()).isEqualTo(200);
    assertThat(keys.body()).contains("\"crv\":\"P-256\"", "\"kid\":\"").doesNotContain("\"d\"");
  }

  @Test
  void thePageShowsACodeTheDigitsOfTheNextShiftAndThePhones() {
    AccountId amina = Someone.amina().volunteer();
    Scene scene = new Scene(db);
    ShiftId shift = scene.coming(scene.opportunity(scene.organization(scene.account("مسؤول")), "at-once", 16), 5);
    scene.seat(shift, amina);
    var phone = new Phone();
    phone.ask(codes, Phone.session(amina));
    var page = Visit.as(port, amina).get("/code").page();
    assertThat(page.select(".codes-qr svg path")).hasSize(2);
    assertThat(page.select(".codes-digits b").text().replaceAll("\\D", "")).isEqualTo(codes.sixDigits(shift, amina));
    assertThat(page.select(".codes-phones li")).hasSize(1);
    String withdraw = page.select(".codes-phones form").attr("action");
    assertThat(Visit.as(port, Someone.karim().volunteer()).post(withdraw).status()).as("another's phone is not there").isEqualTo(404);
    assertThat(Visit.as(port, amina).post(withdraw).leadsTo()).startsWith("/code");
    assertThat(codes.read(phone.code(Instant.now()), Instant.now())).isEqualTo(new Reading.Refused(Reading.Why.REVOKED));
  }

  @Test
  void somebodyWhoIsNoVolunteerIsLedToJoining() {
    assertThat(Visit.as(port, SignIn.account("ليلى")).get("/code").page().select("a[href=/join]")).isNotEmpty();
    assertThat(new Visit(port).get("/code").leadsTo()).startsWith("/sign-in");
    assertThat(new Visit(port).get("/code/large").status()).isEqualTo(200);
  }

  @Test
  void aSheetHoldsEightCardsWhoseCodesAreReadFromThePicture() throws Exception {
    Scene scene = new Scene(db);
    AccountId owner = scene.account("مسؤول");
    long organization = scene.organization(owner);
    ShiftId shift = scene.coming(scene.opportunity(organization, "at-once", 16), 20);
    List<AccountId> people = scene.volunteers(9);
    people.forEach(person -> scene.seat(shift, person));
    db.sql("update accounts.account set name = 'Ɛli Aḥeddad' where id = :id").param("id", people.get(0).value()).update();
    db.sql("update accounts.account set name = 'عبد الرحمان بن عبد القادر الحاج موسى' where id = :id").param("id", people.get(1).value()).update();
    String path = "/organizations/" + organization + "/desk/shifts/" + shift.value() + "/cards.pdf";
    assertThat(Visit.as(port, owner).get(path).header("Content-Type")).hasValue("application/pdf");
    assertThat(Visit.as(port, people.get(0)).get(path).status()).isEqualTo(404);
    List<Applicants.Seated> seated = people.stream().map(id -> new Applicants.Seated(id, db.sql("select name from accounts.account where id = :id")
        .param("id", id.value()).query(String.class).single())).toList();
    byte[] pdf = cards.ofShift(seated, participation.facts(shift), Language.AR);
    shown("cards.pdf", pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(new PDFTextStripper().getText(document)).contains("متطوع 9", "Ɛli Aḥeddad", "تنظيف حديقة التسلية", "Carte de bénévole", "بطاقة متطوع(ة)");
      Set<AccountId> read = new HashSet<>();
      for (int i = 0; i < 2; i++) read.addAll(read(document, i));
      assertThat(read).containsExactlyInAnyOrderElementsOf(people);
    }
  }

  @Test
  void onesOwnCardIsPrintedAndRead() throws Exception {
    AccountId amina = Someone.amina().volunteer();
    assertThat(Visit.as(port, amina).get("/code/card.pdf").header("Content-Type")).hasValue("application/pdf");
    assertThat(Visit.as(port, SignIn.account("ليلى")).get("/code/card.pdf").status()).isEqualTo(404);
    byte[] pdf = cards.own(new Applicants.Seated(amina, "أمينة بلقاسم"), Language.FR);
    shown("card.pdf", pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document)).contains("أمينة بلقاسم", "Votre carte imprimée");
      assertThat(read(document, 0)).containsExactly(amina);
    }
  }

  /** Reads the page in pieces, as a camera held over one card does, and from several distances: one picture in some hundreds is not read from one of them. */
  private Set<AccountId> read(PDDocument document, int page) throws Exception {
    Set<AccountId> people = new HashSet<>();
    for (int dpi : new int[] {200, 230, 300}) people.addAll(read(new PDFRenderer(document).renderImageWithDPI(page, dpi), (int) (54 / 25.4 * dpi)));
    return people;
  }

  private Set<AccountId> read(BufferedImage image, int height) {
    Set<AccountId> people = new HashSet<>();
    int width = image.getWidth() / 2;
    for (int y = 0; y + height <= image.getHeight(); y += height / 4) {
      for (int x : new int[] {0, width}) {
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, image.getRGB(x, y, width, height, null, 0, width))));
        try {
          String text = new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
          assertThat(codes.read(text, Instant.now())).isInstanceOfSatisfying(Reading.Genuine.class, one -> people.add(one.account()));
        } catch (ReaderException noCodeHere) {
          continue;
        }
      }
    }
    return people;
  }

  private static void shown(String name, byte[] pdf) throws Exception {
    Files.write(Files.createDirectories(Path.of("target", "screenshots")).resolve(name), pdf);
  }

  private static String asked(Phone phone) {
    PublicKeyView key = PublicKeyView.of(phone.key(), "");
    return "{\"key\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + key.x() + "\",\"y\":\"" + key.y() + "\"}}";
  }
}
