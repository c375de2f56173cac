import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Plays the power cut after all processes are dead: puts back what was written and never flushed, as lost-writes.c noted it. */
final class LostWrites {

  private static final int MAGIC = 0x4c4f5354;
  private static final int HEAD = 40;
  private static final int PAGE = 4096;

  /** What stood somewhere before a write.
   *  @param at where the note stands in the journal
   *  @param size the file's size before */
  private record Before(long at, long offset, long size, byte[] bytes) {}

  /** What was put back.
   *  @param kept pages that the disk happened to have written although nobody flushed them */
  record Lost(int writes, int files, long bytes, int kept) {}

  private LostWrites() {}

  /** @param chance that a page which nobody flushed is on the disk all the same: 0 loses everything, and a half makes a torn state */
  static Lost putBack(Path journal, Path folder, double chance, Random random) throws IOException {
    Map<Long, List<Before>> open = unflushed(journal);
    Map<Long, Path> paths = new HashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) paths.put((Long) Files.getAttribute(path, "unix:ino"), path);
    }
    int writes = 0;
    int files = 0;
    long bytes = 0;
    int kept = 0;
    for (var entry : open.entrySet()) {
      Path path = paths.get(entry.getKey());
      if (path == null || entry.getValue().isEmpty()) continue;
      files++;
      writes += entry.getValue().size();
      for (Before before : entry.getValue()) bytes += before.bytes().length;
      kept += restore(path, entry.getValue(), chance, random);
    }
    Files.delete(journal);
    return new Lost(writes, files, bytes, kept);
  }

  private static Map<Long, List<Before>> unflushed(Path journal) throws IOException {
    Map<Long, List<Before>> open = new TreeMap<>();
    long at = 0;
    try (InputStream file = Files.newInputStream(journal); DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(file, 1 << 20))) {
      byte[] head = new byte[HEAD];
      while (true) {
        int first = in.read();
        if (first < 0) break;
        head[0] = (byte) first;
        in.readFully(head, 1, HEAD - 1);
        ByteBuffer note = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        if (note.getInt() != MAGIC) throw new IOException("the journal is broken at " + at);
        int kind = note.getInt();
        long inode = note.getLong();
        long offset = note.getLong();
        long size = note.getLong();
        byte[] bytes = in.readNBytes((int) note.getLong());
        List<Before> of = open.computeIfAbsent(inode, ignored -> new ArrayList<>());
        switch (kind) {
          case 1 -> of.add(new Before(at, offset, size, bytes));
          case 2 -> of.removeIf(before -> before.at() < offset);
          case 3 -> of.clear();
          default -> throw new IOException("an unknown note at " + at);
        }
        at += HEAD + bytes.length;
      }
    } catch (EOFException cut) {
      // the last note was under way when its process was killed: its write never began
    }
    return open;
  }

  private static int restore(Path path, List<Before> befores, double chance, Random random) throws IOException {
    int kept = 0;
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      Map<Long, byte[]> lucky = new HashMap<>();
      if (chance > 0) {
        for (Before before : befores) {
          for (long page = before.offset() / PAGE; page * PAGE < before.offset() + Math.max(before.bytes().length, 1); page++) {
            if (!lucky.containsKey(page) && random.nextDouble() < chance) lucky.put(page, read(file, page * PAGE));
          }
        }
      }
      for (Before before : befores.reversed()) {
        if (file.size() > before.size()) file.truncate(before.size());
        write(file, before.offset(), before.bytes());
      }
      for (var page : lucky.entrySet()) {
        if (page.getValue().length == 0) continue;
        write(file, page.getKey() * PAGE, page.getValue());
        kept++;
      }
    }
    return kept;
  }

  private static byte[] read(FileChannel file, long offset) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(PAGE);
    while (bytes.hasRemaining() && file.read(bytes, offset + bytes.position()) > 0) { }
    byte[] whole = new byte[bytes.position()];
    bytes.flip().get(whole);
    return whole;
  }

  private static void write(FileChannel file, long offset, byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) file.write(rest, offset + rest.position());
  }
}
