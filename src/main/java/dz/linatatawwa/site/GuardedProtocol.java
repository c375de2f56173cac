package dz.linatatawwa.site;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** The web server's connections, with bounds that it has not itself: how many one address may hold, how long the head of a request may take as a whole, and how many
 *  there are at all: as many as the memory bears, the silent ones cut first. */
public final class GuardedProtocol extends Http11NioProtocol {

  /** The web server makes it by its name. */
  public GuardedProtocol() {
    super(new Guarded());
  }

  /** Before it starts. */
  void guard(CrowdRules rules, Crowd crowd) {
    guard(rules, crowd, Crowd.Kind.BROWSE.patience(), Doorstep.QUICK);
  }

  /** Before it starts; the times of {@link Doorstep}. */
  void guard(CrowdRules rules, Crowd crowd, Duration patience, Duration quick) {
    ((Guarded) getEndpoint()).rules = rules;
    ((Guarded) getEndpoint()).stepBefore(crowd, patience, quick);
  }

  private static final class Guarded extends NioEndpoint {

    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final Duration LOOK_AT_MOST_EVERY = Duration.ofMillis(200);
    /** So long may somebody say nothing, or take for the head of a request, when more than half of all connections are taken. */
    private static final Duration SCARCE = Duration.ofSeconds(2);
    private static final long RECOUNT_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private CrowdRules rules = new CrowdRules(0, Integer.MAX_VALUE, Duration.ofSeconds(10), Duration.ofSeconds(20), 1, 128, Set.of());
    private @Nullable Doorstep doorstep;
    /** Requests for which a thread was made that has not begun yet: they are about to enter, or to stand in line. */
    private final AtomicInteger coming = new AtomicInteger();
    private boolean isCounted;
    /** As counted at the last look, and those that came since. */
    private volatile Map<String, Integer> held = new ConcurrentHashMap<>();
    private volatile long looked = System.nanoTime();
    private volatile long counted = System.nanoTime();

    @Override
    public void startInternal() throws Exception {
      super.startInternal();
      getUtilityExecutor().scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
      if (getConnections().size() > getMaxConnections() / 2 && System.nanoTime() - looked > LOOK_AT_MOST_EVERY.toNanos()) look();
      String address = address(socket);
      if (address != null && !rules.proxies().contains(address) && held.merge(address, 1, Integer::sum) > rules.connections() && holdsTooMany(address)) {
        destroySocket(socket);
        return false;
      }
      return super.setSocketOptions(socket);
    }

    private void stepBefore(Crowd crowd, Duration patience, Duration quick) {
      doorstep = new Doorstep(crowd, new Doorstep.Passage() {

        @Override
        public int coming() {
          return coming.get();
        }

        @Override
        public void let(SocketWrapperBase<NioChannel> connection) {
          if (!Guarded.super.processSocket(connection, SocketEvent.OPEN_READ, true)) connection.close();
        }

        @Override
        public void later(Runnable look, long milliseconds) {
          try {
            getUtilityExecutor().schedule(look, milliseconds, TimeUnit.MILLISECONDS);
          } catch (RejectedExecutionException ending) {
            // All connections are about to be closed.
          }
        }
      }, patience, quick);
    }

    /** Whoever does the work, it is known how many are about to begin, and when one has ended: then the next may come in from the line. */
    @Override
    public void setExecutor(@Nullable Executor threads) {
      isCounted = threads != null;
      super.setExecutor(threads == null ? null : task -> {
        coming.incrementAndGet();
        try {
          threads.execute(() -> answer(task));
        } catch (RejectedExecutionException stopping) {
          coming.decrementAndGet();
          throw stopping;
        }
      });
    }

    private void answer(Runnable task) {
      coming.decrementAndGet();
      try {
        task.run();
      } finally {
        if (doorstep != null) doorstep.callNext();
      }
    }

    /** Where there is no room for readers, they stand in line or hear so from the thread that saw them come. */
    @Override
    public boolean processSocket(SocketWrapperBase<NioChannel> socket, SocketEvent event, boolean dispatch) {
      try {
        if (dispatch && event == SocketEvent.OPEN_READ && doorstep != null && isCounted && !isSSLEnabled() && doorstep.keeps(socket)) return true;
      } catch (IOException gone) {
        return false;
      }
      return super.processSocket(socket, event, dispatch);
    }

    /** Who opened many may have closed them since the last look: it is counted anew, though not for each of a flood. */
    private synchronized boolean holdsTooMany(String address) {
      if (System.nanoTime() - counted > RECOUNT_AFTER_NANOS) count();
      return held.getOrDefault(address, 0) >= rules.connections();
    }

    private static @Nullable String address(SocketChannel socket) {
      try {
        return socket.getRemoteAddress() instanceof InetSocketAddress remote ? remote.getAddress().getHostAddress() : null;
      } catch (IOException gone) {
        return null;
      }
    }

    /** Cuts who began to say something and does not come to an end and, when connections become scarce, who says nothing; then counts anew who holds how many. */
    private void look() {
      boolean scarce = getConnections().size() > getMaxConnections() / 2;
      looked = System.nanoTime();
      for (SocketWrapperBase<NioChannel> connection : getConnections()) {
        if (drips(connection, scarce ? SCARCE.toNanos() : rules.headersWithin().toNanos()) || scarce && isIdle(connection)) connection.close();
      }
      count();
    }

    /** It waits for a next request, or a first one. */
    private static boolean isIdle(SocketWrapperBase<NioChannel> connection) {
      return connection instanceof NioSocketWrapper waiting && (waiting.interestOps() & SelectionKey.OP_READ) != 0 && waiting.getCurrentProcessor() == null
          && System.currentTimeMillis() - waiting.getLastRead() > SCARCE.toMillis();
    }

    private synchronized void count() {
      Map<String, Integer> now = new ConcurrentHashMap<>();
      for (SocketWrapperBase<NioChannel> connection : getConnections()) {
        String address = connection.getRemoteAddr();
        if (address != null) now.merge(address, 1, Integer::sum);
      }
      held = now;
      counted = System.nanoTime();
    }

    /** A request that is being answered has no waiting reader: what has one still reads the head. */
    private static boolean drips(SocketWrapperBase<NioChannel> connection, long within) {
      if (!(connection.getCurrentProcessor() instanceof AbstractProcessor reader)) return false;
      long begun = reader.getRequest().getStartTimeNanos();
      return begun > 0 && System.nanoTime() - begun > within;
    }
  }
}
