package dz.linatatawwa.carriers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server of the tests: counts connections and what it took, refuses {@code nobody@} for good and {@code busy@} for now, and may hang up. */
public final class MailSink implements AutoCloseable {

  /** Message-IDs of what was taken, in order. */
  public final List<String> ids = new CopyOnWriteArrayList<>();
  public final AtomicInteger connections = new AtomicInteger();
  private final List<Socket> lines = new CopyOnWriteArrayList<>();
  private final ServerSocket door;

  public MailSink() throws IOException {
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::welcome);
  }

  public int port() {
    return door.getLocalPort();
  }

  private void welcome() {
    while (!door.isClosed()) {
      try {
        Socket line = door.accept();
        lines.add(line);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> talk(line));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket line) {
    try (line) {
      BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream out = line.getOutputStream();
      say(out, "220 sink");
      for (String said = in.readLine(); said != null; said = in.readLine()) {
        String word = said.toUpperCase(Locale.ROOT);
        if (word.startsWith("RCPT TO:<NOBODY@")) say(out, "550 no such mailbox");
        else if (word.startsWith("RCPT TO:<BUSY@")) say(out, "451 later");
        else if (word.equals("DATA")) take(in, out);
        else if (word.equals("QUIT")) say(out, "221 bye");
        else say(out, "250 fine");
      }
    } catch (IOException gone) {
      // The other side hung up.
    }
  }

  private void take(BufferedReader in, OutputStream out) throws IOException {
    say(out, "354 go on");
    String id = "";
    for (String said = in.readLine(); said != null && !said.equals("."); said = in.readLine()) {
      if (said.startsWith("Message-ID: ")) id = said.substring(12);
    }
    ids.add(id);
    say(out, "250 taken");
  }

  private static void say(OutputStream out, String words) throws IOException {
    out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  public void hangUp() throws IOException {
    for (Socket line : lines) line.close();
  }

  @Override
  public void close() throws IOException {
    door.close();
    hangUp();
  }
}
