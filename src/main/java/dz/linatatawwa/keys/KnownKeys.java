package dz.linatatawwa.keys;

import dz.linatatawwa.keys.KeyFolder.Key;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The keys of a folder, remembered for a minute: another node or a command may have made a new one. A number that is not known is looked for at once, so that
 *  what another node signed a moment ago is good here too; at most once a second, since anybody may write down a number. */
public final class KnownKeys {

  private static final long REMEMBERED = Duration.ofMinutes(1).toNanos();
  private static final long LOOKED_FOR = Duration.ofSeconds(1).toNanos();

  private final KeyFolder folder;
  private volatile @Nullable Known known;

  private record Known(SortedMap<Integer, Key> keys, long readAt) {
    boolean olderThan(long nanos) {
      return System.nanoTime() - readAt > nanos;
    }
  }

  /** @param folder is read when somebody first asks */
  public KnownKeys(KeyFolder folder) {
    this.folder = folder;
  }

  /** All keys by number, at least one; the last signs. */
  public SortedMap<Integer, Key> all() {
    Known now = known;
    if (now == null || now.olderThan(REMEMBERED)) known = now = read();
    return now.keys;
  }

  /** The key of this number; nothing where no node has one. */
  public Optional<Key> find(int number) {
    Key key = all().get(number);
    Known now = known;
    if (key == null && now != null && now.olderThan(LOOKED_FOR)) {
      known = now = read();
      key = now.keys.get(number);
    }
    return Optional.ofNullable(key);
  }

  /** The names of their files without ending, the one that signs first. */
  public List<String> names() {
    return List.copyOf(all().keySet()).reversed().stream().map(folder::name).toList();
  }

  /** A new key, which signs from now on.
   *  @return all of them */
  public SortedMap<Integer, Key> rotate() {
    Known now = new Known(folder.rotate(), System.nanoTime());
    known = now;
    return now.keys;
  }

  private Known read() {
    return new Known(folder.keys(), System.nanoTime());
  }
}
