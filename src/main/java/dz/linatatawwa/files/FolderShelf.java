package dz.linatatawwa.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** A folder: {@code <data>/files/ab/cd/<id>}; several nodes share it by the means of their systems. */
final class FolderShelf implements Shelf {

  private static final String SMALL = ".small";
  private static final String MARK = ".shelf";

  private final Path root;

  FolderShelf(Path data) {
    this.root = data.resolve("files").toAbsolutePath().normalize();
  }

  @Override
  public String name() {
    return "folder";
  }

  @Override
  public void put(FileId id, byte[] content, byte @Nullable [] small) {
    try {
      Path folder = folder(id);
      Files.createDirectories(folder);
      if (small != null) write(path(id, true), small);
      write(path(id, false), content);
      sync(folder);
    } catch (IOException e) {
      throw new StoreAway("keeping file " + id, e);
    }
  }

  @Override
  public Optional<byte[]> read(FileId id, boolean small) {
    try {
      return Optional.of(Files.readAllBytes(path(id, small)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StoreAway("reading file " + id, e);
    }
  }

  @Override
  public Optional<Resource> open(StoredFile file, boolean small) {
    Path path = path(file.id(), small);
    return Files.isRegularFile(path) ? Optional.of(new FileSystemResource(path)) : Optional.empty();
  }

  @Override
  public void remove(FileId id) {
    try {
      Files.deleteIfExists(path(id, false));
      Files.deleteIfExists(path(id, true));
    } catch (IOException e) {
      throw new StoreAway("removing file " + id, e);
    }
  }

  /** A random name that lies in the folder itself: whoever reads the same one has the same folder before them. */
  @Override
  public Optional<String> mark() {
    Path file = root.resolve(MARK);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(root);
        try {
          Files.writeString(file, UUID.randomUUID() + "\n", StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
          return Optional.empty();
        }
      }
      return Optional.of(Files.readString(file).strip()).filter(mark -> mark.length() == 36);
    } catch (IOException notNow) {
      return Optional.empty();
    }
  }

  private Path path(FileId id, boolean small) {
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
