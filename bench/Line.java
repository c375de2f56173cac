import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A visitor's connection over a bare socket: used again, and opened anew where it was closed. Costs the processor that it shares with the platform less than a client that knows more. */
final class Line implements AutoCloseable {

  /** @param status 0: none came
   *  @param bytes  of the body, where it is read
   *  @param pause  seconds after which one should come again; 0: not said */
  record Answer(int status, byte[] bytes, int pause) {
    String body() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** Why no answer came, and how often. */
  static final ConcurrentMap<String, Integer> FAILURES = new ConcurrentHashMap<>();

  private static final byte[] NOTHING = {};
  private static final Pattern LENGTH = Pattern.compile("content-length: ([0-9]+)");
  private static final Pattern AGAIN = Pattern.compile("retry-after: ([0-9]+)");

  private final int port;
  private final String from;
  private final boolean reading;
  private Socket socket;
  private InputStream in;

  /** @param from    its own address on loopback: one address may hold only so many connections
   *  @param reading whether bodies are kept, or only passed over */
  Line(int port, String from, boolean reading) {
    this.port = port;
    this.from = from;
    this.reading = reading;
  }

  Answer ask(String request) {
    try {
      if (socket == null) open();
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return read();
    } catch (IOException e) {
      close();
      FAILURES.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
      return new Answer(0, NOTHING, 0);
    }
  }

  private void open() throws IOException {
    socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    socket.connect(new InetSocketAddress("127.0.0.1", port), 20_000);
    socket.setSoTimeout(30_000);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), reading ? 2_048 : 16_384);
  }

  /** Heads and a body of the length that they say, or in pieces. */
  private Answer read() throws IOException {
    String heads = heads();
    int status = Integer.parseInt(heads.substring(9, 12));
    Matcher length = LENGTH.matcher(heads);
    byte[] body = NOTHING;
    if (status != 304 && length.find()) body = bytes(Integer.parseInt(length.group(1)));
    else if (heads.contains("transfer-encoding: chunked")) body = pieces();
    if (heads.contains("connection: close")) close();
    Matcher again = AGAIN.matcher(heads);
    return new Answer(status, body, again.find() ? Integer.parseInt(again.group(1)) : 0);
  }

  private String heads() throws IOException {
    StringBuilder heads = new StringBuilder(512);
    while (heads.indexOf("\r\n\r\n", Math.max(0, heads.length() - 4)) < 0) heads.append((char) one());
    return heads.toString().toLowerCase(Locale.ROOT);
  }

  private int one() throws IOException {
    int one = in.read();
    if (one < 0) throw new IOException("closed");
    return one;
  }

  private byte[] bytes(int many) throws IOException {
    if (reading) return in.readNBytes(many);
    in.skipNBytes(many);
    return NOTHING;
  }

  private byte[] pieces() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      StringBuilder size = new StringBuilder();
      for (int one = one(); one != '\n'; one = one()) size.append((char) one);
      int many = Integer.parseInt(size.toString().strip(), 16);
      all.write(bytes(many));
      in.skipNBytes(2);
      if (many == 0) return all.toByteArray();
    }
  }

  @Override
  public void close() {
    try {
      if (socket != null) socket.close();
    } catch (IOException e) {
      // Closed already.
    }
    socket = null;
  }
}
