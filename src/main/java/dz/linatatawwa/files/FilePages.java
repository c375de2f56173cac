package dz.linatatawwa.files;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves files to those who may see them; to all others they do not exist. */
@Controller
class FilePages {

  private final Files files;

  FilePages(Files files) {
    this.files = files;
  }

  @GetMapping("/files/{id}")
  ResponseEntity<Resource> file(@PathVariable String id, Optional<SignedIn> me) {
    return serve(visible(id, me), false);
  }

  @GetMapping("/files/{id}/small")
  ResponseEntity<Resource> small(@PathVariable String id, Optional<SignedIn> me) {
    StoredFile file = visible(id, me);
    if (!file.picture()) throw new NotFound("no small form of " + id);
    return serve(file, true);
  }

  private StoredFile visible(String text, Optional<SignedIn> me) {
    return FileId.of(text).flatMap(files::find).filter(file -> files.maySee(me.map(SignedIn::id).orElse(null), file))
        .orElseThrow(() -> new NotFound("file " + text));
  }

  /** A document is never shown inside a page of ours: the browser saves it. */
  private ResponseEntity<Resource> serve(StoredFile file, boolean small) {
    Resource bytes = files.open(file, small).orElseThrow(() -> new NotFound("the bytes of file " + file.id() + " are missing"));
    var disposition = file.picture() ? ContentDisposition.inline() : ContentDisposition.attachment();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.contentType()))
        .cacheControl(files.isPublic(file) ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable() : CacheControl.noStore().cachePrivate())
        .eTag(file.sha256().substring(0, 32) + (small ? "-small" : ""))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Content-Disposition", disposition.filename(file.name(), StandardCharsets.UTF_8).build().toString())
        .body(bytes);
  }
}
