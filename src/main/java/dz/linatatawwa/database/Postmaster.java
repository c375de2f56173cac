package dz.linatatawwa.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's main process as the system sees it: is it there, and is it really ours? */
final class Postmaster {

  /** Above every pid that a system gives out: PostgreSQL takes such a file for left behind, and still checks the memory that it names. */
  private static final String NOBODY = "2147483646";

  private Postmaster() {}

  /** The pid in the cluster's own file, whether or not such a process lives. */
  static Optional<Long> written(Path cluster) throws IOException {
    List<String> lines = lines(cluster);
    return lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,18}") ? Optional.empty() : Optional.of(Long.valueOf(lines.getFirst().strip()));
  }

  /** Whether this process runs: not gone, not a zombie that nobody buried. */
  static boolean lives(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "stat");
    if (Files.isDirectory(Path.of("/proc/self"))) {
      try {
        String stat = Files.readString(status);
        char state = stat.charAt(stat.lastIndexOf(')') + 2);
        return state != 'Z' && state != 'X';
      } catch (IOException gone) {
        return false;
      }
    }
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /** Whether this process is a PostgreSQL of this cluster; where the system does not tell, it is taken for one. */
  static boolean serves(long pid, Path cluster) {
    if (!lives(pid)) return false;
    Path asked = Path.of("/proc", Long.toString(pid), "cmdline");
    if (!Files.exists(asked)) return true;
    try {
      String line = Files.readString(asked);
      return line.contains("postgres") && line.contains(cluster.toString());
    } catch (IOException gone) {
      return false;
    }
  }

  /** A pid file whose process is a zombie or somebody else would stop the start: its pid is replaced by one that cannot be.
   *  The file itself stays, so that PostgreSQL still refuses while a child of the dead one uses the shared memory. */
  static void disown(Path cluster) throws IOException {
    List<String> lines = new ArrayList<>(lines(cluster));
    if (lines.isEmpty() || lines.getFirst().isBlank()) {
      Files.deleteIfExists(file(cluster));
      return;
    }
    lines.set(0, NOBODY);
    Files.write(file(cluster), lines);
  }

  private static List<String> lines(Path cluster) throws IOException {
    Path file = file(cluster);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }
}
