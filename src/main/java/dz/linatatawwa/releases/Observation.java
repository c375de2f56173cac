package dz.linatatawwa.releases;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One published value, as a row of the long format that ILOSTAT's bulk files have.
 *  @param indicator what is counted: {@code VOL_PERS}
 *  @param sex       {@code SEX_T}, {@code SEX_F}, {@code SEX_M}, {@code SEX_X}; empty where it says nothing of sex
 *  @param classif1  code of the group, or empty
 *  @param classif2  code of a second one, or empty
 *  @param time      2026-Q4, or 2026-10
 *  @param value     null where it is not shown
 *  @param note      code of a remark, or empty */
public record Observation(String indicator, String sex, String classif1, String classif2, String time, @Nullable BigDecimal value, Status status, String note) {

  static final String AREA = "DZA";
  static final String SOURCE = "LINATATAWWA";

  public Observation {
    if ((value == null) != (status == Status.HIDDEN)) throw new IllegalArgumentException(status + " with " + value);
  }

  /** What it is the value of, in one line. */
  String place() {
    return String.join(" ", indicator, sex, classif1, classif2, time).replaceAll(" +", " ").strip();
  }

  /** As it is written: plain digits; empty where it is not shown. */
  public String written() {
    return value == null ? "" : value.toPlainString();
  }
}
