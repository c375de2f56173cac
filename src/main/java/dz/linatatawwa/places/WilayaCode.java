package dz.linatatawwa.places;

import dz.linatatawwa.language.Digits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The number of a wilaya as two digits, 01 to 69. */
public record WilayaCode(String value) implements Comparable<WilayaCode> {

  public WilayaCode {
    if (value.length() != 2 || !Digits.only(value)) throw new IllegalArgumentException("not a wilaya code: " + value);
  }

  /** What somebody typed or an address carries: 9, 09 and ٠٩ are wilaya 09; anything else gives nothing. */
  public static Optional<WilayaCode> of(@Nullable String typed) {
    if (typed == null || typed.isBlank()) return Optional.empty();
    String digits = Digits.latin(typed.strip());
    if (digits.length() > 2 || !Digits.only(digits)) return Optional.empty();
    return Optional.of(new WilayaCode(digits.length() == 1 ? "0" + digits : digits));
  }

  @Override
  public int compareTo(WilayaCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
