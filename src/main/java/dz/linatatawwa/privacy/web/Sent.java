package dz.linatatawwa.privacy.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that are files to keep. */
final class Sent {

  private Sent() {}

  static ResponseEntity<byte[]> csv(String text, String name) {
    return file(text.getBytes(StandardCharsets.UTF_8), "text/csv;charset=utf-8", name);
  }

  static ResponseEntity<byte[]> pdf(byte[] content, String name) {
    return file(content, "application/pdf", name);
  }

  static ResponseEntity<byte[]> file(byte[] content, String type, String name) {
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(type)).header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .header("Cache-Control", "private, no-store").body(content);
  }
}
