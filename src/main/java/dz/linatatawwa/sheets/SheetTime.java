package dz.linatatawwa.sheets;

import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.participation.ShiftFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time as people write it on paper: 8, 8:30, 8h30, 0830, with any digits. */
final class SheetTime {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})(?:[:.hH ]?(\\d{2}))?[hH]?");

  private SheetTime() {}

  /** The moment of the shift's day; what is before the shift, or not after the arrival, is of the next day, where the shift runs over midnight.
   *  @param after the arrival, of a departure */
  static Optional<Instant> read(String typed, ShiftFacts facts, @Nullable Instant after) {
    Matcher written = WRITTEN.matcher(Digits.latin(typed.strip()));
    if (!written.matches()) return Optional.empty();
    int hour = Integer.parseInt(written.group(1));
    int minute = written.group(2) == null ? 0 : Integer.parseInt(written.group(2));
    if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return Optional.empty();
    LocalTime time = LocalTime.of(hour % 24, minute);
    LocalDate day = facts.opens().atZone(Words.ZONE).toLocalDate();
    Instant at = day.atTime(time).atZone(Words.ZONE).toInstant();
    Instant earliest = after == null ? facts.opens() : after.plusSeconds(1);
    if (!at.isBefore(earliest)) return Optional.of(at);
    Instant next = day.plusDays(1).atTime(time).atZone(Words.ZONE).toInstant();
    return Optional.of(next.isAfter(facts.shuts()) && !at.isBefore(facts.opens().minusSeconds(6 * 3600)) ? at : next);
  }
}
