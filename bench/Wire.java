import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Visitors by the thousand on one thread: it asks when a question is due, whether or not earlier ones were answered (an open loop), or as soon as each is answered (a closed one), over connections that are used
 * again. It shares the processors with what it measures, so it does as little as it can: bodies are passed over unread, and rests for a millisecond when nothing has come, which latencies contain. For one visitor after the other see {@link Line}.
 */
final class Wire implements AutoCloseable {

  /** @param words  the whole request
   *  @param urgent what the caller wants told apart */
  record Question(String words, boolean urgent) {}

  /** @param status 0: none came
   *  @param pause  whether it said when to come again
   *  @param micros since the question was due */
  record Told(boolean urgent, int status, boolean pause, long micros) {}

  private static final int LONGEST_WAIT_SECONDS = 30;
  private static final byte[] CHUNKED_END = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final int port;
  private final Supplier<String> addresses;
  private final Selector selector;
  private final int most;
  private final ArrayDeque<Connection> idle = new ArrayDeque<>();
  /** Due, but all connections are busy. */
  private final ArrayDeque<Due> waiting = new ArrayDeque<>();
  private final ByteBuffer in = ByteBuffer.allocateDirect(1 << 16);
  private final byte[] bytes = new byte[1 << 16];
  private List<Told> told = new ArrayList<>();
  private int connections;
  private int open;
  private boolean woken;

  private record Due(Question question, long at) {}

  /** @param most      connections at one time; what is due when all are busy waits, and the wait counts
   *  @param addresses of those who ask, one for each connection: one address may hold only so many */
  Wire(int port, int most, Supplier<String> addresses) throws IOException {
    this.port = port;
    this.most = most;
    this.addresses = addresses;
    this.selector = Selector.open();
  }

  /** Is woken for each answer: where an answer costs so little that a millisecond's rest would be most of it. */
  Wire woken() {
    woken = true;
    return this;
  }

  /** So many questions a second for so long; the i-th is made when it is due. Afterwards what is still unanswered is waited for. */
  List<Told> open(double rate, int seconds, IntFunction<Question> questions) throws IOException {
    told = new ArrayList<>();
    int many = (int) (rate * seconds);
    long begun = System.nanoTime();
    int asked = 0;
    while (asked < many || open > 0) {
      long now = System.nanoTime();
      for (long due; asked < many && (due = begun + (long) (asked / rate * 1e9)) <= now; asked++) ask(questions.apply(asked), due);
      listen();
      if (asked == many && System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(seconds + LONGEST_WAIT_SECONDS)) giveUp();
    }
    return told;
  }

