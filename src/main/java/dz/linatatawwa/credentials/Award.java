package dz.linatatawwa.credentials;

import dz.linatatawwa.accounts.AccountId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One achievement of one person, to be issued as a credential.
 *  @param kind    who draws its picture ({@link Artwork#kind()}): {@code badge}, {@code training}
 *  @param source  what it rests on, unique for ever, at most 200 characters: {@code badge:<id>:<person>:<nth>}
 *  @param from    first day of the activity, or null
 *  @param to      last day of the activity, or null
 *  @param minutes confirmed volunteer time that it rests on, or null; never time in training
 *  @param until   last day on which it is good, or null: for ever */
public record Award(String kind, String source, AccountId holder, Achievement achievement, @Nullable LocalDate from, @Nullable LocalDate to,
    @Nullable Long minutes, @Nullable LocalDate until) {

  public Award {
    if (!kind.matches("[a-z][a-z-]{0,29}")) throw new IllegalArgumentException("not a kind: " + kind);
    if (source.isBlank() || source.length() > 200) throw new IllegalArgumentException("not a source: " + source);
    if (from != null && to != null && to.isBefore(from)) throw new IllegalArgumentException(source + " ends before it begins");
    if (minutes != null && (minutes <= 0 || !achievement.type().tellsHours())) throw new IllegalArgumentException(source + " cannot tell " + minutes + " minutes");
  }

  /** Good for ever. */
  public Award(String kind, String source, AccountId holder, Achievement achievement, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Long minutes) {
    this(kind, source, holder, achievement, from, to, minutes, null);
  }
}
