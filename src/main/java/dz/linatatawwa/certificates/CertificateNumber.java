package dz.linatatawwa.certificates;

import dz.linatatawwa.language.Digits;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/** The number of a certificate: fifty random bits in ten signs that are not mistaken for each other, so that none is found by counting.
 *  @param value ten capitals and digits, without a dash */
public record CertificateNumber(String value) {

  private static final int SIGNS = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  public CertificateNumber {
    if (!value.matches("[" + Base32.SIGNS + "]{" + SIGNS + "}")) throw new IllegalArgumentException("not the number of a certificate: " + value);
  }

  static CertificateNumber random() {
    StringBuilder value = new StringBuilder(SIGNS);
    for (int i = 0; i < SIGNS; i++) value.append(Base32.SIGNS.charAt(RANDOM.nextInt(32)));
    return new CertificateNumber(value.toString());
  }

  /** What somebody typed or copied: with or without the dash, in any case, O for 0 and I or L for 1. */
  public static Optional<CertificateNumber> of(String typed) {
    String signs = Digits.latin(typed).toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}\\p{Cf}]", "").replace('O', '0').replace('I', '1').replace('L', '1');
    return signs.matches("[" + Base32.SIGNS + "]{" + SIGNS + "}") ? Optional.of(new CertificateNumber(signs)) : Optional.empty();
  }

  /** As people read it: 7K3MQ-9XAP2. */
  public String shown() {
    return value.substring(0, SIGNS / 2) + "-" + value.substring(SIGNS / 2);
  }

  @Override
  public String toString() {
    return value;
  }
}
