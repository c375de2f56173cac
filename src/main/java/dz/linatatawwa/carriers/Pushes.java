package dz.linatatawwa.carriers;

import org.springframework.stereotype.Component;

/** What a page must know to ask a browser whether it wants notes. */
@Component
public class Pushes {

  private final PushKeys keys;
  private final PushHosts hosts;

  Pushes(PushKeys keys, PushHosts hosts) {
    this.keys = keys;
    this.hosts = hosts;
  }

  /** Our public key, as a browser's script takes it.
   *  @param number goes into the {@link PushAddress} that the browser answers with */
  public record Key(int number, String shown) {}

  /** The key that browsers are told now. */
  public Key key() {
    int number = keys.newest();
    return new Key(number, keys.shown(number));
  }

  /** Whether this is an address of a maker of browsers, by https: no other is ever written to. */
  public boolean admits(String endpoint) {
    return hosts.admits(endpoint);
  }

  /** Whether this refusal means that the browser does not want notes any more. */
  public boolean gone(Carried.Refused refused) {
    return refused.why().equals(PushCarrier.GONE);
  }
}
