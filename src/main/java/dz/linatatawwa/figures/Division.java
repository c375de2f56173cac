package dz.linatatawwa.figures;

import java.util.Arrays;

/** By which division of the country a table counts: institutions still report by older ones. */
public enum Division {
  /** Since 2026. */
  W69(69),
  /** From 2019 to 2025. */
  W58(58),
  /** From 1984 to 2019. */
  W48(48);

  private final int wilayas;

  Division(int wilayas) {
    this.wilayas = wilayas;
  }

  public int wilayas() {
    return wilayas;
  }

  /** @param wilayas 69, 58 or 48; anything else is 69 */
  public static Division of(String wilayas) {
    return Arrays.stream(values()).filter(division -> Integer.toString(division.wilayas).equals(wilayas)).findFirst().orElse(W69);
  }
}
