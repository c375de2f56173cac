package dz.linatatawwa.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The cable between a phone and the platform: a relay on a port of its own that can really be cut. Then no listener answers and every open
 *  connection is gone, also for service workers, which a browser's own "offline" does not reach. Counts what goes to the phone. */
public final class Cable implements AutoCloseable {

  private static final int PIECE = 16_384;

  private final int server;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong received = new AtomicLong();
  private volatile ServerSocket listener;

  /** @param server the port of the platform */
  public Cable(int server) {
    this.server = server;
    this.listener = listen(0);
    this.port = listener.getLocalPort();
  }

  /** Where phones find the platform. */
  public String base() {
    return "http://localhost:" + port;
  }

  /** Bytes that went to phones so far. */
  public long received() {
    return received.get();
  }

  /** From now on nobody answers. */
  public void cut() {
    try {
      listener.close();
      for (Socket socket : open) socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The network is back, at the same address. */
  public void mend() {
    listener = listen(port);
  }

  @Override
  public void close() {
    cut();
  }

  private ServerSocket listen(int wanted) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 200);
      Thread.ofVirtual().start(() -> accept(socket));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket from) {
    try {
      while (true) {
        Socket phone = from.accept();
        Socket platform = new Socket(InetAddress.getLoopbackAddress(), server);
        open.add(phone);
        open.add(platform);
        if (from.isClosed()) {
          // it was cut between the two: who cuts has not seen this one
          phone.close();
          platform.close();
        }
        Thread.ofVirtual().start(() -> pump(phone, platform, false));
        Thread.ofVirtual().start(() -> pump(platform, phone, true));
      }
    } catch (IOException cut) {
      // the listener is closed: nobody comes any more
    }
  }

  private void pump(Socket from, Socket to, boolean counted) {
    try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
      byte[] piece = new byte[PIECE];
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        if (counted) received.addAndGet(length);
        out.write(piece, 0, length);
        out.flush();
      }
    } catch (IOException cut) {
      // one end is gone, so is the other
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }
}
