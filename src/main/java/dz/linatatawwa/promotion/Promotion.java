package dz.linatatawwa.promotion;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.NotFound;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Things as they are passed on, and their short links. */
@Service
public class Promotion {

  private final Map<PromotedKind, Promotable> kinds = new EnumMap<>(PromotedKind.class);
  private final Openings openings;

  Promotion(List<Promotable> kinds, Openings openings) {
    kinds.forEach(kind -> this.kinds.put(kind.kind(), kind));
    this.openings = openings;
  }

  /** What everybody may see of a thing now.
   *  @param id as its address writes it
   *  @throws NotFound where there is nothing to see */
  public Promoted find(PromotedKind kind, String id, Words words) {
    return kind(kind).find(id, words).orElseThrow(() -> new NotFound(kind.code() + " " + id));
  }

  /** The short link of a thing; the same for ever. */
  public ShortLink link(Promoted it) {
    return new ShortLink(it.kind(), it.number());
  }

  /** Where a short link leads, and counts that it was opened; nothing where it says nothing, or what it says is not to be seen. */
  public Optional<String> follow(String code, Words words) {
    Optional<ShortLink> link = ShortLink.of(code);
    Optional<String> path = link.flatMap(one -> kind(one.kind()).idOf(one.number()).flatMap(id -> kind(one.kind()).find(id, words))).map(Promoted::path);
    if (path.isPresent()) openings.count(link.orElseThrow());
    return path;
  }

  /** How often a short link was opened until now. */
  public long opened(ShortLink link) {
    return openings.of(link);
  }

  private Promotable kind(PromotedKind kind) {
    Promotable known = kinds.get(kind);
    if (known == null) throw new IllegalStateException("nobody answers for " + kind);
    return known;
  }
}
