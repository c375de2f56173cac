package dz.linatatawwa.releases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Files in a ZIP that is the same byte for byte whenever it is made of the same files. */
final class Archive {

  private static final LocalDateTime FIRST_OF_ALL = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final int LARGEST = 256 << 20;

  private Archive() {}

  static byte[] write(SequencedMap<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(FIRST_OF_ALL);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** @throws IOException when this is no ZIP, or it holds more than a release would */
  static SequencedMap<String, byte[]> read(byte[] archive) throws IOException {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    long size = 0;
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(archive)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        byte[] content = zip.getInputStream(entry).readNBytes(LARGEST);
        size += content.length;
        if (size >= LARGEST) throw new IOException("more than " + LARGEST + " bytes");
        files.put(entry.getName(), content);
      }
    }
    if (files.isEmpty()) throw new IOException("not a ZIP");
    return files;
  }

  /** The same archive with its times taken out and its files changed. */
  static byte[] rewritten(byte[] archive, BiFunction<String, byte[], byte[]> change) {
    try {
      SequencedMap<String, byte[]> files = read(archive);
      files.replaceAll(change);
      return write(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
