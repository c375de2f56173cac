package dz.linatatawwa.backups;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Lays a packed file of a backup out again; nothing in it leads out of the folder, and nobody but the owner may read what comes out. */
final class Unpacking {

  private Unpacking() {}

  static void unpack(Path packed, Path into) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(packed), 1 << 17);
    try (InputStream in = packed.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw; TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path place = into.resolve(entry.getName()).normalize();
        if (!place.startsWith(into)) throw new BackupTrouble("leads out of its folder: " + entry.getName());
        if (entry.isDirectory()) Folders.makePrivate(place);
        else if (entry.isFile()) write(tar, entry, place);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path place) throws IOException {
    Path folder = Objects.requireNonNull(place.getParent());
    if (!Files.isDirectory(folder)) Folders.makePrivate(folder);
    Files.copy(tar, place);
    if (Files.size(place) != entry.getSize()) throw new BackupTrouble("cut off: " + entry.getName());
    if (place.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(place, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    }
  }
}
