package dz.linatatawwa.rewards;

import dz.linatatawwa.codes.Signer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Makes codes out of salts, and the marks by which they are found. Both need the platform's key, which lies outside the database: whoever reads the
 *  database alone has no code, and its holder is shown the same one again. */
@Component
class CodeMaker {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Signer signer;

  CodeMaker(Signer signer) {
    this.signer = signer;
  }

  /** What a new code begins from. */
  byte[] salt() {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return salt;
  }

  BenefitCode code(byte[] salt) {
    return BenefitCode.of(signer.mark("rewards.code", salt));
  }

  /** What the table keeps of a code. */
  byte[] mark(BenefitCode code) {
    return signer.mark("rewards.find", code.text().getBytes(StandardCharsets.US_ASCII));
  }

  /** The seed of a drawing of lots, not kept anywhere before the draw. */
  byte[] seed(byte[] salt) {
    return signer.mark("rewards.lot", salt);
  }
}
