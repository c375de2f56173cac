package dz.linatatawwa.outside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of the test that hears everything that comes to this machine, and says what it is told to. */
final class Listener implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.ofLiteral("0.0.0.0"));
  private final AtomicInteger seen = new AtomicInteger();
  private volatile String says = "";
  private volatile boolean drips;
  private volatile String lastHead = "";
  private volatile String lastCalled = "";

  Listener() throws IOException {
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return server.getLocalPort();
  }

  /** How often somebody connected. */
  int seen() {
    return seen.get();
  }

  /** Lines of the last request up to the empty one. */
  String lastHead() {
    return lastHead;
  }

  /** The address under which this machine was called last. */
  String lastCalled() {
    return lastCalled;
  }

  void says(String bytes) {
    says = bytes;
  }

  /** Says this, then a letter every tenth of a second. */
  void drips(String bytes) {
    says = bytes;
    drips = true;
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket visitor = server.accept();
        seen.incrementAndGet();
        lastCalled = visitor.getLocalAddress().getHostAddress();
        Thread.ofVirtual().start(() -> answer(visitor));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answer(Socket visitor) {
    try (visitor) {
      BufferedReader reader = new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.ISO_8859_1));
      StringBuilder head = new StringBuilder();
      for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) head.append(line).append('\n');
      lastHead = head.toString();
      visitor.getOutputStream().write(says.getBytes(StandardCharsets.ISO_8859_1));
      visitor.getOutputStream().flush();
      for (int i = 0; drips && i < 200; i++) {
        Thread.sleep(100);
        visitor.getOutputStream().write('a');
      }
    } catch (IOException | InterruptedException over) {
      // The other side has left: that is what the tests look at.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
