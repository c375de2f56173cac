package dz.linatatawwa.backups;

import dz.linatatawwa.commands.BareCommand;
import dz.linatatawwa.database.DatabaseTrouble;
import dz.linatatawwa.database.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code bin/backup}: takes a backup, and removes those that are older than the newest few where it is told to. */
class BackupVerb implements BareCommand {

  private static final String USAGE = "backup [--to DIR] [--keep N] [--data DIR]";
  /** Left in the data folder for who watches over the age of backups. */
  private static final String LAST = "backup.last";
  private static final String OUTSIDE = "the database is an outside one (linatatawwa.database): copy it with its own tools first, then the data folder; see docs/operations.md";

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public String usage() {
    return USAGE;
  }

  @Override
  public int run(List<String> arguments, Map<String, String> settings) {
    Options options;
    try {
      options = Options.of(arguments, "to", "keep");
      if (!options.loose().isEmpty() || !options.get("keep", "1").matches("[1-9][0-9]{0,3}")) throw new BackupTrouble("it is called so");
    } catch (BackupTrouble wrong) {
      System.err.println(wrong.getMessage() + ": bin/" + USAGE);
      return 2;
    }
    try {
      if (!Options.setting(settings, "linatatawwa.database").isEmpty()) throw new BackupTrouble(OUTSIDE);
      Path data = Path.of(settings.getOrDefault("linatatawwa.data", "data"));
      Path to = Path.of(options.get("to", data.toAbsolutePath().normalize() + "-backups"));
      take(data, to);
      if (options.has("keep")) forget(to, Integer.parseInt(options.get("keep", "")));
      return 0;
    } catch (BackupTrouble | DatabaseTrouble | IOException | SQLException trouble) {
      System.err.println("no backup was taken: " + trouble.getMessage());
      return 1;
    }
  }

  private static void take(Path data, Path to) throws IOException, SQLException {
    if (!Files.isDirectory(data.resolve("postgres"))) throw new BackupTrouble("there is no database under " + data);
    long began = System.nanoTime();
    try (Postgres postgres = Postgres.ownOrVisit(data)) {
      Path taken = new Backup(data, postgres, Clock.systemUTC()).take(to);
      Manifest manifest = Manifest.read(taken);
      Files.writeString(data.resolve(LAST), manifest.consistent() + "\n");
      System.out.println(taken);
      manifest.parts().forEach(part -> System.out.printf("  %-16s %,12d bytes%n", part.name(), part.bytes()));
      System.out.printf("whole as of %s, in %.1f s%s%n", manifest.consistent(), (System.nanoTime() - began) / 1e9,
          manifest.facts().containsKey("archive") ? "; any later minute with bin/restore --until" : "");
    }
  }

  /** Only whole ones count, and only what bears the name of a backup goes. */
  private static void forget(Path to, int kept) throws IOException {
    try (Stream<Path> all = Files.list(to)) {
      List<Path> old = all.filter(folder -> folder.getFileName().toString().matches("linatatawwa-[0-9]{8}T[0-9]{6}Z") && Files.exists(folder.resolve(Manifest.NAME)))
          .sorted(Comparator.reverseOrder()).skip(kept).toList();
      for (Path folder : old) {
        Folders.remove(folder);
        System.out.println("removed " + folder);
      }
    }
  }
}
