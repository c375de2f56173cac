package dz.linatatawwa.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WebP, as phones and messengers make it: drawn anew as JPEG, and refused where it is broken, moves, or would fill the memory. */
class WebPTests {

  private static final int FRAME = 20;

  @ParameterizedTest
  @ValueSource(strings = {"field.webp", "field-without-loss.webp"})
  void isDrawnAnewAsAJpeg(String name) throws IOException {
    byte[] content = resource(name);
    assertThat(UploadRules.fault(FileKind.pictures(), "IMG-20261122-WA0001.webp", "image/webp", content)).isNull();
    Pictures.Drawn drawn = (Pictures.Drawn) new Pictures().draw(content);
    assertThat(FileKind.of(drawn.large())).contains(FileKind.JPEG);
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(drawn.large()));
    assertThat(picture.getWidth()).isEqualTo(60);
    assertThat(picture.getHeight()).isEqualTo(40);
    assertThat(UploadRules.shownName("IMG-20261122-WA0001.webp", FileKind.WEBP)).isEqualTo("IMG-20261122-WA0001.jpg");
  }

  @Test
  void isTurnedAsTheCameraWasHeld() throws IOException {
    byte[] exif = {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0};
    byte[] sideways = extended(60, 40, chunk("EXIF", exif));
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(((Pictures.Drawn) new Pictures().draw(sideways)).large()));
    assertThat(picture.getWidth()).isEqualTo(40);
    assertThat(picture.getHeight()).isEqualTo(60);
  }

  @Test
  void isRefusedWhereItWasCutShort() throws IOException {
    byte[] content = resource("field.webp");
    assertThat(refusal(Arrays.copyOf(content, content.length / 2))).isEqualTo("files.problem.broken");
    assertThat(refusal(Arrays.copyOf(content, 14))).isEqualTo("files.problem.broken");
  }

  @Test
  void isRefusedWhereItsPixelsAreRubbish() throws IOException {
    byte[] content = resource("field-without-loss.webp");
    Arrays.fill(content, FRAME + 5, content.length, (byte) 0xFF);
    assertThat(refusal(content)).isEqualTo("files.problem.broken");
  }

  @Test
  void isRefusedWhereTheFrameIsLargerThanTheCanvasThatWasAnnounced() throws IOException {
    assertThat(refusal(extended(30, 20))).isEqualTo("files.problem.broken");
  }

  @Test
  void isRefusedWhereItMoves() throws IOException {
    assertThat(refusal(extended(60, 40, chunk("ANIM", new byte[6])))).isEqualTo("files.problem.broken");
  }

  @Test
  void isRefusedWithTooManyPixelsBeforeAnyIsRead() throws IOException {
    byte[] lossy = resource("field.webp");
    ByteBuffer.wrap(lossy).order(ByteOrder.LITTLE_ENDIAN).putShort(FRAME + 6, (short) 16_000).putShort(FRAME + 8, (short) 16_000);
    assertThat(refusal(lossy)).isEqualTo("files.problem.tooManyPixels");
    byte[] without = resource("field-without-loss.webp");
    ByteBuffer.wrap(without).order(ByteOrder.LITTLE_ENDIAN).putInt(FRAME + 1, 2_999 | 1_999 << 14);
    assertThat(refusal(without)).isEqualTo("files.problem.tooManyPixels");
  }

  @Test
  void isRefusedUnderAnotherName() throws IOException {
    Kept.Refused refused = UploadRules.fault(EnumSet.allOf(FileKind.class), "field.jpg", "image/webp", resource("field.webp"));
    assertThat(refused).isNotNull();
    assertThat(refused.key()).isEqualTo("files.problem.disguised");
  }

  private static String refusal(byte[] content) {
    return ((Pictures.NotDrawn) new Pictures().draw(content)).why().key();
  }

  /** The frame of the sample on a canvas of this size, with more chunks behind it. */
  private static byte[] extended(int width, int height, byte[]... more) throws IOException {
    byte[] sample = resource("field.webp");
    ByteBuffer head = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
    head.put(0, (byte) 0x08).putShort(4, (short) (width - 1)).putShort(7, (short) (height - 1));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write("WEBP".getBytes(StandardCharsets.ISO_8859_1));
    body.write(chunk("VP8X", head.array()));
    body.write(sample, 12, sample.length - 12);
    for (byte[] chunk : more) body.write(chunk);
    return chunk("RIFF", body.toByteArray());
  }

  private static byte[] chunk(String name, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(8 + content.length + (content.length & 1)).order(ByteOrder.LITTLE_ENDIAN);
    return chunk.put(name.getBytes(StandardCharsets.ISO_8859_1)).putInt(content.length).put(content).array();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream input = WebPTests.class.getResourceAsStream("/pictures/" + name)) {
      return input.readAllBytes();
    }
  }
}
