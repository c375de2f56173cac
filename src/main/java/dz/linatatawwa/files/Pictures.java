package dz.linatatawwa.files;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws uploaded pictures anew, so that nothing but the picture itself is kept: no camera, no place, nothing hidden behind the last pixel. */
@Component
class Pictures {

  /** The most that a header may announce. */
  static final long MAX_PIXELS = 40_000_000;

  /** Of a WebP that its reader must hold as a whole: four bytes for each pixel. */
  static final long MAX_HELD_PIXELS = 4_000_000;

  private static final int LARGE = 1280;
  private static final int SMALL = 400;
  private static final double QUALITY = 0.8;

  /** Two at once; the others wait, so that a crowd of uploads does not fill the memory. */
  private final Semaphore desks = new Semaphore(2, true);

  /** What came of a picture. */
  sealed interface Answer {}

  /** Both forms, as JPEG. */
  record Drawn(byte[] large, byte[] small) implements Answer {}

  /** It cannot be drawn. */
  record NotDrawn(Kept.Refused why) implements Answer {}

  Answer draw(byte[] content) {
    desks.acquireUninterruptibly();
    try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      if (FileKind.of(content).filter(FileKind.WEBP::equals).isPresent()) return drawWebP(content, input);
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) return broken();
      return draw(readers.next(), input, null);
    } catch (IOException | RuntimeException e) {
      return broken();
    } finally {
      desks.release();
    }
  }

  /** The reader believes the size that the frame announces, so that is looked at first. */
  private static Answer drawWebP(byte[] content, ImageInputStream input) throws IOException {
    WebP webP = WebP.measure(content).orElse(null);
    if (webP == null) return broken();
    long bound = webP.heavy() ? MAX_HELD_PIXELS : MAX_PIXELS;
    if ((long) webP.width() * webP.height() > bound) return tooManyPixels(bound);
    return draw(new WebPImageReaderSpi().createReaderInstance(null), input, Orientation.typeOf(webP.orientation()));
  }

  private static Answer draw(ImageReader reader, ImageInputStream input, @Nullable Orientation known) throws IOException {
    try {
      reader.setInput(input);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > MAX_PIXELS) return tooManyPixels(MAX_PIXELS);
      BufferedImage upright = upright(reader, known);
      return new Drawn(fit(upright, LARGE), fit(upright, SMALL));
    } finally {
      reader.dispose();
    }
  }

  /** As the camera was held. Every second, third… pixel alone is read where that is still half as much again as what we keep: a picture of
   *  twelve megapixels takes 9 MB instead of 36. */
  private static BufferedImage upright(ImageReader reader, @Nullable Orientation known) throws IOException {
    int side = Math.max(reader.getWidth(0), reader.getHeight(0));
    int step = Math.max(1, side * 2 / (3 * LARGE));
    ImageReadParam parameters = reader.getDefaultReadParam();
    parameters.setSourceSubsampling(step, step, 0, 0);
    BufferedImage read = reader.read(0, parameters);
    Orientation orientation = reader.getFormatName().equalsIgnoreCase("jpeg") ? ExifUtils.getExifOrientation(reader, 0) : known;
    if (orientation == null) return read;
    ImageFilter turn = ExifFilterUtils.getFilterForOrientation(orientation);
    return turn.apply(read);
  }

  /** Never larger than it was; transparent parts become white. */
  private static byte[] fit(BufferedImage picture, int side) throws IOException {
    double scale = Math.min(1, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    BufferedImage scaled = Thumbnails.of(picture).forceSize(width, height).asBufferedImage();
    BufferedImage flat = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = flat.createGraphics();
    pen.drawImage(scaled, 0, 0, Color.WHITE, null);
    pen.dispose();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Thumbnails.of(flat).scale(1).outputFormat("jpg").outputQuality(QUALITY).toOutputStream(output);
    return output.toByteArray();
  }

  private static Answer tooManyPixels(long bound) {
    return new NotDrawn(Kept.Refused.because("files.problem.tooManyPixels", bound / 1_000_000));
  }

  private static Answer broken() {
    return new NotDrawn(Kept.Refused.because("files.problem.broken"));
  }
}
