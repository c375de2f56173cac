package dz.linatatawwa.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Keeps what PostgreSQL writes into its log in another folder, minute by minute, so that a backup can be brought forward to any moment after it. Each cluster has a folder of its own
 *  there, named by its identifier: two of them never write over each other. */
final class WalArchive {

  /** So many seconds of work are lost at most when the disk of the data is. */
  private static final String AT_MOST_SECONDS = "60";

  private WalArchive() {}

  /** Settings of a server that keeps its log there. What is there already under a name is compared, never replaced: after a crash the server asks for the same file twice. */
  static Map<String, String> writing(Path archive, Path cluster) throws IOException {
    Path own = archive.resolve(identifier(cluster));
    Files.createDirectories(own);
    String kept = quoted(own) + "/%f.gz\"";
    String half = quoted(own) + "/.%f.part\"";
    return Map.of("archive_mode", "on", "archive_timeout", AT_MOST_SECONDS, "archive_command",
        "if [ -f " + kept + " ]; then gzip -dc " + kept + " | cmp -s - \"%p\"; else gzip -1 -c \"%p\" > " + half + " && sync " + half + " && mv " + half + " " + kept + "; fi");
  }

  /** Settings of a server that replays the log from there. */
  static Map<String, String> reading(Path own) {
    String kept = quoted(own) + "/%f.gz\"";
    return Map.of("restore_command", "test -f " + kept + " && gzip -dc " + kept + " > \"%p\"", "recovery_target_action", "promote", "recovery_target_timeline", "latest");
  }

  /** The beginning of a path in a shell's double quotes. */
  private static String quoted(Path path) {
    String text = path.toAbsolutePath().normalize().toString();
    if (!text.matches("[^\"$`\\\\%']+")) throw new DatabaseTrouble("the name of the archive's folder has characters that a shell reads otherwise: " + text);
    return "\"" + text;
  }

  /** The first eight bytes of the control file. */
  private static String identifier(Path cluster) throws IOException {
    try (InputStream in = Files.newInputStream(cluster.resolve("global").resolve("pg_control"))) {
      return Long.toUnsignedString(ByteBuffer.wrap(in.readNBytes(Long.BYTES)).order(ByteOrder.nativeOrder()).getLong());
    }
  }
}
