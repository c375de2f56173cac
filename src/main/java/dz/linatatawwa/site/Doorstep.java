package dz.linatatawwa.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.tomcat.util.http.FastHttpDateFormat;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** The line of readers before the door. Who asks for a page while there is no room stands here, as nothing but a connection: no thread is made for them, nothing of the request is taken apart but its first line
 *  and what its heads say of the connection, until a place becomes free. Who comes when the line is too slow, or has stood in it for long, is refused here, word for word as by {@link Door}, but for
 *  {@code Strict-Transport-Security}, which nobody knows yet, and keeps the connection. Whatever is not the plainest question for a page goes the ordinary way: the door decides.
 *  Sixty readers who waited as threads cost a twelfth of what sixteen got done, and a refusal by the door a tenth of a search (docs/decisions/0090). */
final class Doorstep {

  /** One head, as large as the web server reads at one time. */
  private static final int HEAD_BYTES = 8 << 10;
  /** Where the first has stood for so long, a line does not grow beyond its ordinary length. */
  static final Duration QUICK = Duration.ofMillis(20);
  /** Connections that stand in line; they hold their buffers anyway. */
  private static final int MOST = 1_024;
  /** So often somebody looks for who has stood here for too long, though nobody comes or goes. */
  private static final long LOOK_EVERY_MS = 20;

  private final Crowd crowd;
  private final Passage passage;
  private final long patience;
  private final long quick;
  private final ByteBuffer in = ByteBuffer.allocateDirect(HEAD_BYTES);
  private final byte[] head = new byte[HEAD_BYTES];
  private final ArrayDeque<Waiting> line = new ArrayDeque<>();
  /** As the line is; read without its lock. */
  private volatile int standing;
  private boolean lookIsDue;
  private Answers answers = new Answers("");

  private record Waiting(SocketWrapperBase<NioChannel> connection, long since) {}

  /** From here to the door. */
  interface Passage {

    /** Requests that were let pass and have not reached the door yet. */
    int coming();

    /** Makes a thread that reads and answers the connection, or closes it. */
    void let(SocketWrapperBase<NioChannel> connection);

    /** Does this after so many milliseconds; never, where all is ending. */
    void later(Runnable look, long milliseconds);
  }

  /** @param patience so long somebody stands in line at most
   *  @param quick    of a line that may grow beyond its ordinary length: so long its first has stood at most */
  Doorstep(Crowd crowd, Passage passage, Duration patience, Duration quick) {
    this.crowd = crowd;
    this.passage = passage;
    this.patience = patience.toNanos();
    this.quick = quick.toNanos();
  }

  /** Whether it stands in line now, or was refused. If not, nothing of it is lost: whoever reads the connection next finds all that came.
   *  @param connection on which something has come, and which nobody else reads now
   *  @throws IOException it has ended, or takes no answer: it is to be closed */
  boolean keeps(SocketWrapperBase<NioChannel> connection) throws IOException {
    if (standing == 0 && crowd.room(Crowd.Kind.BROWSE) > 0 || connection.getCurrentProcessor() != null || !connection.getLock().tryLock()) return false;
    try {
      return !connection.hasDataToWrite() && placed(connection);
    } finally {
      connection.getLock().unlock();
    }
  }

  /** Somebody has left, or may have: the next may come in. */
  void callNext() {
    if (standing > 0) call();
  }

  private synchronized boolean placed(SocketWrapperBase<NioChannel> connection) throws IOException {
    int many = read(connection);
    if (!PlainQuestion.isIn(head, many)) {
      if (many > 0) connection.unRead(in);
      return false;
    }
    leaveTheTired();
    if (isFull()) {
      refuse(connection);
      return true;
    }
    connection.unRead(in);
    line.add(new Waiting(connection, System.nanoTime()));
    // before it is asked whether there is room: whoever leaves from now on sees that somebody stands here
    standing = line.size();
    if (!lookIsDue) lookLater();
    call();
    return true;
  }

  /** Beyond its ordinary length it is measured by its time: fifty who want a page that must be made stand for as long as a thousand who want one that is kept. */
  private boolean isFull() {
    Waiting first = line.peek();
    return first != null && line.size() >= crowd.length(Crowd.Kind.BROWSE) && (System.nanoTime() - first.since > quick || line.size() >= MOST);
  }

  /** What has come, at the beginning of {@link #head} and once more in {@link #in}. */
  private int read(SocketWrapperBase<NioChannel> connection) throws IOException {
    in.clear();
    connection.read(false, in);
    in.flip().get(0, head, 0, in.limit());
    return in.limit();
  }

  private synchronized void call() {
    while (!line.isEmpty() && crowd.room(Crowd.Kind.BROWSE) > passage.coming()) passage.let(line.remove().connection);
    standing = line.size();
  }

  private synchronized void look() {
    lookIsDue = false;
    leaveTheTired();
    call();
    if (!line.isEmpty()) lookLater();
  }

  /** One at a time, however often the line comes to its end and begins anew. */
  private void lookLater() {
    lookIsDue = true;
    passage.later(this::look, LOOK_EVERY_MS);
  }

  /** Who has stood here for as long as readers wait, is told to come again. */
  private void leaveTheTired() {
    long now = System.nanoTime();
    for (Waiting first; (first = line.peek()) != null && now - first.since > patience; ) {
      line.remove();
      try {
        read(first.connection);
        refuse(first.connection);
      } catch (IOException gone) {
        first.connection.close();
      }
    }
    standing = line.size();
  }

  private void refuse(SocketWrapperBase<NioChannel> connection) throws IOException {
    ByteBuffer answer = answers().one();
    crowd.countRefusedOnDoorstep();
    connection.getSocket().write(answer);
    if (answer.hasRemaining()) throw new IOException("whoever asks does not read");
    connection.registerReadInterest();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private Answers answers() {
    String date = FastHttpDateFormat.getCurrentDate();
    if (!date.equals(answers.date)) answers = new Answers(date);
    return answers;
  }

  /** What is said within one second, with each of the pauses. */
  private static final class Answers {

    private final String date;
    private final ByteBuffer[] all = new ByteBuffer[Door.LONGEST_PAUSE_SECONDS];

    Answers(String date) {
      this.date = date;
      for (int i = 0; i < all.length; i++) all[i] = written(i + 1);
    }

    ByteBuffer one() {
      return all[ThreadLocalRandom.current().nextInt(all.length)].duplicate();
    }

    private ByteBuffer written(int pause) {
      StringBuilder heads = new StringBuilder("HTTP/1.1 429 \r\n");
      Door.heads(false, pause, false, Door.FULL_PAGE.length, (name, value) -> heads.append(name).append(": ").append(value).append("\r\n"));
      heads.append("Date: ").append(date).append("\r\n\r\n");
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(bytes(heads.toString()));
      all.writeBytes(Door.FULL_PAGE);
      return ByteBuffer.allocateDirect(all.size()).put(all.toByteArray()).flip();
    }
  }
}
