package dz.linatatawwa.figures;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what is written of slices aside on the disk, piece by piece while they grow and as a whole when nobody more comes into them: a year of any length, of any number of people, is cut up in little memory. */
final class Spill implements Slicer.Shelf, AutoCloseable {

  private static final int PIECE = 4096;
  private static final int BUFFER = 1 << 16;

  /** Where the pieces of one slice lie: place and length in turn. */
  private static final class Pieces {
    private long[] places = new long[8];
    private int used;
    private int length;

    private void add(long place, int bytes) {
      if (used == places.length) places = Arrays.copyOf(places, 2 * used);
      places[used++] = place;
      places[used++] = bytes;
      length = Math.addExact(length, bytes);
    }
  }

  /** Somebody who takes slices one by one. */
  interface Taker {
    void take(SliceKey key, byte[] data) throws SQLException;
  }

  private final FileChannel file;
  private final FileChannel wholes;
  private final DataOutputStream ended;
  private final Map<SliceKey, Pieces> growing = new HashMap<>();
  private long end;
  private long count;

  Spill() throws IOException {
    file = file();
    try {
      wholes = file();
    } catch (IOException noRoom) {
      file.close();
      throw noRoom;
    }
    ended = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(wholes), BUFFER));
  }

  private static FileChannel file() throws IOException {
    Path path = Files.createTempFile("figures", ".spill");
    return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
  }

  @Override
  public void grown(SliceKey key, Packer packer) {
    if (packer.length() < PIECE) return;
    try {
      ByteBuffer piece = ByteBuffer.wrap(packer.bytes(), 0, packer.length());
      growing.computeIfAbsent(key, any -> new Pieces()).add(end, packer.length());
      for (long at = end; piece.hasRemaining(); ) at += file.write(piece, at);
      end += packer.length();
      packer.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("no room for slices that are put aside", e);
    }
  }

  @Override
  public boolean ended(SliceKey key, Packer packer) {
    try {
      byte[] data = whole(growing.remove(key), packer);
      ended.writeByte(key.kind().number());
      ended.writeLong(key.scope());
      ended.writeInt(key.part());
      ended.writeShort(key.year());
      ended.writeInt(data.length);
      ended.write(data);
      count++;
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("no room for slices that are put aside", e);
    }
  }

  /** What was put aside and what the packer still holds. */
  private byte[] whole(@Nullable Pieces pieces, Packer packer) throws IOException {
    if (pieces == null) return packer.data();
    byte[] data = new byte[pieces.length + packer.length() + Packed.END];
    int at = 0;
    for (int i = 0; i < pieces.used; i += 2) {
      ByteBuffer piece = ByteBuffer.wrap(data, at, (int) pieces.places[i + 1]);
      for (long place = pieces.places[i]; piece.hasRemaining(); ) {
        int read = file.read(piece, place);
        if (read < 0) throw new IOException("a piece that was put aside is missing");
        place += read;
      }
      at += (int) pieces.places[i + 1];
    }
    System.arraycopy(packer.bytes(), 0, data, at, packer.length());
    return data;
  }

  /** All slices that have ended, in the order in which they did. */
  void each(Taker taker) throws IOException, SQLException {
    ended.flush();
    wholes.position(0);
    DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(wholes), BUFFER));
    for (long i = 0; i < count; i++) {
      SliceKey key = new SliceKey(Kind.of(in.readByte()), in.readLong(), in.readInt(), in.readShort());
      byte[] data = new byte[in.readInt()];
      in.readFully(data);
      taker.take(key, data);
    }
  }

  @Override
  public void close() throws IOException {
    try (FileChannel second = wholes) {
      file.close();
    }
  }
}
