package dz.linatatawwa.print;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.Archive;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PaperTests {

  private static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");

  @Test
  void arabicCopiedOutIsTheArabicPutIn() throws IOException {
    String text = text(sample());
    for (String said : new String[] {"تقرير حادث", "سقط متطوع في المجرى", "أُسعف في المكان", "الأحد، 22 نوفمبر 2026", "الاسم", "بن عيسى أمينة", "لا إله", "ڨالمة", "الإبلاغ"}) {
      assertThat(text).contains(said);
    }
  }

  @Test
  void latinKabyleAndTifinaghLettersAreThere() throws IOException {
    String text = text(sample());
    for (String said : new String[] {"Forêt de Bouchaoui", "Ɛli Aḥeddad", "ⵜⴰⵎⵓⵔⵜ", "08:30", "+213 555 00 00 01"}) assertThat(text).contains(said);
  }

  @Test
  void everyFontIsEmbeddedAndSaysItsLetters() throws IOException {
    try (PDDocument document = Loader.loadPDF(sample())) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).isTrue();
          assertThat(font.getCOSObject().containsKey(COSName.TO_UNICODE)).isTrue();
        }
      }
    }
  }

  @Test
  void saysItsTitleLanguageAndPartsToThoseWhoHearIt() throws IOException {
    try (PDDocument document = Loader.loadPDF(sample())) {
      var catalog = document.getDocumentCatalog();
      assertThat(catalog.getLanguage()).isEqualTo("ar-DZ");
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("تقرير حادث");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
      assertThat(catalog.getOutputIntents()).hasSize(1);
    }
  }

  @Test
  void aPaperWithEverythingOnItCanBeKeptAndHeard() throws Exception {
    Archive.keeps(sample());
    Archive.keeps(bordered());
  }

  @Test
  void aBorderStandsOnAllFourSidesAndACodeLeadsToItsAddress() throws IOException {
    byte[] pdf = bordered();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getPage(0).getAnnotations()).singleElement().isInstanceOfSatisfying(PDAnnotationLink.class, link -> {
        assertThat(((PDActionURI) link.getAction()).getURI()).isEqualTo("HTTPS://EXAMPLE.DZ/C/1#2");
        assertThat(link.getContents()).isEqualTo("رمز");
      });
      assertThat(document.getPage(1).getMediaBox().getWidth()).isGreaterThan(document.getPage(1).getMediaBox().getHeight());
    }
    BufferedImage page = rendered(pdf, 0);
    int middleX = page.getWidth() / 2;
    int middleY = page.getHeight() / 2;
    int in = page.getWidth() * 12 / 210;
    for (int[] corner : new int[][] {{middleX, in}, {middleX, page.getHeight() - in}, {in, middleY}, {page.getWidth() - in, middleY}}) {
      assertThat(coloured(page, corner[0], corner[1], in / 2)).as(corner[0] + " " + corner[1]).isPositive();
    }
  }

  @Test
  void theSameWordsOfTheSameMomentGiveTheSameBytes() {
    assertThat(sample()).isEqualTo(sample());
  }

  private static byte[] bordered() {
    Paper paper = Paper.of(Language.AR, "شهادة", NOON);
    Sheet sheet = paper.sheet();
    sheet.border(new Area(8, 8, 194, 281), 7, Ink.CEDAR, Ink.OCHRE);
    sheet.text(new Area(30, 40, 150, 12), "شهادة", Type.of(20).as(Type.Part.H1));
    Area square = new Area(60, 60, 40, 40);
    sheet.link(square, "HTTPS://EXAMPLE.DZ/C/1#2", "رمز", () -> sheet.qr(square, Qr.of("HTTPS://EXAMPLE.DZ/C/1#2", Qr.Correction.MEDIUM), "رمز"));
    paper.pack();
    paper.lyingSheet(Language.FR).text(new Area(30, 40, 150, 12), "Attestation", Type.of(20).as(Type.Part.H2));
    return paper.bytes();
  }

  private static long coloured(BufferedImage image, int x, int y, int around) {
    long coloured = 0;
    for (int i = x - around; i < x + around; i++) for (int j = y - around; j < y + around; j++) if ((image.getRGB(i, j) & 0xffffff) != 0xffffff) coloured++;
    return coloured;
  }

  @Test
  void onlyUsedOutlinesGoIntoTheDocument() {
    assertThat(sample().length).isLessThan(120_000);
  }

  @Test
  void aCodeOnPaperIsReadByAnotherReader() throws Exception {
    Paper paper = Paper.of(Language.AR, "رمز", NOON);
    paper.sheet().qr(new Area(60, 60, 60, 60), Qr.of("LT2:ABC 123", Qr.Correction.QUARTILE), "رمز");
    assertThat(QrTests.read(rendered(paper.bytes(), 0))).isEqualTo("LT2:ABC 123");
  }

  @Test
  void aTableGoesOnOverSheetsWithItsHeadings() throws IOException {
    Flow flow = Paper.of(Language.FR, "Liste", NOON).flow().title("Liste");
    Table table = new Table().column("Nom", 3).numbers("Heures", 1);
    for (int i = 0; i < 120; i++) table.row("Personne " + i, Integer.toString(i));
    try (PDDocument document = Loader.loadPDF(flow.table(table).bytes("Linatatawwa"))) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
      String text = new PDFTextStripper().getText(document);
      assertThat(text.split("Heures", -1).length - 1).isEqualTo(document.getNumberOfPages());
      assertThat(text).contains("Personne 0", "Personne 119", "1 / " + document.getNumberOfPages());
    }
  }

  @Test
  void everySheetButTheFirstHasTheRunningHead() throws IOException {
    Flow flow = Paper.of(Language.FR, "Liste", NOON).flow().running("Livret · Amina").title("Liste");
    for (int i = 0; i < 60; i++) flow.paragraph("Ligne " + i);
    try (PDDocument document = Loader.loadPDF(flow.bytes(null, (page, of) -> "Page " + page + " sur " + of))) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text.split("Livret · Amina", -1)).hasSize(document.getNumberOfPages());
      assertThat(text).contains("Page 2 sur " + document.getNumberOfPages());
    }
  }

  @Test
  void aLongNameBecomesSmallerUntilItFitsItsLine() throws IOException {
    Paper paper = Paper.of(Language.AR, "بطاقة", NOON);
    Sheet sheet = paper.sheet();
    sheet.box(new Area(20, 20, 50, 10), null, Ink.LINE, 2);
    sheet.text(new Area(20, 20, 50, 10), "عبد الرحمان بن عبد القادر الحاج موسى", Type.of(16).oneLine());
    sheet.text(new Area(20, 40, 30, 10), "محمد الطاهر عبد الرحمان بن عبد القادر بن الحاج أحمد الحاج موسى بن إبراهيم", Type.of(24).oneLine());
    byte[] pdf = paper.bytes();
    assertThat(text(pdf)).contains("الحاج موسى").contains("…");
    BufferedImage page = rendered(pdf, 0);
    assertThat(dark(page, 0, page.getWidth() / 2)).as("nothing is drawn outside the area").isZero();
  }

  @Test
  void lettersThatNoFaceHasLeaveAMarkAndBreakNothing() throws IOException {
    Paper paper = Paper.of(Language.AR, "x", NOON);
    paper.sheet().text(new Area(20, 20, 100, 10), "أمينة 😀 漢", Type.of(12));
    assertThat(text(paper.bytes())).contains("أمينة").contains("·");
  }

  private static byte[] sample() {
    Table table = new Table().column("الاسم", 3).column("المكان", 3).numbers("الساعات", 1);
    table.row("بن عيسى أمينة", "غابة بوشاوي (Forêt de Bouchaoui)", "3,5");
    table.row("Ɛli Aḥeddad", "ڨالمة", "12");
    table.row("ⵜⴰⵎⵓⵔⵜ", "تيزي وزو", "4");
    byte[] picture = picture();
    return Paper.of(Language.AR, "تقرير حادث", NOON).flow()
        .title("تقرير حادث")
        .note("لا إله إلا الله، أُعِدَّ هٰذا التَّقريرُ يَوْمَ الأحد، 22 نوفمبر 2026 من 08:30 إلى 12:30")
        .heading("ما حدث")
        .paragraph("سقط متطوع في المجرى المائي قرب الجسر (طول 2,5 م) فجُرحت يده اليمنى، ثم أُسعف في المكان ونُقل إلى مستشفى بني مسوس على الساعة 10:45؛ "
            + "حضر الإسعاف بعد 12 دقيقة من الإبلاغ. الرقم: +213 555 00 00 01.")
        .fact("المكان", "Forêt de Bouchaoui، الجزائر")
        .fact("الشهود", "كريم حداد\nليلى مسعودي")
        .table(table)
        .picture(picture, 30, "صورة الجسر")
        .code(Qr.of("LT2:HELLO", Qr.Correction.QUARTILE), 30, "رمز التحقق", "يُتحقق من هذه الوثيقة على الموقع")
        .blankLines(3)
        .bytes("لنتطوع");
  }

  private static byte[] picture() {
    BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(new java.awt.Color(13, 92, 77));
    pen.fillOval(5, 5, 50, 30);
    try (var bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }

  private static BufferedImage rendered(byte[] pdf, int page) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImageWithDPI(page, 110);
    }
  }

  private static long dark(BufferedImage image, int fromX, int toX) {
    long dark = 0;
    for (int y = 0; y < image.getHeight(); y++) for (int x = fromX; x < toX; x++) if ((image.getRGB(x, y) & 0xff) < 128) dark++;
    return dark;
  }
}
