package dz.linatatawwa.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs: packed in the jar for each kind of machine, unpacked once beside the data. */
final class Binaries {

  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

  private final Path home;

  private Binaries(Path home) {
    this.home = home;
  }

  /** Unpacks them into a folder named by their content, unless it is there: a newer version gets a folder of its own. */
  static Binaries under(Path folder) throws IOException {
    URL packed = Binaries.class.getResource("/" + resource());
    if (packed == null) {
      throw new DatabaseTrouble("no PostgreSQL for this machine in the program (" + resource() + "): name an outside one in linatatawwa.database");
    }
    Path home = folder.resolve("postgresql-" + fingerprint(packed));
    if (!Files.isDirectory(home)) unpack(packed, home);
    return new Binaries(home);
  }

  /** Where a program is: {@code initdb}, {@code pg_ctl}, {@code postgres}. */
  String program(String name) {
    return home.resolve("bin").resolve(WINDOWS ? name + ".exe" : name).toString();
  }

  private static String resource() {
    String system = WINDOWS ? "windows" : System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return "postgres-" + system + "-" + (arch.equals("aarch64") ? "arm_64" : "x86_64") + ".txz";
  }

  private static String fingerprint(URL packed) throws IOException {
    URLConnection connection = packed.openConnection();
    if (connection instanceof JarURLConnection jar) return Long.toHexString(jar.getJarEntry().getCrc());
    return Long.toHexString(connection.getContentLengthLong());
  }

  private static void unpack(URL packed, Path home) throws IOException {
    Path parent = home.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path half = Files.createTempDirectory(parent, "unpacking-");
    readableByAll(half);
    try (InputStream in = packed.openStream(); TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) write(tar, entry, half);
    }
    try {
      Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException anotherWasFaster) {
      if (!Files.isDirectory(home)) throw anotherWasFaster;
      remove(half);
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
    Path file = into.resolve(entry.getName()).normalize();
    if (!file.startsWith(into)) throw new IOException("leads out of its folder: " + entry.getName());
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, file);
      if (!WINDOWS && (entry.getMode() & 0100) != 0) readableByAll(file);
    }
  }

  private static void readableByAll(Path file) throws IOException {
    if (WINDOWS) return;
    Set<PosixFilePermission> all = PosixFilePermissions.fromString("rwxr-xr-x");
    Files.setPosixFilePermissions(file, all);
  }

  /** Removes a folder and what is in it, if it is there. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
  }
}
