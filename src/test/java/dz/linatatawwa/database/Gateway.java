package dz.linatatawwa.database;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the platform and its database. It can be shut: every connection breaks, new ones are refused; or swallow: everything is taken and nothing is answered, as by a firewall that
 *  forgot us. What was swallowed is lost, also when it delivers again. */
final class Gateway implements Closeable {

  private final int behind;
  private final int port;
  private volatile boolean swallowing;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

  Gateway(int behind) throws IOException {
    this.behind = behind;
    try (ServerSocket any = new ServerSocket(0)) {
      this.port = any.getLocalPort();
    }
    open();
  }

  int port() {
    return port;
  }

  void open() throws IOException {
    ServerSocket door = new ServerSocket();
    door.setReuseAddress(true);
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    open.add(door);
    Thread.ofVirtual().start(() -> {
      while (!door.isClosed()) {
        try {
          Socket near = door.accept();
          open.add(near);
          if (swallowing) continue;
          Socket far = new Socket(InetAddress.getLoopbackAddress(), behind);
          open.add(far);
          pass(near, far);
          pass(far, near);
        } catch (IOException shut) {
          // whoever knocked sees it
        }
      }
    });
  }

  boolean isShut() {
    return open.isEmpty();
  }

  void swallow() {
    swallowing = true;
  }

  void deliver() {
    swallowing = false;
  }

  private void pass(Socket from, Socket to) {
    Thread.ofVirtual().start(() -> {
      byte[] buffer = new byte[1 << 16];
      boolean whole = true;
      try (from; to) {
        for (int read = from.getInputStream().read(buffer); read >= 0; read = from.getInputStream().read(buffer)) {
          whole = whole && !swallowing;
          if (whole) to.getOutputStream().write(buffer, 0, read);
        }
      } catch (IOException shut) {
        // both ends are closed by now
      }
    });
  }

  @Override
  public void close() throws IOException {
    for (Closeable one : open) one.close();
    open.clear();
  }
}
