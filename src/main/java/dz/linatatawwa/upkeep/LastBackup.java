package dz.linatatawwa.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When {@code bin/backup} was last done with this data folder: it leaves a line there. */
@Component
class LastBackup {

  private final Path note;

  LastBackup(@Value("${linatatawwa.data:data}") Path data) {
    this.note = data.resolve("backup.last");
  }

  Optional<Instant> at() {
    try {
      return Files.exists(note) ? Optional.of(Instant.parse(Files.readString(note).strip())) : Optional.empty();
    } catch (IOException | DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }
}
