package dz.linatatawwa.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the bytes lie: {@code <data>/files/ab/cd/<id>}, whole or not at all. */
@Component
class Shelf {

  private static final String SMALL = ".small";

  private final Path root;

  Shelf(@Value("${linatatawwa.data:data}") Path data) {
    this.root = data.resolve("files").toAbsolutePath().normalize();
  }

  /** Returns once everything is on disk. */
  void put(FileId id, byte[] content, byte @Nullable [] small) {
    try {
      Path folder = folder(id);
      Files.createDirectories(folder);
      if (small != null) write(path(id, true), small);
      write(path(id, false), content);
      sync(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("keeping file " + id, e);
    }
  }

  byte[] read(FileId id) {
    try {
      return Files.readAllBytes(path(id, false));
    } catch (IOException e) {
      throw new UncheckedIOException("reading file " + id, e);
    }
  }

  void remove(FileId id) {
    try {
      Files.deleteIfExists(path(id, false));
      Files.deleteIfExists(path(id, true));
    } catch (IOException e) {
      throw new UncheckedIOException("removing file " + id, e);
    }
  }

  Path path(FileId id, boolean small) {
    return folder(id).resolve(small ? id + SMALL : id.toString());
  }

  private Path folder(FileId id) {
    String name = id.toString();
    return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4));
  }

  /** Written beside its place and moved there when it is on disk: nobody ever sees half a file. */
  private static void write(Path place, byte[] content) throws IOException {
    Path beside = place.resolveSibling(place.getFileName() + ".part");
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) channel.write(bytes);
      channel.force(true);
    }
    Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The new name itself must survive a power cut too. Systems that cannot open a folder need no such call. */
  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }
}
