package dz.linatatawwa.feeds;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dz.linatatawwa.site.DataReplaced;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Files for programs that are the same for everybody, kept for a minute: many programs ask for one and the same at once, and at the full hour. */
@Component
public class MadeForAll {

  private static final long BYTES = 8L << 20;

  private final Cache<String, Made> files;

  MadeForAll(@Value("${linatatawwa.feed-cache-seconds:60}") int seconds) {
    files = Caffeine.newBuilder().maximumWeight(BYTES).weigher((String key, Made made) -> made.bytes().length + 2 * key.length() + 100)
        .expireAfterWrite(Duration.ofSeconds(Math.max(0, seconds))).build();
  }

  /** @param key tells this file from all others: its whole address with its host, and the language */
  public Made get(String key, Supplier<Made> maker) {
    return files.get(key, unused -> maker.get());
  }

  @EventListener(DataReplaced.class)
  void forget() {
    files.invalidateAll();
  }
}
