package dz.linatatawwa.credentials;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.DataReplaced;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks the room that draws a kind of credential for its pictures, and remembers the last ones; where no room draws it, a plain woven mark stands in. */
@Component
class BadgePictures {

  private static final long REMEMBERED = 16L << 20;

  private final Map<String, Artwork> artists;
  private final Cache<Drawing, byte[]> drawn = Caffeine.newBuilder().maximumWeight(REMEMBERED).weigher((Drawing key, byte[] picture) -> picture.length).build();

  private record Drawing(String kind, String key, int version, Language language) {}

  BadgePictures(List<Artwork> artists) {
    this.artists = artists.stream().collect(Collectors.toMap(Artwork::kind, artist -> artist));
  }

  byte[] png(String kind, Achievement of, Language language) {
    return drawn.get(new Drawing(kind, of.key(), of.version(), language), wanted -> artist(kind).png(of.key(), of.version(), language));
  }

  String svg(String kind, Achievement of, Language language) {
    return artist(kind).svg(of.key(), of.version(), language);
  }

  @EventListener(DataReplaced.class)
  void forget() {
    drawn.invalidateAll();
  }

  private Artwork artist(String kind) {
    return artists.getOrDefault(kind, PlainArtwork.ONE);
  }
}
