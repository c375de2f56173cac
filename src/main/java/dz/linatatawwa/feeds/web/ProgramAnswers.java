package dz.linatatawwa.feeds.web;

import dz.linatatawwa.feeds.Made;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How files for programs are answered: with their tag and their date, so that who asks again is told that nothing changed. */
final class ProgramAnswers {

  static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
  static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
  static final MediaType RSS = new MediaType("application", "rss+xml", StandardCharsets.UTF_8);

  private static final CacheControl SOME_MINUTES = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();
  private static final CacheControl ONES_OWN = CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate();

  private ProgramAnswers() {}

  /** The same for everybody who reads the same language. */
  static ResponseEntity<byte[]> open(Made made, MediaType type) {
    return answer(made, type, SOME_MINUTES).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE).body(made.bytes());
  }

  /** One person's alone: no cache between may keep it, no search engine list it. */
  static ResponseEntity<byte[]> own(Made made, MediaType type) {
    return answer(made, type, ONES_OWN).header("X-Robots-Tag", "noindex").header("Referrer-Policy", "no-referrer").body(made.bytes());
  }

  private static ResponseEntity.BodyBuilder answer(Made made, MediaType type, CacheControl cache) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(type).eTag(made.tag()).cacheControl(cache);
    return made.changed() == null ? answer : answer.lastModified(made.changed());
  }
}
