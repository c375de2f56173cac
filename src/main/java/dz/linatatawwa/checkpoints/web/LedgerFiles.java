package dz.linatatawwa.checkpoints.web;

import dz.linatatawwa.checkpoints.Checkpoints;
import dz.linatatawwa.site.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The tree for programs, as C2SP tlog-tiles lays it out. The entries themselves are never published, only their hashes. */
@Controller
class LedgerFiles {

  private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
  private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private static final CacheControl FOR_SECONDS = CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic();
  private static final Pattern TILE = Pattern.compile("/((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/([1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5]))?");
  private static final int FULL = 256;

  private final Checkpoints checkpoints;

  LedgerFiles(Checkpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  @GetMapping("/ledger/checkpoint")
  ResponseEntity<String> newest() {
    return text(checkpoints.note().orElseThrow(() -> new NotFound("no checkpoint yet")), FOR_SECONDS);
  }

  /** An older one. Witnesses may still sign it, so it is not kept for ever. */
  @GetMapping("/ledger/checkpoint/{size:[1-9]\\d{0,17}}")
  ResponseEntity<String> older(@PathVariable long size) {
    return text(checkpoints.note(size).orElseThrow(() -> new NotFound("checkpoint " + size)), FOR_SECONDS);
  }

  @GetMapping("/ledger/key")
  ResponseEntity<String> keys() {
    if (checkpoints.keys().isEmpty()) throw new NotFound("no checkpoint yet");
    return text(String.join("\n", checkpoints.keys()) + "\n", FOR_SECONDS);
  }

  @GetMapping("/ledger/tile/{level:[0-7]}/{*tile}")
  ResponseEntity<byte[]> tile(@PathVariable int level, @PathVariable String tile) {
    Matcher parts = TILE.matcher(tile);
    if (!parts.matches()) throw new NotFound("tile " + level + tile);
    int width = parts.group(2) == null ? FULL : Integer.parseInt(parts.group(2));
    long number = Long.parseLong(parts.group(1).replaceAll("[x/]", ""));
    byte[] hashes = checkpoints.tile(level, number, width).orElseThrow(() -> new NotFound("tile " + level + tile));
    return ResponseEntity.ok().cacheControl(FOR_EVER).contentType(MediaType.APPLICATION_OCTET_STREAM).body(hashes);
  }

  private static ResponseEntity<String> text(String text, CacheControl kept) {
    return ResponseEntity.ok().cacheControl(kept).contentType(TEXT).body(text);
  }
}
