package dz.linatatawwa.outside;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An address as somebody gave it, as far as its form goes.
 *  @param uri with a host and nothing before it: no name, no password */
record Target(URI uri) {

  private static final int LONGEST = 2_000;

  /** Reads what was typed.
   *  @param plain whether http without TLS will do
   *  @return the address, or why it cannot be called */
  static Read read(String typed, boolean plain, Set<Integer> ports) {
    Optional<URI> parsed = parsed(typed);
    if (parsed.isEmpty() || parsed.get().getHost() == null || parsed.get().getHost().isEmpty() || parsed.get().getRawUserInfo() != null) return new Read.Not(Outside.Why.FORM);
    URI uri = parsed.get();
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(plain && scheme.equals("http"))) return new Read.Not(Outside.Why.SCHEME);
    int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
    return ports.contains(port) ? new Read.Good(new Target(uri)) : new Read.Not(Outside.Why.PORT);
  }

  /** What became of reading. */
  sealed interface Read {
    /** It may be called, if its name leads outside. */
    record Good(Target target) implements Read {}

    /** It may not. */
    record Not(Outside.Why why) implements Read {}
  }

  private static Optional<URI> parsed(String typed) {
    if (typed.length() > LONGEST) return Optional.empty();
    try {
      URI uri = new URI(typed.strip());
      return uri.isOpaque() || uri.getScheme() == null ? Optional.empty() : Optional.of(uri.getRawFragment() == null ? uri : new URI(typed.strip().substring(0, typed.strip().indexOf('#'))));
    } catch (URISyntaxException broken) {
      return Optional.empty();
    }
  }
}
