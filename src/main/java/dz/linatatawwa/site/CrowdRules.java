package dz.linatatawwa.site;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How much the door takes: the settings under {@code linatatawwa.crowd}.
 *  @param atOnce       requests that are answered at one time; 0: twelve for each processor
 *  @param connections  of one address at one time; many people stand behind one address of a mobile network
 *  @param headersWithin so long may the head of a request take, from its first byte on
 *  @param bodyWithin   so long may a body of at most {@value BodyGuard#MOST_TEXT} bytes take as a whole
 *  @param slowest      bytes in a second that a larger body, one with files, must bring on the whole
 *  @param arriving     bodies at one time that did not come together with their heads: each holds a thread and its buffers until it is there
 *  @param proxies      addresses of our own proxies: theirs is not one visitor's address, so it has no bound */
@ConfigurationProperties("linatatawwa.crowd")
record CrowdRules(@DefaultValue("0") int atOnce, @DefaultValue("512") int connections, @DefaultValue("10s") Duration headersWithin, @DefaultValue("20s") Duration bodyWithin,
    @DefaultValue("16384") int slowest, @DefaultValue("128") int arriving, @DefaultValue Set<String> proxies) {

  private static final int LARGE = 16;
  private static final int FOR_EACH_PROCESSOR = 12;

  /** What the platform keeps for itself: measured after a load. */
  private static final long OWN_BYTES = 112L << 20;
  /** Of the heap, for one connection that is in the middle of a head. */
  private static final long BYTES_OF_ONE = 64 << 10;

  CrowdRules {
    if (atOnce < 0 || connections < 1 || slowest < 1 || arriving < 1) throw new IllegalArgumentException("not a bound: " + atOnce + ", " + connections + ", " + slowest + ", " + arriving);
    if (!headersWithin.isPositive() || !bodyWithin.isPositive()) throw new IllegalArgumentException("not a time: " + headersWithin + ", " + bodyWithin);
    proxies = Set.copyOf(proxies);
  }

  /** Bodies with files at one time: a row of photographs is worked on by two anyway. */
  int large() {
    return LARGE;
  }

  /** So many of one kind wait at one time for room: twice as many as are answered. */
  int line() {
    return 2 * most();
  }

  /** As many as a heap of this size bears though each of them drips the head of a request: what the platform itself needs is left. */
  int allConnections() {
    return (int) Math.clamp((Runtime.getRuntime().maxMemory() - OWN_BYTES) / BYTES_OF_ONE, 512, 65_536);
  }

  int most() {
    return atOnce > 0 ? atOnce : FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();
  }
}
