package dz.linatatawwa.outside;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Calls with Apache's HTTP client, the one that lets us say where a name leads. */
@Component
@Lazy
@EnableConfigurationProperties(OutsideRules.class)
class OutsideCalls implements Outside, AutoCloseable {

  /** Finds the addresses of a name. */
  @FunctionalInterface
  interface Names {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  private final OutsideRules rules;
  private final Names names;
  private final Predicate<InetAddress> inside;
  private final BoundedCalls calls;
  private final Semaphore room;

  @Autowired
  OutsideCalls(OutsideRules rules) {
    this(rules, InetAddress::getAllByName, new Inside(rules.inside())::contains);
  }

  OutsideCalls(OutsideRules rules, Names names, Predicate<InetAddress> inside) {
    this.rules = rules;
    this.names = names;
    this.inside = inside;
    this.calls = new BoundedCalls(rules, this::outside);
    this.room = new Semaphore(rules.atOnce());
  }

  @Override
  public Optional<Why> look(String address, boolean plain) {
    return switch (Target.read(address, plain, rules.ports())) {
      case Target.Read.Not not -> Optional.of(not.why());
      case Target.Read.Good good -> leads(good.target());
    };
  }

  private Optional<Why> leads(Target target) {
    try {
      outside(target.uri().getHost());
      return Optional.empty();
    } catch (LeadsInside inward) {
      return Optional.of(Why.INSIDE);
    } catch (UnknownHostException unknown) {
      return Optional.of(Why.UNKNOWN);
    }
  }

  @Override
  public Answer get(String address) {
    return call(address, true, HttpGet::new);
  }

  @Override
  public Answer post(String address, String type, byte[] body, Map<String, String> headers) {
    return call(address, false, uri -> {
      HttpPost post = new HttpPost(uri);
      headers.forEach(post::setHeader);
      post.setEntity(new ByteArrayEntity(body, ContentType.parse(type)));
      return post;
    });
  }

  private Answer call(String address, boolean plain, java.util.function.Function<java.net.URI, HttpUriRequestBase> made) {
    return switch (Target.read(address, plain, rules.ports())) {
      case Target.Read.Not not -> new Answer.Refused(not.why());
      case Target.Read.Good good -> inTurn(made.apply(good.target().uri()));
    };
  }

  private Answer inTurn(HttpUriRequestBase request) {
    room.acquireUninterruptibly();
    try {
      return calls.carry(request);
    } finally {
      room.release();
    }
  }

  /** All addresses of a name, or none where one of them is inside. Asked once for each connection, which then goes to what this answers. */
  private InetAddress[] outside(String host) throws UnknownHostException {
    InetAddress[] found = found(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
    if (found.length == 0) throw new UnknownHostException(host);
    for (InetAddress address : found) if (inside.test(address)) throw new LeadsInside(host);
    return found;
  }

  private InetAddress[] found(String host) throws UnknownHostException {
    try {
      return names.of(host);
    } catch (IllegalArgumentException halfANumber) {
      throw new UnknownHostException(host);
    }
  }

  /** A name that leads inside. */
  static final class LeadsInside extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    LeadsInside(String host) {
      super(host + " leads inside");
    }
  }

  @Override
  public void close() {
    calls.close();
  }
}
