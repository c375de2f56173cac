package dz.linatatawwa.site;

import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A page while it is written: letters become UTF-8 at once, in one array that goes to the network as it is. */
final class PageBytes implements TemplateOutput {

  private static final int PIECE = 64 << 10;

  private final @Nullable OutputStream onward;
  private byte[] bytes;
  private int length;

  /** @param expected about so many bytes the page will have */
  PageBytes(int expected) {
    this(expected, null);
  }

  /** @param onward where pieces go as soon as they are large enough; null: nowhere, the page is kept whole */
  PageBytes(int expected, @Nullable OutputStream onward) {
    this.bytes = new byte[expected];
    this.onward = onward;
  }

  /** Lets go of the last piece. */
  void send() {
    if (onward == null) return;
    try {
      onward.write(bytes, 0, length);
      length = 0;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** The page, and behind its {@link #length()} what was left over. */
  byte[] array() {
    return bytes;
  }

  int length() {
    return length;
  }

  @Override
  public void writeContent(String text) {
    writeContent(text, 0, text.length());
  }

  @Override
  public void writeContent(String text, int from, int to) {
    room(3 * (to - from));
    byte[] into = bytes;
    int at = length;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        into[at++] = (byte) c;
      } else if (c < 0x800) {
        into[at++] = (byte) (0xc0 | c >> 6);
        into[at++] = (byte) (0x80 | c & 0x3f);
      } else if (!Character.isSurrogate(c)) {
        into[at++] = (byte) (0xe0 | c >> 12);
        into[at++] = (byte) (0x80 | c >> 6 & 0x3f);
        into[at++] = (byte) (0x80 | c & 0x3f);
      } else if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
        int letter = Character.toCodePoint(c, text.charAt(++i));
        into[at++] = (byte) (0xf0 | letter >> 18);
        into[at++] = (byte) (0x80 | letter >> 12 & 0x3f);
        into[at++] = (byte) (0x80 | letter >> 6 & 0x3f);
        into[at++] = (byte) (0x80 | letter & 0x3f);
      } else {
        into[at++] = '?';
      }
    }
    length = at;
  }

  @Override
  public void writeBinaryContent(byte[] part) {
    room(part.length);
    System.arraycopy(part, 0, bytes, length, part.length);
    length += part.length;
  }

  private void room(int more) {
    if (onward != null && length > PIECE) send();
    if (bytes.length - length < more) bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length + bytes.length / 2));
  }
}
