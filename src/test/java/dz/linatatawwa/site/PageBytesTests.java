package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageBytesTests {

  private static final String LETTERS = "aZ<& \u0000\u007f\u0080\u00e9\u07ff\u0800\u0645\u2068\uffff\ud83d\ude00\ud800\udfff";

  @Test
  void lettersAreWrittenAsJavaWritesThem() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      PageBytes page = new PageBytes(random.nextInt(8));
      page.writeContent(text.toString());
      assertThat(written(page)).as(text.toString()).isEqualTo(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void partsOfTextsAndReadyBytesFollowEachOther() {
    PageBytes page = new PageBytes(1);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    for (int i = 0; i < 500; i++) {
      byte[] ready = ("<li>" + i).getBytes(StandardCharsets.UTF_8);
      page.writeBinaryContent(ready);
      expected.writeBytes(ready);
      page.writeContent("xتطوعx", 1, 5);
      expected.writeBytes("تطوع".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(page.length()).isEqualTo(expected.size());
    assertThat(written(page)).isEqualTo(expected.toByteArray());
  }

  private static byte[] written(PageBytes page) {
    return Arrays.copyOf(page.array(), page.length());
  }
}
