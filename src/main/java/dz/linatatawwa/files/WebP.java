package dz.linatatawwa.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the chunks of a WebP say of it, read before any pixel is.
 *  @param heavy its reader needs all pixels in memory at once (without loss, or with transparency)
 *  @param orientation how the camera was held, 1 to 8 as EXIF counts */
record WebP(int width, int height, boolean heavy, int orientation) {

  private static final int CHUNK = 8;
  private static final int ORIENTATION = 0x0112;

  /** Nothing for one that is cut short, moves, holds more or less than one picture, or announces another size than it brings. */
  static Optional<WebP> measure(byte[] content) {
    try {
      return chunks(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<WebP> chunks(ByteBuffer all) {
    long end = CHUNK + Integer.toUnsignedLong(all.getInt(4));
    if (end > all.limit()) return Optional.empty();
    WebP canvas = null;
    WebP picture = null;
    boolean transparent = false;
    int orientation = 1;
    for (long at = 12; at + CHUNK <= end; ) {
      String name = name(all, (int) at);
      long size = Integer.toUnsignedLong(all.getInt((int) at + 4));
      if (at + CHUNK + size > end) return Optional.empty();
      ByteBuffer chunk = all.slice((int) at + CHUNK, (int) size).order(ByteOrder.LITTLE_ENDIAN);
      if (name.equals("ANIM") || name.equals("ANMF") || picture != null && name.startsWith("VP8")) return Optional.empty();
      switch (name) {
        case "VP8X" -> canvas = new WebP(threeBytes(chunk, 4) + 1, threeBytes(chunk, 7) + 1, false, 1);
        case "VP8 " -> picture = new WebP(chunk.getShort(6) & 0x3fff, chunk.getShort(8) & 0x3fff, false, 1);
        case "VP8L" -> picture = new WebP((chunk.getInt(1) & 0x3fff) + 1, (chunk.getInt(1) >>> 14 & 0x3fff) + 1, true, 1);
        case "ALPH" -> transparent = true;
        case "EXIF" -> orientation = orientation(chunk);
        default -> { }
      }
      at += CHUNK + size + (size & 1);
    }
    if (picture == null || canvas != null && (canvas.width != picture.width || canvas.height != picture.height)) return Optional.empty();
    return Optional.of(new WebP(picture.width, picture.height, picture.heavy || transparent, orientation));
  }

  /** Of the first directory of EXIF; upright where it does not say. */
  private static int orientation(ByteBuffer exif) {
    int start = name(exif, 0).equals("Exif") ? 6 : 0;
    ByteBuffer tiff = exif.slice(start, exif.limit() - start);
    tiff.order(tiff.get(0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) return Math.clamp(tiff.getShort(entry + 8), 1, 8);
    }
    return 1;
  }

  private static String name(ByteBuffer buffer, int at) {
    byte[] name = new byte[4];
    buffer.get(at, name);
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  private static int threeBytes(ByteBuffer buffer, int at) {
    return buffer.getShort(at) & 0xffff | (buffer.get(at + 2) & 0xff) << 16;
  }
}
