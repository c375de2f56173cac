package dz.linatatawwa.files;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** Where the bytes of files lie, each under its id, whole or not at all. What was put stays as it is until it is removed. */
interface Shelf {

  /** Its name in settings and commands: {@code folder}, {@code s3}. */
  String name();

  /** Returns once everything is kept; putting the same again changes nothing.
   *  @param small the small form of a picture
   *  @throws StoreAway when it cannot be kept now */
  void put(FileId id, byte[] content, byte @Nullable [] small);

  /** The bytes; nothing where there are none.
   *  @throws StoreAway when that cannot be told now */
  Optional<byte[]> read(FileId id, boolean small);

  /** The same, for sending. What is not what was kept is not sent. */
  Optional<Resource> open(StoredFile file, boolean small);

  /** Takes both forms away, if they are there.
   *  @throws StoreAway when they may still be there */
  void remove(FileId id);

  /** Equal for all nodes that use the same shelf; nothing while that is not known. */
  Optional<String> mark();
}
