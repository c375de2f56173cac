package dz.linatatawwa.stories;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the list of stories, behind which it goes on. @param at when the story of this place was published */
public record StoryPlace(Instant at, long id) {

  private static final Pattern SHAPE = Pattern.compile("(\\d{1,17})-([1-9]\\d{0,17})");
  private static final long MICROS = 1_000_000;

  static StoryPlace of(Story story) {
    return new StoryPlace(story.since(), story.id().value());
  }

  /** As in addresses; to the microsecond, as the database keeps it. */
  public String code() {
    return at.getEpochSecond() * MICROS + at.getNano() / 1000 + "-" + id;
  }

  /** What {@link #code} gave, read again; anything else gives nothing. */
  public static Optional<StoryPlace> of(String code) {
    Matcher found = SHAPE.matcher(code);
    if (!found.matches()) return Optional.empty();
    long micros = Long.parseLong(found.group(1));
    return Optional.of(new StoryPlace(Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000), Long.parseLong(found.group(2))));
  }
}
