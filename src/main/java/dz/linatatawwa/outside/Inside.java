package dz.linatatawwa.outside;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses are inside: everything that the registries of special addresses (RFC 6890, IANA) keep from the public network. Of IPv6 only the one block counts that is given out
 *  to the world, so that what is mapped, translated (NAT64) or invented later is inside by itself. */
final class Inside {

  private static final List<Network> SPECIAL = Stream.of(
      "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
      "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
      "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20").map(Network::of).toList();
  private static final Network GIVEN_OUT = Network.of("2000::/3");

  private final List<Network> own;

  /** @param own networks that count as inside too */
  Inside(List<String> own) {
    this.own = own.stream().map(Network::of).toList();
  }

  boolean contains(InetAddress address) {
    // Java turns an IPv4 address in IPv6 clothes (::ffff:10.0.0.1) into the plain one itself.
    byte[] bytes = address.getAddress();
    boolean special = Stream.concat(SPECIAL.stream(), own.stream()).anyMatch(network -> network.contains(bytes));
    return special || bytes.length == 16 && !GIVEN_OUT.contains(bytes);
  }
}
