package dz.linatatawwa.hooks;

import dz.linatatawwa.outside.Outside;
import dz.linatatawwa.outside.Outside.Answer;
import dz.linatatawwa.outside.Outside.Why;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings one message to its address, once, and says how it went. What is inside is not called, redirections are not followed: {@link Outside} sees to it, in each call anew. */
@Component
class Carrying {

  private static final Logger LOG = LoggerFactory.getLogger(Carrying.class);

  /** So many letters of an answer are kept. */
  private static final int KEPT = 500;

  private final Outside outside;
  private final HookSigning signing;
  private final Outcomes outcomes;
  private final Clock clock;

  Carrying(Outside outside, HookSigning signing, Outcomes outcomes, Clock clock) {
    this.outside = outside;
    this.signing = signing;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  void carry(HookParcel parcel) {
    Instant begun = clock.instant();
    long before = System.nanoTime();
    Tried tried = call(parcel, begun);
    int millis = (int) Math.min(Integer.MAX_VALUE, Duration.ofNanos(System.nanoTime() - before).toMillis());
    LOG.atDebug().addKeyValue("event", "hook-tried").addKeyValue("hook", parcel.hook().value()).addKeyValue("status", tried.status()).addKeyValue("millis", millis).log("webhook");
    outcomes.write(parcel, tried, begun, millis);
  }

  private Tried call(HookParcel parcel, Instant now) {
    try {
      Map<String, String> headers = signing.headers(parcel, now);
      Answer answer = outside.post(parcel.address(), "application/json", parcel.body().getBytes(StandardCharsets.UTF_8), headers);
      return switch (answer) {
        case Answer.Answered said -> new Tried(said.status(), null, words(said.body(), headers), pause(said.headers().get("retry-after"), now).orElse(null));
        case Answer.Refused(Why why) -> Tried.failed("refused-" + why.name().toLowerCase(java.util.Locale.ROOT));
        case Answer.TooLong much -> Tried.failed("too-long");
        case Answer.Failed(String what) -> Tried.failed(what.equals("late") ? "late" : what.contains("SSL") ? "certificate" : "unreachable");
      };
    } catch (RuntimeException ours) {
      LOG.warn("a webhook could not be sent", ours);
      return Tried.failed("ours");
    }
  }

  /** The beginning of an answer, as text; our own signatures are not kept, where a receiver sends them back. */
  private static String words(byte[] body, Map<String, String> headers) {
    String text = new String(body, 0, Math.min(body.length, 4 * KEPT), StandardCharsets.UTF_8);
    for (String signature : headers.getOrDefault("webhook-signature", "").split(" ")) text = text.replace(signature.substring(signature.indexOf(',') + 1), "…");
    StringBuilder kept = new StringBuilder();
    text.replaceAll("whsec_[A-Za-z0-9+/=]+", "…").codePoints().filter(c -> c == '\n' || !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE)
        .limit(KEPT).forEach(kept::appendCodePoint);
    return kept.length() > KEPT ? kept.substring(0, kept.offsetByCodePoints(0, KEPT / 2)) : kept.toString();
  }

  /** Seconds, or a moment as HTTP writes it; whatever else asks for nothing. */
  static Optional<Duration> pause(@Nullable String header, Instant now) {
    if (header == null) return Optional.empty();
    if (header.strip().matches("\\d{1,9}")) return Optional.of(Duration.ofSeconds(Long.parseLong(header.strip())));
    try {
      Duration until = Duration.between(now, ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return until.isPositive() ? Optional.of(until) : Optional.empty();
    } catch (DateTimeParseException unread) {
      return Optional.empty();
    }
  }
}
