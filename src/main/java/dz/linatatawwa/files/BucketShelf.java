package dz.linatatawwa.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** A bucket of an S3-compatible store: {@code <prefix><id>} and {@code <prefix><id>.small}. What comes back is held against the hash with which it was kept. */
final class BucketShelf implements Shelf {

  private static final String SMALL = ".small";

  private final Bucket bucket;

  BucketShelf(Bucket bucket) {
    this.bucket = bucket;
  }

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public void put(FileId id, byte[] content, byte @Nullable [] small) {
    if (small != null) bucket.put(id + SMALL, small);
    bucket.put(id.toString(), content);
  }

  @Override
  public Optional<byte[]> read(FileId id, boolean small) {
    return bucket.get(small ? id + SMALL : id.toString());
  }

  /** A small form has no hash in the table; the store keeps its own, which {@link Bucket} looks at. */
  @Override
  public Optional<Resource> open(StoredFile file, boolean small) {
    Optional<byte[]> bytes = read(file.id(), small);
    if (!small && bytes.filter(content -> !file.is(content)).isPresent()) {
      throw new StoreAway("the store gave other bytes for file " + file.id() + " than were kept");
    }
    return bytes.map(ByteArrayResource::new);
  }

  @Override
  public void remove(FileId id) {
    bucket.delete(id.toString());
    bucket.delete(id + SMALL);
  }

  @Override
  public Optional<String> mark() {
    return Optional.of(UUID.nameUUIDFromBytes(bucket.toString().getBytes(StandardCharsets.UTF_8)).toString());
  }
}
