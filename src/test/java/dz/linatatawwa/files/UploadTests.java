package dz.linatatawwa.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What is taken and what is not, by content, type, size and name. */
class UploadTests {

  private static final Set<FileKind> ALL = EnumSet.allOf(FileKind.class);
  private static final byte[] PDF = "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << >>\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

  @Test
  void takesADocumentThatIsWhatItSays() {
    assertThat(fault("statuts.pdf", "application/pdf", PDF)).isEmpty();
    assertThat(fault("القانون الأساسي.PDF", "application/octet-stream", PDF)).isEmpty();
  }

  @Test
  void refusesNothingAtAll() {
    assertThat(fault("empty.pdf", "application/pdf", new byte[0])).isEqualTo("files.problem.empty");
  }

  @Test
  void refusesWhatIsTooBig() {
    byte[] big = Arrays.copyOf(PDF, (int) UploadRules.MAX_BYTES + 1);
    assertThat(fault("big.pdf", "application/pdf", big)).isEqualTo("files.problem.tooBig");
  }

  @Test
  void refusesOtherKindsWhateverTheyAreCalled() {
    assertThat(fault("page.pdf", "application/pdf", "<html><script>".getBytes(StandardCharsets.UTF_8))).isEqualTo("files.problem.kind");
    assertThat(fault("picture.png", "image/png", "GIF89a........".getBytes(StandardCharsets.UTF_8))).isEqualTo("files.problem.kind");
    assertThat(fault("drawing.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("files.problem.kind");
  }

  @Test
  void refusesNamesThatPretendToBeSomethingElse() {
    assertThat(fault("statuts.pdf.exe", "application/pdf", PDF)).isEqualTo("files.problem.disguised");
    assertThat(fault("statuts.html", "application/pdf", PDF)).isEqualTo("files.problem.disguised");
    assertThat(fault("statuts.jpg", "image/jpeg", PDF)).isEqualTo("files.problem.disguised");
    assertThat(fault("statuts.pdf", "text/html", PDF)).isEqualTo("files.problem.disguised");
    assertThat(fault(".pdf", "application/pdf", PDF)).isEqualTo("files.problem.disguised");
  }

  @Test
  void refusesNamesThatHideTheirEndOrLeadElsewhere() {
    assertThat(fault("statuts\u202Efdp.pdf", "application/pdf", PDF)).isEqualTo("files.problem.name");
    assertThat(fault("statuts.php\u0000.pdf", "application/pdf", PDF)).isEqualTo("files.problem.name");
    assertThat(fault("../../etc/statuts.pdf", "application/pdf", PDF)).isEqualTo("files.problem.name");
    assertThat(fault("..\\statuts.pdf", "application/pdf", PDF)).isEqualTo("files.problem.name");
  }

  @Test
  void refusesDocumentsThatEndTooSoon() {
    assertThat(fault("half.pdf", "application/pdf", Arrays.copyOf(PDF, PDF.length - 8))).isEqualTo("files.problem.broken");
  }

  @Test
  void refusesAPictureOfNineHundredMillionPixelsWithoutDrawingIt() {
    byte[] bomb = header(30_000, 30_000);
    long before = System.nanoTime();
    assertThat(new Pictures().draw(bomb)).isInstanceOfSatisfying(Pictures.NotDrawn.class,
        not -> assertThat(not.why().key()).isEqualTo("files.problem.tooManyPixels"));
    assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
  }

  @Test
  void refusesAPictureThatIsAllHeader() {
    assertThat(new Pictures().draw(header(20, 20))).isInstanceOfSatisfying(Pictures.NotDrawn.class,
        not -> assertThat(not.why().key()).isEqualTo("files.problem.broken"));
  }

  @Test
  void drawsPicturesAnewSmallerAndWithoutWhatHidesBehindThem() throws IOException {
    byte[] hiding = withTail(png(3000, 1500), "<script>alert(1)</script> GPS 36.19 5.41");
    Pictures.Drawn drawn = (Pictures.Drawn) new Pictures().draw(hiding);
    BufferedImage large = ImageIO.read(new ByteArrayInputStream(drawn.large()));
    assertThat(large.getWidth()).isEqualTo(1280);
    assertThat(large.getHeight()).isEqualTo(640);
    assertThat(ImageIO.read(new ByteArrayInputStream(drawn.small())).getWidth()).isEqualTo(400);
    assertThat(FileKind.of(drawn.large())).contains(FileKind.JPEG);
    assertThat(new String(drawn.large(), StandardCharsets.ISO_8859_1)).doesNotContain("script").doesNotContain("GPS").doesNotContain("Exif");
  }

  @Test
  void neverEnlargesAPicture() throws IOException {
    Pictures.Drawn drawn = (Pictures.Drawn) new Pictures().draw(png(90, 60));
    assertThat(ImageIO.read(new ByteArrayInputStream(drawn.large())).getWidth()).isEqualTo(90);
  }

  @Test
  void namesAreShownCleanAndWithTheEndingOfWhatIsKept() {
    assertThat(UploadRules.shownName("وصل \"التسجيل\".png", FileKind.PNG)).isEqualTo("وصل _التسجيل_.jpg");
    assertThat(UploadRules.shownName("a;b\u200B.pdf", FileKind.PDF)).isEqualTo("a_b.pdf");
    assertThat(UploadRules.shownName("x".repeat(300) + ".pdf", FileKind.PDF)).hasSizeLessThanOrEqualTo(200);
  }

  private static String fault(String name, String declared, byte[] content) {
    Kept.Refused refused = UploadRules.fault(ALL, name, declared, content);
    return refused == null ? "" : refused.key();
  }

  static byte[] png(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(new Color(13, 92, 77));
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    try (ByteArrayOutputStream output = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", output);
      return output.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PNG that announces a size and brings no pixels. */
  static byte[] header(int width, int height) {
    try (ByteArrayOutputStream output = new ByteArrayOutputStream(); DataOutputStream data = new DataOutputStream(output)) {
      data.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
      ByteArrayOutputStream chunk = new ByteArrayOutputStream();
      DataOutputStream inside = new DataOutputStream(chunk);
      inside.writeBytes("IHDR");
      inside.writeInt(width);
      inside.writeInt(height);
      inside.write(new byte[] {8, 2, 0, 0, 0});
      CRC32 sum = new CRC32();
      sum.update(chunk.toByteArray());
      data.writeInt(13);
      data.write(chunk.toByteArray());
      data.writeInt((int) sum.getValue());
      return output.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] withTail(byte[] content, String tail) {
    byte[] more = tail.getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(content, content.length + more.length);
    System.arraycopy(more, 0, both, content.length, more.length);
    return both;
  }
}
