package dz.linatatawwa.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A file that pages refer to, held in memory with its compressed form.
 *  @param address path with a fingerprint of the content: {@code /styles/site.1f3a….css}
 *  @param gzip    null where compression gains nothing (fonts, photographs) */
record StaticFile(String path, String address, String type, byte[] bytes, byte @Nullable [] gzip, String fingerprint) {

  private static final int FINGERPRINT_LETTERS = 12;

  static StaticFile of(String path, byte[] bytes) {
    String fingerprint = fingerprint(bytes);
    int dot = path.lastIndexOf('.');
    String type = type(path.substring(dot + 1));
    boolean text = type.startsWith("text/") || type.contains("svg") || type.contains("json");
    return new StaticFile(path, path.substring(0, dot) + "." + fingerprint + path.substring(dot), type, bytes, text ? gzip(bytes, bytes.length) : null, fingerprint);
  }

  static String fingerprint(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)).substring(0, FINGERPRINT_LETTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] gzip(byte[] bytes, int length) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(length / 3 + 64);
    try (var out = new GZIPOutputStream(packed) {
      {
        def.setLevel(Deflater.BEST_COMPRESSION);
      }
    }) {
      out.write(bytes, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static String type(String ending) {
    return switch (ending) {
      case "css" -> "text/css;charset=utf-8";
      case "js" -> "text/javascript;charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "woff2" -> "font/woff2";
      case "png" -> "image/png";
      case "jpg", "jpeg" -> "image/jpeg";
      case "ico" -> "image/x-icon";
      case "json", "webmanifest" -> "application/json";
      case "txt", "md" -> "text/plain;charset=utf-8";
      default -> "application/octet-stream";
    };
  }
}
