package dz.linatatawwa.database;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL refuses to run as root: root starts it in a user namespace of its own, where it is nobody and its files stay where they are. */
final class Ordinary {

  private static final List<String> WORDS = find();

  private Ordinary() {}

  /** The words to put before a program's own. */
  static List<String> user() {
    return WORDS;
  }

  private static List<String> find() {
    if (!"root".equals(System.getProperty("user.name")) || !System.getProperty("os.name").startsWith("Linux")) return List.of();
    if (works("unshare", "-U", "true")) return List.of("unshare", "-U");
    throw new DatabaseTrouble("PostgreSQL does not run as root, and this system lets root make no user namespace (unshare -U): "
        + "start the platform as an ordinary user, or name an outside database in linatatawwa.database");
  }

  private static boolean works(String... words) {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
