package dz.linatatawwa.entrances;

import dz.linatatawwa.keys.Sealing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Secrets that institutions gave us, sealed in the database. */
@Component
class EntranceSecrets {

  private final Sealing sealing;

  EntranceSecrets(@Value("${linatatawwa.data:data}") Path data) {
    this.sealing = new Sealing(data, "entrances");
  }

  byte[] close(String secret, EntranceId of) {
    return sealing.close(secret.getBytes(StandardCharsets.UTF_8), "entrance " + of);
  }

  String open(byte[] sealed, EntranceId of) {
    return new String(sealing.open(sealed, "entrance " + of), StandardCharsets.UTF_8);
  }
}
