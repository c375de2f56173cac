package dz.linatatawwa.codes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Base45Tests {

  @Test
  void writesAndReadsTheExamplesOfTheStandard() {
    String[][] examples = {{"AB", "BB8"}, {"Hello!!", "%69 VD92EX0"}, {"base-45", "UJCLQE7W581"}, {"ietf!", "QED8WEX0"}};
    for (String[] example : examples) {
      assertThat(Base45.encode(example[0].getBytes(UTF_8))).isEqualTo(example[1]);
      assertThat(Base45.decode(example[1])).hasValue(example[0].getBytes(UTF_8));
    }
  }

  @Test
  void readsWhatItWrote() {
    Random random = new Random(45);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(220)];
      random.nextBytes(bytes);
      assertThat(Base45.decode(Base45.encode(bytes))).hasValue(bytes);
    }
  }

  @Test
  void refusesWhatNoBytesAreWrittenAs() {
    for (String wrong : new String[] {"A", "GGW", ":::", "::", "ab", "AB\n", "٠٠", "BB8A"}) assertThat(Base45.decode(wrong)).as(wrong).isEmpty();
  }
}
