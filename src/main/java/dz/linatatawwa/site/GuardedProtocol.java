package dz.linatatawwa.site;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** The web server's connections, with two bounds that it has not itself: how many one address may hold, and how long the head of a request may take as a whole. */
public final class GuardedProtocol extends Http11NioProtocol {

  /** The web server makes it by its name. */
  public GuardedProtocol() {
    super(new Guarded());
  }

  /** Before it starts. */
  void guard(CrowdRules rules) {
    ((Guarded) getEndpoint()).rules = rules;
  }

  private static final class Guarded extends NioEndpoint {

    private static final long LOOK_EVERY_MILLIS = 1_000;

    private CrowdRules rules = new CrowdRules(0, Integer.MAX_VALUE, Duration.ofSeconds(10), Duration.ofSeconds(20), 1, Set.of());
    /** As counted at the last look, and those that came since. */
    private volatile Map<String, Integer> held = new ConcurrentHashMap<>();

    @Override
    public void startInternal() throws Exception {
      super.startInternal();
      getUtilityExecutor().scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
      String address = address(socket);
      if (address != null && !rules.proxies().contains(address) && held.merge(address, 1, Integer::sum) > rules.connections()) {
        destroySocket(socket);
        return false;
      }
      return super.setSocketOptions(socket);
    }

    private static @org.jspecify.annotations.Nullable String address(SocketChannel socket) {
      try {
        return socket.getRemoteAddress() instanceof InetSocketAddress remote ? remote.getAddress().getHostAddress() : null;
      } catch (IOException gone) {
        return null;
      }
    }

    /** Counts anew who holds how many, and cuts who began to say something and does not come to an end. */
    private void look() {
      Map<String, Integer> now = new ConcurrentHashMap<>();
      for (SocketWrapperBase<NioChannel> connection : getConnections()) {
        String address = connection.getRemoteAddr();
        if (address != null) now.merge(address, 1, Integer::sum);
        if (drips(connection)) connection.close();
      }
      held = now;
    }

    /** A request that is being answered has no waiting reader: what has one still reads the head. */
    private boolean drips(SocketWrapperBase<NioChannel> connection) {
      if (!(connection.getCurrentProcessor() instanceof AbstractProcessor reader)) return false;
      long begun = reader.getRequest().getStartTimeNanos();
      return begun > 0 && System.nanoTime() - begun > rules.headersWithin().toNanos();
    }
  }
}