  /** So many visitors for so long, each of whom asks anew when answered. */
  List<Told> closed(int visitors, int seconds, IntFunction<Question> questions) throws IOException {
    told = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    int asked = 0;
    while (System.nanoTime() < end || open > 0) {
      while (open < visitors && System.nanoTime() < end) ask(questions.apply(asked++), System.nanoTime());
      listen();
      if (System.nanoTime() > end + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS)) giveUp();
    }
    return told;
  }

  /** What has come; where nothing has, a millisecond's rest. Woken for each answer, this thread would take a sixth of two processors, and of who answers the time to wake it. */
  private void listen() throws IOException {
    if (woken) selector.select(this::readable, 1);
    else if (selector.selectNow(this::readable) == 0) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
  }

  private void ask(Question question, long due) {
    open++;
    send(new Due(question, due));
  }

  private void send(Due due) {
    Connection connection = idle.poll();
    if (connection == null && connections >= most) {
      waiting.add(due);
      return;
    }
    try {
      if (connection == null) connection = connect();
      connection.ask(due.question, due.at);
    } catch (IOException e) {
      if (connection != null) broken(connection, e);
      else tell(due.question.urgent, 0, false, due.at);
    }
  }

  /** A connection has become free, or room for another. */
  private void next() {
    Due due = waiting.poll();
    if (due != null) send(due);
  }

  private Connection connect() throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.bind(new InetSocketAddress(InetAddress.getByName(addresses.get()), 0));
    channel.connect(new InetSocketAddress("127.0.0.1", port));
    channel.configureBlocking(false);
    Connection connection = new Connection(channel);
    channel.register(selector, SelectionKey.OP_READ, connection);
    connections++;
    return connection;
  }

  private void readable(SelectionKey key) {
    Connection connection = (Connection) key.attachment();
    try {
      in.clear();
      int many = connection.channel.read(in);
      if (many < 0) throw new IOException("closed");
      if (!connection.passes(many)) {
        in.flip().get(bytes, 0, many);
        connection.take(many);
      }
    } catch (IOException e) {
      broken(connection, e);
    }
  }

  private void broken(Connection connection, IOException why) {
    try {
      connection.channel.close();
    } catch (IOException e) {
      // It is closed already.
    }
    connections--;
    idle.remove(connection);
    if (connection.asking) {
      Line.FAILURES.merge(String.valueOf(why.getMessage()), 1, Integer::sum);
      connection.asking = false;
      tell(connection.urgent, 0, false, connection.due);
    }
    next();
  }

  private void giveUp() {
    for (Due due; (due = waiting.poll()) != null; ) tell(due.question.urgent, 0, false, due.at);
    for (SelectionKey key : List.copyOf(selector.keys())) if (key.attachment() instanceof Connection waiting && waiting.asking) broken(waiting, new IOException("no answer within " + LONGEST_WAIT_SECONDS + " s"));
  }

  private void tell(boolean urgent, int status, boolean pause, long due) {
    open--;
    told.add(new Told(urgent, status, pause, (System.nanoTime() - due) / 1_000));
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : List.copyOf(selector.keys())) key.channel().close();
    selector.close();
  }

  private final class Connection {

    private final SocketChannel channel;
    private boolean asking;
    private boolean urgent;
    private long due;
    private byte[] head = new byte[0];
    private int status;
    private boolean pause;
    private boolean closes;
    /** Bytes of the body that are still to come; -1: in pieces, whose end is looked for. */
    private long left;
    private byte[] tail = new byte[0];

    Connection(SocketChannel channel) {
      this.channel = channel;
    }

    void ask(Question question, long when) throws IOException {
      asking = true;
      urgent = question.urgent;
      due = when;
      head = new byte[0];
      status = 0;
      ByteBuffer out = ByteBuffer.wrap(question.words.getBytes(StandardCharsets.UTF_8));
      while (out.hasRemaining()) if (channel.write(out) == 0) throw new IOException("it takes nothing");
    }

    /** Bytes of a body before its last: nobody looks at them. */
    boolean passes(int many) {
      if (!asking || status == 0 || left <= many) return false;
      left -= many;
      return true;
    }

    void take(int many) throws IOException {
      if (!asking) throw new IOException("an answer to nothing");
      int from = 0;
      if (status == 0) {
        byte[] all = bytes;
        int length = many;
        if (head.length > 0) {
          all = Arrays.copyOf(head, head.length + many);
          System.arraycopy(bytes, 0, all, head.length, many);
          length = all.length;
        }
        int end = end(all, length);
        if (end < 0) {
          head = Arrays.copyOf(all, length);
          return;
        }
        read(new String(all, 0, end, StandardCharsets.ISO_8859_1));
        from = many - (length - end);
      }
      if (left < 0) {
        tail = joined(tail, from, many);
        if (Arrays.equals(tail, CHUNKED_END)) done();
      } else {
        left -= many - from;
        if (left < 0) throw new IOException("more than was said");
        if (left == 0) done();
      }
    }

    /** The last five bytes of what came until now. */
    private byte[] joined(byte[] before, int from, int to) {
      byte[] last = Arrays.copyOf(before, before.length + to - from);
      System.arraycopy(bytes, from, last, before.length, to - from);
      return last.length <= CHUNKED_END.length ? last : Arrays.copyOfRange(last, last.length - CHUNKED_END.length, last.length);
    }

    private static int end(byte[] all, int length) {
      for (int i = 3; i < length; i++) if (all[i] == '\n' && all[i - 1] == '\r' && all[i - 2] == '\n' && all[i - 3] == '\r') return i + 1;
      return -1;
    }

    private void read(String heads) {
      status = Integer.parseInt(heads, 9, 12, 10);
      pause = false;
      closes = false;
      left = 0;
      tail = new byte[0];
      for (int at = heads.indexOf('\n') + 1; at > 0 && at < heads.length(); at = heads.indexOf('\n', at) + 1) {
        if (says(heads, at, "Content-Length: ")) left = status == 304 ? 0 : Long.parseLong(heads, at + 16, heads.indexOf('\r', at), 10);
        else if (says(heads, at, "Transfer-Encoding: chunked")) left = -1;
        else if (says(heads, at, "Retry-After: ")) pause = true;
        else if (says(heads, at, "Connection: close")) closes = true;
      }
    }

    private static boolean says(String heads, int at, String what) {
      return heads.regionMatches(true, at, what, 0, what.length());
    }

    private void done() throws IOException {
      asking = false;
      tell(urgent, status, pause, due);
      if (closes) {
        channel.close();
        connections--;
      } else {
        idle.push(this);
      }
      next();
    }
  }
}
