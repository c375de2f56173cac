package dz.linatatawwa.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.LongUnaryOperator;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The body of a request while it arrives: it has so long as a whole, however regularly its bytes drip. */
final class TimedBody implements InputBuffer {

  /** It took too long. */
  static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    TooSlow() {
      super("the body took too long");
    }
  }

  private final InputBuffer arriving;
  private final LongUnaryOperator allowed;
  private final long begun = System.nanoTime();
  private long read;

  /** @param allowed nanoseconds for so many bytes */
  TimedBody(InputBuffer arriving, LongUnaryOperator allowed) {
    this.arriving = arriving;
    this.allowed = allowed;
  }

  @Override
  public int doRead(ApplicationBufferHandler into) throws IOException {
    int some = arriving.doRead(into);
    if (some > 0) read += some;
    if (some >= 0 && System.nanoTime() - begun > allowed.applyAsLong(read)) throw new TooSlow();
    return some;
  }

  @Override
  public int available() {
    return arriving.available();
  }

  /** All of it, where it is not larger than that; what was read beyond is told too. */
  static byte[] whole(InputBuffer arriving, long most) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(512);
    Piece piece = new Piece();
    while (whole.size() <= most && arriving.doRead(piece) > 0) {
      ByteBuffer bytes = piece.getByteBuffer();
      byte[] some = new byte[bytes.remaining()];
      bytes.get(some);
      whole.write(some, 0, some.length);
    }
    return whole.toByteArray();
  }

  /** Reads what is left and forgets it. */
  static void leave(InputBuffer arriving) throws IOException {
    Piece piece = new Piece();
    while (arriving.doRead(piece) > 0) piece.setByteBuffer(ByteBuffer.allocate(0));
  }

  /** What has arrived, to be read again; then what has not. */
  static InputBuffer again(byte[] arrived, InputBuffer rest) {
    return new InputBuffer() {
      private boolean given = arrived.length == 0;

      @Override
      public int doRead(ApplicationBufferHandler into) throws IOException {
        if (given) return rest.doRead(into);
        given = true;
        into.setByteBuffer(ByteBuffer.wrap(arrived));
        return arrived.length;
      }

      @Override
      public int available() {
        return given ? rest.available() : arrived.length;
      }
    };
  }

  private static final class Piece implements ApplicationBufferHandler {
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      bytes = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return bytes;
    }

    @Override
    public void expand(int size) {
      // The buffer of the connection is as large as it is.
    }
  }
}
