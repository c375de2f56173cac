package dz.linatatawwa.files;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks a ClamAV daemon whether what somebody uploads is known malware. {@code linatatawwa.scanner} is its address, {@code host:port}; without it nobody is asked.
 *  The bytes are sent as a stream (command INSTREAM of clamd), so the daemon may run elsewhere and need not read our folders. Whatever is not a clear word is no yes. */
@Component
class Scanner {

  /** What the daemon says of some bytes. */
  sealed interface Verdict {

    /** Nothing is known against them, or nobody is asked. */
    record Clean() implements Verdict {}

    /** They are known. @param name as the daemon calls it, in plain ASCII */
    record Found(String name) implements Verdict {}

    /** No clear answer came in time. @param why for the log */
    record Away(String why) implements Verdict {}
  }

  private static final Pattern ADDRESS = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]):([1-9]\\d{0,4})");
  private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND", Pattern.DOTALL);
  private static final Duration WITHIN = Duration.ofSeconds(15);
  private static final int CONNECT_MILLIS = 2_000;
  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_ANSWER = 1_000;

  private final String host;
  private final int port;
  private final Duration within;

  /** @throws IllegalArgumentException where the setting is no address */
  @Autowired
  Scanner(@Value("${linatatawwa.scanner:}") String address) {
    this(address, WITHIN);
  }

  /** @param within so long may one answer take as a whole */
  Scanner(String address, Duration within) {
    Matcher parts = ADDRESS.matcher(address);
    if (!address.isEmpty() && (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535)) throw new IllegalArgumentException("linatatawwa.scanner is host:port, not " + address);
    this.host = address.isEmpty() ? "" : parts.group(1);
    this.port = address.isEmpty() ? 0 : Integer.parseInt(parts.group(2));
    this.within = within;
  }

  Verdict look(byte[] content) {
    if (host.isEmpty()) return new Verdict.Clean();
    FutureTask<String> asking = new FutureTask<>(() -> answer(content));
    Thread.ofVirtual().name("scanner").start(asking);
    try {
      return read(asking.get(within.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      return new Verdict.Away("no answer within " + within);
    } catch (ExecutionException broken) {
      return new Verdict.Away(String.valueOf(broken.getCause()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Verdict.Away("interrupted");
    } finally {
      asking.cancel(true); // closes the connection of somebody who drips
    }
  }

  private static Verdict read(String answer) {
    if (answer.equals("stream: OK")) return new Verdict.Clean();
    Matcher found = FOUND.matcher(answer);
    return found.matches() ? new Verdict.Found(plain(found.group(1))) : new Verdict.Away("it says: " + plain(answer));
  }

  /** The command, the bytes in pieces that begin with their length (four bytes, the highest first), a piece without bytes; then the answer up to a zero. */
  private String answer(byte[] content) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
      try {
        send(content, socket.getOutputStream());
      } catch (IOException cut) {
        // who has seen enough answers and hangs up before the end: what it said counts
        String said = heard(socket);
        if (said.isEmpty()) throw cut;
        return said;
      }
      return heard(socket);
    }
  }

  private static void send(byte[] content, OutputStream raw) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(raw, CHUNK));
    out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
    for (int from = 0; from < content.length; from += CHUNK) {
      int length = Math.min(CHUNK, content.length - from);
      out.writeInt(length);
      out.write(content, from, length);
    }
    out.writeInt(0);
    out.flush();
  }

  private static String heard(Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream(), LONGEST_ANSWER);
    StringBuilder answer = new StringBuilder();
    for (int next = in.read(); next > 0 && answer.length() < LONGEST_ANSWER; next = in.read()) answer.append((char) next);
    return answer.toString().strip();
  }

  /** Whatever a daemon says goes into a log line. */
  private static String plain(String said) {
    String line = said.replaceAll("[^\\x21-\\x7e]+", "_");
    return line.length() > 200 ? line.substring(0, 200) : line;
  }
}
