package dz.linatatawwa.backups;

import dz.linatatawwa.commands.BareCommand;
import dz.linatatawwa.database.DatabaseTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code bin/restore}: brings a backup back into an empty data folder, as of itself or, with an archive of the log, as of any later moment. */
class RestoreVerb implements BareCommand {

  private static final String USAGE = "restore FROM [--data DIR] [--until latest|2026-11-30T16:05:00+01:00] [--archive DIR]";

  @Override
  public String name() {
    return "restore";
  }

  @Override
  public String usage() {
    return USAGE;
  }

  @Override
  public int run(List<String> arguments, Map<String, String> settings) {
    Options options;
    Optional<Restoring.Reach> reach;
    try {
      options = Options.of(arguments, "until", "archive");
      if (options.loose().size() != 1) throw new BackupTrouble("one backup is brought back at a time");
      reach = reach(options);
    } catch (BackupTrouble wrong) {
      System.err.println(wrong.getMessage() + ": bin/" + USAGE);
      return 2;
    }
    Path data = Path.of(settings.getOrDefault("linatatawwa.data", "data"));
    try {
      long began = System.nanoTime();
      Restored restored = new Restoring(Path.of(options.loose().getFirst()), data).bring(reach);
      tell(restored, data, (System.nanoTime() - began) / 1e9);
      return restored.missingFiles() == 0 ? 0 : 1;
    } catch (BackupTrouble | DatabaseTrouble | IOException | SQLException trouble) {
      System.err.println("nothing that can be used was brought back: " + trouble.getMessage());
      return 1;
    }
  }

  private static Optional<Restoring.Reach> reach(Options options) {
    if (!options.has("until") && options.has("archive")) throw new BackupTrouble("an archive without --until leads nowhere");
    if (!options.has("until")) return Optional.empty();
    @Nullable Path archive = options.has("archive") ? Path.of(options.get("archive", "")).toAbsolutePath() : null;
    return Optional.of(new Restoring.Reach(archive, options.get("until", "").equals("latest") ? null : moment(options.get("until", ""))));
  }

  /** With its offset: a moment that two people read differently is not one to come back to. */
  private static Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
    } catch (DateTimeException odd) {
      throw new BackupTrouble(text + " is no moment with an offset");
    }
  }

  private static void tell(Restored restored, Path data, double seconds) {
    System.out.printf("brought back to %s in %.1f s%n", data.toAbsolutePath().normalize(), seconds);
    System.out.printf("  %d tables, %,d rows read%n", restored.tables(), restored.rows());
    System.out.printf("  %,d lines of the ledger%s%n", restored.ledger(), restored.last().isEmpty() ? "" : ", the last of " + restored.last());
    System.out.printf("  %,d files, %d missing%n", restored.files(), restored.missingFiles());
    System.out.println("before serving: bin/ledger verify --data " + data.toAbsolutePath().normalize());
  }
}
