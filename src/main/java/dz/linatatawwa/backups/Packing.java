package dz.linatatawwa.backups;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** Writes one packed file of a backup, and knows its sum. Files that are being written to are taken as long as they were when they were opened. */
final class Packing implements AutoCloseable {

  /** Level 1: pages of a database become a fifth at the speed of a disk; higher levels save little of the rest. */
  private static final int QUICK = 1;

  private final Path file;
  private final MessageDigest sum = Sums.sha256();
  private final FileChannel channel;
  private final TarArchiveOutputStream tar;

  /** @param file ends in {@code .tar.gz} to be compressed, in {@code .tar} where what goes in is so already */
  Packing(Path file) throws IOException {
    this.file = file;
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    OutputStream out = new BufferedOutputStream(new DigestOutputStream(Channels.newOutputStream(channel), sum), 1 << 17);
    tar = new TarArchiveOutputStream(file.toString().endsWith(".gz") ? quick(out) : out);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
  }

  private static OutputStream quick(OutputStream out) throws IOException {
    GzipParameters parameters = new GzipParameters();
    parameters.setCompressionLevel(QUICK);
    parameters.setBufferSize(1 << 16);
    return new GzipCompressorOutputStream(out, parameters);
  }

  void folder(String name) throws IOException {
    tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
    tar.closeArchiveEntry();
  }

  void text(String name, String content) throws IOException {
    bytes(name, content.getBytes(StandardCharsets.UTF_8));
  }

  void bytes(String name, byte[] content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /** @return false: it is gone by now */
  boolean file(String name, Path from) throws IOException {
    try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ); InputStream in = Channels.newInputStream(source)) {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(source.size());
      entry.setModTime(Files.getLastModifiedTime(from));
      tar.putArchiveEntry(entry);
      fill(in, entry.getSize());
      tar.closeArchiveEntry();
      return true;
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /** Exactly so many bytes: what grew meanwhile is cut off, what shrank is filled with nothing, and the database's log mends both. */
  private void fill(InputStream in, long size) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = size;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        java.util.Arrays.fill(buffer, (byte) 0);
        read = (int) Math.min(left, buffer.length);
      }
      tar.write(buffer, 0, read);
      left -= read;
    }
  }

  /** Ends it; from here on it is on the disk. */
  Manifest.Packed done() throws IOException {
    tar.finish();
    tar.flush();
    tar.close();
    try (FileChannel again = FileChannel.open(file, StandardOpenOption.WRITE)) {
      again.force(true);
    }
    return new Manifest.Packed(file.getFileName().toString(), HexFormat.of().formatHex(sum.digest()), Files.size(file));
  }

  /** Gives the file back; without {@link #done} it is not whole. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
