package dz.linatatawwa.opportunities;

import java.util.Arrays;
import java.util.Optional;

/** Whether taking part is volunteering (rule 6). Only what is free counts; all else is attended and recorded like it, and never becomes hours. */
public enum Nature {
  /** Unpaid, of everybody's own choice, for others. */
  FREE("free"),
  /** People have to take part: civil service, a sanction, a duty of their employer. */
  COMPULSORY("compulsory"),
  /** Part of a curriculum: it gives marks or a diploma. */
  CURRICULAR("curricular"),
  /** Paid, beyond what was spent. */
  PAID("paid");

  private final String code;

  Nature(String code) {
    this.code = code;
  }

  /** As kept in the database and in message keys. */
  public String code() {
    return code;
  }

  public boolean counts() {
    return this == FREE;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<Nature> of(String code) {
    return Arrays.stream(values()).filter(nature -> nature.code.equals(code)).findFirst();
  }
}
