package dz.linatatawwa.places;

import dz.linatatawwa.language.Digits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The four digits of a commune in the national geographic code of 2021. Its first two are not always its wilaya: ask {@link Commune#wilaya()}. */
public record CommuneCode(String value) implements Comparable<CommuneCode> {

  public CommuneCode {
    if (value.length() != 4 || !Digits.only(value)) throw new IllegalArgumentException("not a commune code: " + value);
  }

  /** What somebody typed or an address carries: 101 and 0101 are commune 0101; anything else gives nothing. */
  public static Optional<CommuneCode> of(@Nullable String typed) {
    if (typed == null || typed.isBlank()) return Optional.empty();
    String digits = Digits.latin(typed.strip());
    if (digits.length() < 3 || digits.length() > 4 || !Digits.only(digits)) return Optional.empty();
    return Optional.of(new CommuneCode(digits.length() == 3 ? "0" + digits : digits));
  }

  @Override
  public int compareTo(CommuneCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
