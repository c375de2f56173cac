package dz.linatatawwa.accounts;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How often rooms let strangers and members do what costs others something, counted together over all nodes; and marks by which somebody is known again
 *  who is not kept. */
@Component
public class Allowances {

  private final Limits limits;
  private final Secrets secrets;

  Allowances(Limits limits, Secrets secrets) {
    this.limits = limits;
    this.secrets = secrets;
  }

  /** Counts one try.
   *  @param what   a name for the deed and the kind of source: {@code report-network}
   *  @param whom   the source: a network, an account; kept as a keyed hash only
   *  @param times  so many in each window
   *  @return nothing when it is within the limit, else how long to wait */
  public Optional<Duration> take(String what, String whom, int times, Duration window) {
    return limits.take(new Limits.Limit(what, whom, times, window));
  }

  /** The same bytes for the same parts, from which nobody without the platform's key learns the parts. */
  public byte[] mark(String... parts) {
    return secrets.mark(parts);
  }
}
