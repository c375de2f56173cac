package dz.linatatawwa.accounts;

import dz.linatatawwa.keys.Sealing;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Seals the secrets of people's second steps: what was sealed for one opens for nobody else. */
@Component
class Seal {

  private final Sealing sealing;

  Seal(@Value("${linatatawwa.data:data}") Path data) {
    this.sealing = new Sealing(data, "second-step", "account");
  }

  byte[] close(byte[] secret, AccountId owner) {
    return sealing.close(secret, owner.toString());
  }

  /** @throws IllegalStateException when it was changed, belongs to another, or the key is not the one that sealed it */
  byte[] open(byte[] sealed, AccountId owner) {
    return sealing.open(sealed, owner.toString());
  }
}
