package dz.linatatawwa.site;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** What may be wrong with a call of the API, each with an address (RFC 9457 {@code type}) at which a page of words explains it. */
public enum ProblemType {
  BAD_REQUEST(400),
  IDEMPOTENCY_KEY_NEEDED(400),
  SIGN_IN_NEEDED(401),
  KEY_NEEDED(401),
  KEY_REFUSED(401),
  FORBIDDEN(403),
  SCOPE_NEEDED(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  REFUSED(409),
  IN_FLIGHT(409),
  CHANGED(412),
  TOO_LARGE(413),
  MEDIA_TYPE(415),
  NOT_VALID(422),
  KEY_REUSED(422),
  TAG_NEEDED(428),
  TOO_MANY(429),
  FAULT(500),
  PAUSED(503);

  /** Where the pages of words lie. */
  public static final String PAGES = "/developers/problems/";

  private final HttpStatus status;

  ProblemType(int status) {
    this.status = HttpStatus.valueOf(status);
  }

  /** As addresses and message keys write it: {@code not-found}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public HttpStatus status() {
    return status;
  }

  /** The address of its page, relative to the platform's own. */
  public URI address() {
    return URI.create(PAGES + code());
  }

  /** The message key of its title; with {@code .text} after it, of what it means. */
  public String key() {
    return "site.api." + code();
  }

  public static Optional<ProblemType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
  }

  /** What a status means where nobody said more. */
  public static ProblemType of(HttpStatus status) {
    return switch (status.value()) {
      case 401 -> SIGN_IN_NEEDED;
      case 403 -> FORBIDDEN;
      case 404, 410 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 409 -> REFUSED;
      case 412 -> CHANGED;
      case 413 -> TOO_LARGE;
      case 415 -> MEDIA_TYPE;
      case 422 -> NOT_VALID;
      case 428 -> TAG_NEEDED;
      case 429 -> TOO_MANY;
      case 502, 503, 504 -> PAUSED;
      default -> status.is5xxServerError() ? FAULT : BAD_REQUEST;
    };
  }
}
