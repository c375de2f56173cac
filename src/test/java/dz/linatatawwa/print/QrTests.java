package dz.linatatawwa.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class QrTests {

  @Test
  void aPictureIsReadByAnotherReader() throws Exception {
    for (String text : new String[] {"LT1:ABC123", "https://example.org/v/9", "بطاقة المتطوع", "7"}) {
      assertThat(read(Qr.of(text, Qr.Correction.MEDIUM).png(4))).isEqualTo(text);
    }
  }

  @Test
  void capitalsAndDigitsAreTighterThanOtherText() {
    String capitals = "LT1:" + "A7".repeat(150);
    assertThat(Qr.of(capitals, Qr.Correction.LOW).size()).isLessThan(Qr.of(capitals.toLowerCase(), Qr.Correction.LOW).size());
  }

  @Test
  void aDrawingIsWellFormedAndSaysWhatItIs() throws Exception {
    String svg = Qr.of("HELLO", Qr.Correction.HIGH).svg("A <code> & more");
    var root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
    assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("A <code> & more");
    assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 29 29");
  }

  @Test
  void theBarsOfADrawingAreItsDarkModules() {
    Qr qr = Qr.of("HELLO WORLD", Qr.Correction.LOW);
    int inBars = qr.bars().stream().mapToInt(Qr.Bar::width).sum();
    int dark = 0;
    for (int y = 0; y < qr.size(); y++) for (int x = 0; x < qr.size(); x++) if (qr.dark(x, y)) dark++;
    assertThat(inBars).isEqualTo(dark);
  }

  @Test
  void refusesWhatNoCodeHolds() {
    assertThatThrownBy(() -> Qr.of("x".repeat(3000), Qr.Correction.LOW)).isInstanceOf(IllegalArgumentException.class);
  }

  static String read(byte[] png) throws Exception {
    return read(ImageIO.read(new ByteArrayInputStream(png)));
  }

  static String read(BufferedImage image) throws Exception {
    int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
    return new QRCodeReader().decode(bitmap).getText();
  }
}
