package dz.linatatawwa.figures;

import java.util.Arrays;
import java.util.Optional;

/** Ages of persons at the end of a period: its year less that of their birth. Nobody under fifteen is counted (19th ICLS). */
public enum AgeGroup {
  FROM_15("15-24", 15, 24), FROM_25("25-54", 25, 54), FROM_55("55-64", 55, 64), FROM_65("65+", 65, 200);

  private final String code;
  private final int from;
  private final int to;

  AgeGroup(String code, int from, int to) {
    this.code = code;
    this.from = from;
    this.to = to;
  }

  /** As addresses and tables write it. */
  public String code() {
    return code;
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  /** @param age in years
   *  @return nothing under fifteen */
  public static Optional<AgeGroup> at(int age) {
    return Arrays.stream(values()).filter(group -> age >= group.from && age <= group.to).findFirst();
  }

  public static Optional<AgeGroup> of(String code) {
    return Arrays.stream(values()).filter(group -> group.code.equals(code)).findFirst();
  }
}
