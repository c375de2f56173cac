package dz.linatatawwa.carriers;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/** To which servers push notes may go. A browser names an address, and whoever holds the browser may name any: so only the servers of the
 *  makers of browsers are written to, by https, at the usual port, and never at an address inside. */
class PushHosts {

  /** Of Chrome and most others; Firefox; Safari; Edge. */
  static final List<String> USUAL = List.of("fcm.googleapis.com", "*.push.services.mozilla.com", "*.push.apple.com", "*.notify.windows.com");

  private final List<String> hosts;

  /** @param hosts names; {@code *.} at the beginning stands for anything below */
  PushHosts(List<String> hosts) {
    this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
  }

  /** Whether this is an address of one of them; asks nobody. */
  boolean admits(String endpoint) {
    if (endpoint.length() > PushAddress.LONGEST) return false;
    try {
      URI address = new URI(endpoint);
      String host = address.getHost();
      return "https".equals(address.getScheme()) && host != null && address.getRawUserInfo() == null && address.getRawFragment() == null
          && (address.getPort() == -1 || address.getPort() == 443) && known(host.toLowerCase(Locale.ROOT));
    } catch (java.net.URISyntaxException unreadable) {
      return false;
    }
  }

  private boolean known(String host) {
    return hosts.stream().anyMatch(one -> one.startsWith("*.") ? host.endsWith(one.substring(1)) : host.equals(one));
  }

  /** Whether the host's name leads outside now. */
  boolean outside(String host) throws UnknownHostException {
    for (InetAddress address : InetAddress.getAllByName(host)) if (inside(address)) return false;
    return true;
  }

  static boolean inside(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean shared = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64; // RFC 6598
    boolean zero = bytes.length == 4 && bytes[0] == 0;
    boolean unique = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc; // RFC 4193
    return shared || zero || unique || address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress()
        || address.isSiteLocalAddress() || address.isMulticastAddress();
  }
}
