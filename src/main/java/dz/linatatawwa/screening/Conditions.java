package dz.linatatawwa.screening;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The vocabulary of rules: every condition that is set must hold. An empty text, 0 or null is a condition that is not set.
 *  @param minors  people under the age of majority may come
 *  @param from    a shift touches the hours of the day from here …
 *  @param to      … to here; before {@code from}: over midnight. Both or neither
 *  @param words   one of these words or phrases is said
 *  @param first   it is the first thing that its organisation publishes
 *  @param newer   its organisation was verified less than so many days ago
 *  @param seats   one shift has so many places or more
 *  @param field   code of a field
 *  @param remote  it is done from anywhere */
public record Conditions(boolean minors, @Nullable LocalTime from, @Nullable LocalTime to, List<String> words, boolean first, int newer, int seats, String field,
    boolean remote) {

  /** Words of one rule, at most. */
  public static final int MOST_WORDS = 40;

  public Conditions {
    words = List.copyOf(words);
    if ((from == null) != (to == null)) throw new IllegalArgumentException("half a span of hours");
  }

  /** Whether nothing is asked: such a rule would hold everything. */
  public boolean none() {
    return !minors && from == null && words.isEmpty() && !first && newer == 0 && seats == 0 && field.isEmpty() && !remote;
  }

  /** What of this offer it found, where every condition holds; may be empty where there is nothing to quote.
   *  @param majority the age under which somebody is a minor */
  public Optional<String> find(Offer offer, int majority, Instant now) {
    if (minors && offer.minAge() >= majority || first && !offer.first() || remote && !offer.remote()) return Optional.empty();
    if (!field.isEmpty() && !field.equals(offer.field()) || offer.seats() < seats || !young(offer, now)) return Optional.empty();
    Optional<String> hours = inHours(offer);
    Optional<String> said = said(offer);
    if (hours.isEmpty() || said.isEmpty()) return Optional.empty();
    return Optional.of(List.of(said.get(), hours.get()).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" · ")));
  }

  private boolean young(Offer offer, Instant now) {
    Instant verified = offer.verifiedAt();
    return newer == 0 || verified == null || verified.isAfter(now.minus(Duration.ofDays(newer)));
  }

  /** The words that are said; empty where none is asked for. */
  private Optional<String> said(Offer offer) {
    if (words.isEmpty()) return Optional.of("");
    List<String> found = new ArrayList<>();
    for (String word : words) if (offer.text().contains(Folding.fold(word))) found.add(word);
    return found.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", found));
  }

  /** The first shift that touches the hours; empty where no hours are asked for. */
  private Optional<String> inHours(Offer offer) {
    if (from == null || to == null) return Optional.of("");
    return offer.spans().stream().filter(this::touches).findFirst().map(span -> span.from().atZone(Words.ZONE).toLocalDateTime().toString().replace('T', ' '));
  }

  /** Whether a span shares a moment with the hours of one of its days, or of the night before. */
  private boolean touches(Offer.Span span) {
    if (from == null || to == null) return false;
    LocalDate last = span.to().atZone(Words.ZONE).toLocalDate();
    for (LocalDate day = span.from().atZone(Words.ZONE).toLocalDate().minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
      ZonedDateTime begins = day.atTime(from).atZone(Words.ZONE);
      ZonedDateTime ends = (to.isAfter(from) ? day : day.plusDays(1)).atTime(to).atZone(Words.ZONE);
      if (span.from().isBefore(ends.toInstant()) && span.to().isAfter(begins.toInstant())) return true;
    }
    return false;
  }
}
