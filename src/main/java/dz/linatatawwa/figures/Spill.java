package dz.linatatawwa.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Puts what is written of slices aside on the disk, piece by piece, so that a year of any length is cut up in little memory. */
final class Spill implements Slicer.Shelf, AutoCloseable {

  private static final int PIECE = 4096;

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

  private final Path path;
  private final FileChannel file;
  private final Map<SliceKey, Pieces> all = new HashMap<>();
  private long end;

  Spill() throws IOException {
    path = Files.createTempFile("figures", ".spill");
    file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
  }

  @Override
  public void grown(SliceKey key, Packer packer) {
    if (packer.length() < PIECE) return;
    try {
      ByteBuffer piece = ByteBuffer.wrap(packer.bytes(), 0, packer.length());
      all.computeIfAbsent(key, any -> new Pieces()).add(end, packer.length());
      for (long at = end; piece.hasRemaining(); ) at += file.write(piece, at);
      end += packer.length();
      packer.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("no room for " + path, e);
    }
  }

  /** All of a slice: what was put aside and what the packer still holds. */
  byte[] whole(SliceKey key, Packer packer) throws IOException {
    Pieces pieces = all.get(key);
    if (pieces == null) return packer.data();
    byte[] data = new byte[pieces.length + packer.length() + Packed.END];
    int at = 0;
    for (int i = 0; i < pieces.used; i += 2) {
      ByteBuffer piece = ByteBuffer.wrap(data, at, (int) pieces.places[i + 1]);
      for (long place = pieces.places[i]; piece.hasRemaining(); ) {
        int read = file.read(piece, place);
        if (read < 0) throw new IOException("a piece is missing in " + path);
        place += read;
      }
      at += (int) pieces.places[i + 1];
    }
    System.arraycopy(packer.bytes(), 0, data, at, packer.length());
    return data;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
