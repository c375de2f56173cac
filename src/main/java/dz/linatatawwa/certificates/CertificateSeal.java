package dz.linatatawwa.certificates;

import dz.linatatawwa.codes.Signer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Signs what certificates say, and reads what was signed. A code is an address with the signed facts behind the sign {@code #}: a telephone's camera
 *  opens the page of the number, and whoever has the public key checks the facts without asking anybody; what stands behind the sign is never sent. */
@Component
class CertificateSeal {

  private static final int SIGNATURE = 64;
  private static final Pattern WRITTEN = Pattern.compile("(?:.*#|LC1:)?([" + Base32.SIGNS + "]{140,1200})");

  private final Signer signer;

  CertificateSeal(Signer signer) {
    this.signer = signer;
  }

  /** A body and its signature.
   *  @param facts of the number of the key that will sign */
  byte[] sign(IntFunction<SealedFacts> facts) {
    int key = signer.key();
    byte[] body = facts.apply(key).body();
    byte[] signature = signer.sign(key, SealedFacts.signed(body));
    byte[] code = Arrays.copyOf(body, body.length + signature.length);
    System.arraycopy(signature, 0, code, body.length, signature.length);
    return code;
  }

  /** The address that stands in the QR code: capitals, so that it is packed tightly.
   *  @param site the platform's public address, without a slash at its end */
  static String address(String site, CertificateNumber number, byte[] code) {
    return site.toUpperCase(Locale.ROOT) + "/C/" + number + "#" + Base32.encode(code);
  }

  /** What a code says that we signed; nothing for any other text.
   *  @param text the whole address, or what stands behind its sign #, or that after LC1: */
  Optional<SealedFacts> read(String text) {
    Matcher written = WRITTEN.matcher(text.strip().toUpperCase(Locale.ROOT));
    return written.matches() ? Base32.decode(written.group(1)).flatMap(this::read) : Optional.empty();
  }

  private Optional<SealedFacts> read(byte[] code) {
    if (code.length <= SIGNATURE) return Optional.empty();
    byte[] body = Arrays.copyOf(code, code.length - SIGNATURE);
    byte[] signature = Arrays.copyOfRange(code, body.length, code.length);
    return SealedFacts.read(body).filter(facts -> signer.signed(facts.key(), SealedFacts.signed(body), signature));
  }
}
