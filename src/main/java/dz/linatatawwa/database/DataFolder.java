package dz.linatatawwa.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The folder that holds the platform's state, and the small files in it that outlive a process. */
final class DataFolder {

  private final Path path;

  DataFolder(Path path) throws IOException {
    this.path = path.toAbsolutePath().normalize();
    Files.createDirectories(this.path);
  }

  Path path() {
    return path;
  }

  /** PostgreSQL's cluster. */
  Path cluster() {
    return path.resolve("postgres");
  }

  /** What PostgreSQL says while it runs. */
  Path log() {
    return path.resolve("postgres.log");
  }

  /** Where the log is kept beside the data, if it is. */
  Optional<Path> archive() throws IOException {
    Path file = path.resolve("postgres.archive");
    return Files.exists(file) ? Optional.of(Path.of(Files.readString(file).strip())) : Optional.empty();
  }

  /** Remembered here, so that a command that starts the server keeps its log too: one minute that is missing ends what can be brought back.
   *  @param archive a folder; "off": nowhere; empty: as before */
  void keepArchive(String archive) throws IOException {
    Path file = path.resolve("postgres.archive");
    if (archive.equals("off")) Files.deleteIfExists(file);
    else if (!archive.isEmpty()) Files.writeString(file, Path.of(archive).toAbsolutePath().normalize() + "\n");
  }

  /** Claims the folder for this process; the system gives it back even after {@code kill -9}.
   *  @return empty when another process holds it */
  Optional<FileLock> claim() throws IOException {
    FileChannel channel = FileChannel.open(path.resolve("linatatawwa.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        Files.writeString(path.resolve("linatatawwa.pid"), ProcessHandle.current().pid() + "\n");
        return Optional.of(lock);
      }
    } catch (OverlappingFileLockException heldByThisProcess) {
      // the same answer as for another process
    }
    channel.close();
    return Optional.empty();
  }

  /** The process that claimed the folder last. */
  String holder() throws IOException {
    Path file = path.resolve("linatatawwa.pid");
    return Files.exists(file) ? Files.readString(file).strip() : "?";
  }

  /** The database's process id, for people and scripts. */
  void keepPid(long pid) throws IOException {
    Files.writeString(path.resolve("postgres.pid"), pid + "\n");
  }

  void forgetPid() throws IOException {
    Files.deleteIfExists(path.resolve("postgres.pid"));
  }

  /** The port used last, if that is known. */
  Optional<Integer> lastPort() throws IOException {
    Path file = path.resolve("postgres.port");
    if (!Files.exists(file)) return Optional.empty();
    String kept = Files.readString(file).strip();
    return kept.matches("[0-9]{1,5}") ? Optional.of(Integer.valueOf(kept)) : Optional.empty();
  }

  /** The port used last if it is free, else another free one; kept for the next time. */
  int freePort() throws IOException {
    Optional<Integer> last = lastPort();
    if (last.isPresent() && isFree(last.get())) return last.get();
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(path.resolve("postgres.port"), any.getLocalPort() + "\n");
      return any.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** The database's password: made once, readable by the owner alone. */
  Path passwordFile() throws IOException {
    return kept("postgres.password");
  }

  /** The password of the role in which pages run: made once, readable by the owner alone. */
  String lesserPassword() throws IOException {
    return Files.readString(kept("postgres.pages.password")).strip();
  }

  private Path kept(String name) throws IOException {
    Path file = path.resolve(name);
    if (Files.exists(file) && Files.size(file) > 0) return file;
    Files.deleteIfExists(file);
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
    return file;
  }

  String password() throws IOException {
    return Files.readString(passwordFile()).strip();
  }
}
