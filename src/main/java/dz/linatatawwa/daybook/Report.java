package dz.linatatawwa.daybook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is written of an incident at one time: the report, or an addition to it.
 *  @param happenedAt null only in an addition that does not correct it
 *  @param place      as people call it; may be empty
 *  @param words      what happened, or what is added
 *  @param hurt       how many people were hurt; null: nothing said of it
 *  @param concerned  names, where the insurer asks for them; may be empty
 *  @param measures   what was done; may be empty
 *  @param serious    the supervisors of the wilaya are told */
public record Report(@Nullable Instant happenedAt, String place, String words, @Nullable Integer hurt, String concerned, @Nullable Help help,
    String measures, boolean serious, List<Witness> witnesses) {

  /** Witnesses of one report or addition, at most. */
  public static final int WITNESSES = 4;

  public Report {
    witnesses = List.copyOf(witnesses);
    if (words.isBlank()) throw new IllegalArgumentException("a report without words");
    if (witnesses.size() > WITNESSES) throw new IllegalArgumentException(witnesses.size() + " witnesses at once");
  }
}
