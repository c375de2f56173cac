package dz.linatatawwa.programmes;

import java.util.Optional;

/** Members who do not show their names, as numbers that point at nobody: what is fewer than five, or would tell it, is left out.
 *  @param members nothing: fewer than five, or none
 *  @param reached nothing where fewer than five reached the goal, or fewer than five did not */
public record Unnamed(Optional<Long> members, Optional<Long> reached) {

  /** Cells under this number are never shown. */
  public static final long LEAST = 5;

  static Unnamed of(long members, long reached) {
    if (members < LEAST) return new Unnamed(Optional.empty(), Optional.empty());
    boolean tells = reached < LEAST || members - reached < LEAST;
    return new Unnamed(Optional.of(members), tells ? Optional.empty() : Optional.of(reached));
  }
}
