package dz.linatatawwa.credentials.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** SignedDocuments for machines, at the same addresses as the pages for people, and files to take away. */
final class Answers {

  private static final MediaType JSON_LD = MediaType.parseMediaType("application/ld+json");
  private static final MediaType CREDENTIAL = MediaType.parseMediaType("application/vc");

  private Answers() {}

  /** Whether the asker is a person with a browser. Whoever says nothing is a program: at these addresses verifiers knock. */
  static boolean wantsHtml(HttpServletRequest request) {
    return accepted(request).contains("text/html");
  }

  /** Whether the asker wants a document rather than a page. */
  static boolean wantsJson(HttpServletRequest request) {
    String accepted = accepted(request);
    return !accepted.contains("text/html") && (accepted.contains("json") || accepted.contains("application/vc"));
  }

  /** A document for any program, also one that runs in a page of somebody else: it holds nothing that depends on who asks. */
  static ResponseEntity<byte[]> document(String json, HttpServletRequest request) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String tag = "\"" + tag(body) + "\"";
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(accepted(request).contains("application/vc") ? CREDENTIAL : JSON_LD);
    headers.setETag(tag);
    headers.setCacheControl("no-cache");
    headers.set("Vary", "Accept");
    headers.set("Access-Control-Allow-Origin", "*");
    String known = request.getHeader("If-None-Match");
    if (known != null && known.contains(tag)) return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
    return new ResponseEntity<>(body, headers, HttpStatus.OK);
  }

  /** A picture that pages show. */
  static ResponseEntity<byte[]> picture(byte[] png) {
    return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).header("Cache-Control", "public, max-age=3600").header("Access-Control-Allow-Origin", "*").body(png);
  }

  /** A file to take away; never opened as a page of ours. */
  static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(type);
    headers.setContentDisposition(ContentDisposition.attachment().filename(name).build());
    return new ResponseEntity<>(content, headers, HttpStatus.OK);
  }

  private static String accepted(HttpServletRequest request) {
    String accepted = request.getHeader("Accept");
    return accepted == null ? "" : accepted.toLowerCase(Locale.ROOT);
  }

  private static String tag(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
