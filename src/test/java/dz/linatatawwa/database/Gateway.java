package dz.linatatawwa.database;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the platform and its database, and can be shut: every connection breaks, new ones are refused. */
final class Gateway implements Closeable {

  private final int behind;
  private final int port;
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
          Socket far = new Socket(InetAddress.getLoopbackAddress(), behind);
          open.add(near);
          open.add(far);
          pass(near, far);
          pass(far, near);
        } catch (IOException shut) {
          // whoever knocked sees it
        }
      }
    });
  }

  private static void pass(Socket from, Socket to) {
    Thread.ofVirtual().start(() -> {
      try (from; to) {
        from.getInputStream().transferTo(to.getOutputStream());
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
