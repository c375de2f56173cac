package dz.linatatawwa.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.codes.PublicKeyView;
import dz.linatatawwa.codes.Signer;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.world.Archive;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.WorldTest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class PaperOfCertificatesTests {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 14);
  private static final String SITE = "https://linatatawwa.example";
  private static final String LONG = "محمد الطاهر عبد الرحمان بن عبد القادر بن الحاج أحمد الحاج موسى بن إبراهيم";

  @Autowired JdbcClient db;
  @Autowired Certificates certificates;
  @Autowired CertificatePapers papers;
  @Autowired Signer signer;
  Scene scene;

  @BeforeEach
  void people() {
    scene = new Scene(db);
  }

  @Test
  void thePageSaysTheSameInThreeLanguages() throws IOException {
    Certificate made = hours("أمينة بلقاسم");
    assertThat(text(made, Language.AR)).contains("شهادة ساعات تطوعية", "أمينة بلقاسم", "5 ساعات و30 دقيقة", "من 14 مارس 2026 إلى 15 مارس 2026", "جمعية الأرز", made.number().shown());
    assertThat(text(made, Language.FR)).contains("Attestation d’heures de bénévolat", "أمينة بلقاسم", "5 heures et 30 minutes", "du 14 mars 2026 au 15 mars 2026", "Association El Arz");
    assertThat(text(made, Language.EN)).contains("Certificate of volunteer hours", "5 hours and 30 minutes", "14 March 2026 to 15 March 2026", "linatatawwa.example/certificates/check/" + made.number());
  }

  @Test
  void everyPaperCanBeKeptAndHeard() throws Exception {
    Certificate page = hours("Ɛli Aḥeddad");
    for (Language language : List.of(Language.AR, Language.FR, Language.EN)) Archive.keeps(papers.pdf(page, language, SITE));
    AccountId amina = scene.amina();
    scene.hours(amina, MARCH, 200, Grade.A, scene.opportunity);
    Archive.keeps(papers.pdf(book(amina), Language.AR, SITE));
    Archive.keeps(papers.pdf(certificates.sealed(new Sealing(new LocalName("قائمة", null, null), Scope.ALL, Span.ALWAYS, Grade.COUNTED, List.of(amina), scene.owner)), Language.AR, SITE));
  }

  @Test
  void kabyleLongAndMixedNamesAreWhole() throws IOException {
    assertThat(text(hours("Ɛli Aḥeddad"), Language.FR)).contains("Ɛli Aḥeddad");
    assertThat(text(hours(LONG), Language.EN)).contains("الحاج موسى بن إبراهيم");
    Certificate book = book(scene.amina());
    for (Language language : List.of(Language.AR, Language.FR)) assertThat(text(book, language)).contains("تنظيف شاطئ", "Sidi Fredj");
  }

  @Test
  void theCodeInThePictureIsVerifiedWithTheJdkAloneAndAnyChangeIsSeen() throws Exception {
    Certificate made = hours("أمينة بلقاسم");
    String scanned = scanned(papers.pdf(made, Language.AR, SITE));
    assertThat(scanned).startsWith("HTTPS://LINATATAWWA.EXAMPLE/C/" + made.number() + "#");
    byte[] code = base32(scanned.substring(scanned.indexOf('#') + 1));
    byte[] body = Arrays.copyOf(code, code.length - 64);
    byte[] signature = Arrays.copyOfRange(code, body.length, code.length);
    PublicKey key = key(signer.publicKeys().stream().filter(one -> Integer.toString(code[0]).equals(one.kid())).findFirst().orElseThrow());
    assertThat(signed(key, body, signature)).isTrue();
    assertThat(new String(body, StandardCharsets.UTF_8)).contains("أمينة بلقاسم");
    for (int i = 0; i < body.length; i++) {
      byte[] other = body.clone();
      other[i] ^= 1;
      assertThat(signed(key, other, signature)).as("byte " + i).isFalse();
    }
  }

  @Test
  void theProgramThatNeedsNothingButAJdkChecksThePaperItself(@TempDir Path folder) throws Exception {
    byte[] paper = papers.pdf(hours("Ɛli Aḥeddad"), Language.FR, SITE);
    Path keys = Files.writeString(folder.resolve("keys.json"), json());
    assertThat(verify(Files.write(folder.resolve("paper.pdf"), paper).toString(), keys)).contains("GENUINE: signed", "name     Ɛli Aḥeddad", "grade A  4 h 00 min");
    String scanned = scanned(paper);
    assertThat(verify(scanned, keys)).contains("GENUINE: signed");
    char last = scanned.charAt(60);
    String other = scanned.substring(0, 60) + (last == '7' ? '8' : '7') + scanned.substring(61);
    assertThat(verify(other, keys)).contains("NOT GENUINE").doesNotContain("name");
    assertThat(verify("hello", keys)).contains("no code of a certificate was found");
  }

  private String json() {
    return signer.publicKeys().stream().map(key -> "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\",\"kid\":\"%s\"}".formatted(key.x(), key.y(), key.kid()))
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  private static String verify(String given, Path keys) throws IOException {
    Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dstdout.encoding=UTF-8", "verify/Verify.java", given,
        "--keys", keys.toString()).redirectErrorStream(true).start();
    return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void theSameFactsGiveTheSameBytesAndAnotherLanguageOthers() {
    Certificate made = hours("أمينة بلقاسم");
    byte[] paper = papers.pdf(made, Language.AR, SITE);
    assertThat(papers.pdf(certificates.find(made.number()).orElseThrow(), Language.AR, SITE)).isEqualTo(paper);
    assertThat(papers.pdf(made, Language.FR, SITE)).isNotEqualTo(paper);
    assertThat(paper.length).isLessThan(60_000);
  }

  @Test
  void aBookRunsOverPagesWithItsHeadAndEndsWithItsLastLine() throws IOException {
    AccountId person = scene.amina();
    for (int i = 0; i < 80; i++) scene.hours(person, MARCH.minusDays(i * 5L), 60 + i, i % 3 == 0 ? Grade.A : Grade.B, i % 2 == 0 ? scene.opportunity : scene.other);
    Certificate book = book(person);
    try (PDDocument document = Loader.loadPDF(papers.pdf(book, Language.FR, SITE))) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isGreaterThan(3);
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      String text = stripper.getText(document);
      for (int i = 1; i <= pages; i++) assertThat(text).contains("Page " + i + " sur " + pages);
      assertThat(text.split("Livret du bénévole ·", -1)).hasSize(pages);
      assertThat(text).contains("81 écritures", "2025", "2026");
    }
  }

  @Test
  void anEmptyBookSaysSo() throws IOException {
    AccountId idle = Someone.karim().volunteer();
    Certificate book = ((Issued.Done) certificates.issue(idle, new Asked(Kind.BOOK, Scope.ALL, Span.ALWAYS), idle)).certificate();
    assertThat(text(book, Language.AR)).contains("لا توجد ساعات مؤكدة في هذه الفترة");
  }

  @Test
  void aListHasAllItsPeople() throws Exception {
    AccountId amina = scene.amina();
    scene.hours(amina, MARCH, 200, Grade.A, scene.opportunity);
    AccountId ali = Someone.amina().named("Ɛli Aḥeddad").volunteer();
    Certificate list = certificates.sealed(new Sealing(new LocalName("السنة الثانية · جامعة سطيف 1", "L2 · Université Sétif 1", null), Scope.ALL, Span.ALWAYS, Grade.COUNTED,
        List.of(amina, ali), scene.owner));
    assertThat(text(list, Language.AR)).contains("كشف ساعات مختوم", "جامعة سطيف 1", "أمينة بلقاسم", "Ɛli Aḥeddad", "شخصان");
    assertThat(text(list, Language.FR)).contains("Université Sétif 1", "3 h 20 min", "2 personnes");
    assertThat(scanned(papers.pdf(list, Language.FR, SITE))).contains(list.number().value());
  }

  @Test
  void severalAreOneDocumentEachInItsLanguage() throws IOException {
    byte[] together = papers.together(List.of(hours("أمينة بلقاسم"), hours("Ɛli Aḥeddad")), List.of(Language.AR, Language.FR), Language.AR, "شهادات", SITE);
    try (PDDocument document = Loader.loadPDF(together)) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(new PDFTextStripper().getText(document)).contains("Attestation d’heures de bénévolat", "Ɛli Aḥeddad");
    }
  }

  @Test
  void whatWasTakenBackStandsOnThePaper() throws IOException {
    Certificate made = hours("أمينة بلقاسم");
    db.sql("update certificates.certificate set changed_at = now(), gone = '{60,0,0,0,0}' where number = :number").param("number", made.number().value()).update();
    assertThat(text(certificates.find(made.number()).orElseThrow(), Language.EN)).contains("Since then 1 h of it were taken back");
  }

  private Certificate hours(String name) {
    AccountId person = Someone.amina().named(name).volunteer();
    scene.hours(person, MARCH, 240, Grade.A, scene.opportunity);
    scene.hours(person, MARCH.plusDays(1), 90, Grade.C, scene.other);
    return ((Issued.Done) certificates.issue(person, Asked.EVERYTHING, person)).certificate();
  }

  private Certificate book(AccountId person) {
    scene.hours(person, MARCH.plusDays(2), 90, Grade.C, scene.other);
    return ((Issued.Done) certificates.issue(person, new Asked(Kind.BOOK, Scope.ALL, Span.ALWAYS), person)).certificate();
  }

  private String text(Certificate certificate, Language language) throws IOException {
    try (PDDocument document = Loader.loadPDF(papers.pdf(certificate, language, SITE))) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }

  /** As a camera does it, which looks more than once and from several distances: one code in some hundreds is not read from one. */
  private static String scanned(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int dpi : new int[] {150, 200, 120, 300, 240}) {
        BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, dpi);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        try {
          return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
        } catch (ReaderException notFromHere) {
          continue;
        }
      }
      throw new AssertionError("the code on the paper is not read from any distance");
    }
  }

  /** As the decision describes it, without a line of the platform's. */
  private static byte[] base32(String text) {
    BigInteger bits = BigInteger.ZERO;
    for (char sign : text.toCharArray()) bits = bits.shiftLeft(5).or(BigInteger.valueOf("0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(sign)));
    int length = text.length() * 5 / 8;
    byte[] bytes = bits.shiftRight(text.length() * 5 - length * 8).toByteArray();
    byte[] whole = new byte[length];
    int from = Math.max(0, bytes.length - length);
    System.arraycopy(bytes, from, whole, length - (bytes.length - from), bytes.length - from);
    return whole;
  }

  private static PublicKey key(PublicKeyView jwk) throws Exception {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point = new ECPoint(new BigInteger(1, Base64.getUrlDecoder().decode(jwk.x())), new BigInteger(1, Base64.getUrlDecoder().decode(jwk.y())));
    return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static boolean signed(PublicKey key, byte[] body, byte[] signature) throws Exception {
    Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
    check.initVerify(key);
    check.update("Linatatawwa LC1:".getBytes(StandardCharsets.US_ASCII));
    check.update(body);
    return check.verify(signature);
  }
}
