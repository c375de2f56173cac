package dz.linatatawwa.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times and amounts as people write them into tables of what they did. */
class DatedTests {

  @ParameterizedTest
  @CsvSource({"05/12/2019,2019-12-05,2019-12-05,day", "٠٥/١٢/٢٠١٩,2019-12-05,2019-12-05,day", "2019-12-05,2019-12-05,2019-12-05,day", "5 ديسمبر 2019,2019-12-05,2019-12-05,day",
      "05/12/19,2019-12-05,2019-12-05,day", "ديسمبر 2019,2019-12-01,2019-12-31,month", "12-2019,2019-12-01,2019-12-31,month", "2019/02,2019-02-01,2019-02-28,month",
      "شهر فيفري ٢٠٢٠,2020-02-01,2020-02-29,month", "décembre 2019,2019-12-01,2019-12-31,month", "2019,2019-01-01,2019-12-31,year", "سنة ٢٠١٩,2019-01-01,2019-12-31,year"})
  void aTimeIsReadAsExactlyAsItIsWritten(String typed, String first, String last, String precision) {
    Dated read = Dated.read(typed).orElseThrow();
    assertThat(read.first() + " " + read.last() + " " + read.precision()).isEqualTo(first + " " + last + " " + precision);
  }

  @ParameterizedTest
  @ValueSource(strings = {"قريبا", "31/02/2019", "13-2019", "2019-00", "", "12", "hier"})
  void whatIsNoTimeIsNone(String typed) {
    assertThat(Dated.read(typed)).isEmpty();
  }

  @Test
  void amountsStandBeforeTheirWords() {
    assertThat(Reached.read("حوالي 300 شجرة و40 كيس نفايات")).isEqualTo(Map.of("trees", 300L, "waste-bags", 40L));
    assertThat(Reached.read("١٢٠٠ وجبة ساخنة؛ ٢٥ كيس دم")).isEqualTo(Map.of("meals", 1200L, "blood-bags", 25L));
    assertThat(Reached.read("1 200 repas, environ 15 poches de sang et 3 discours")).isEqualTo(Map.of("meals", 1200L, "blood-bags", 15L));
    assertThat(Reached.read("كانت جميلة")).isEmpty();
  }
}
