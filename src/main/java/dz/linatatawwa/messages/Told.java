package dz.linatatawwa.messages;

import java.time.Duration;
import java.util.Set;

/** What became, or would become, of a circular. */
public sealed interface Told {

  /** It can go, or is on its way.
   *  @param id     its number; 0: it was only looked at
   *  @param people whom it reaches
   *  @param text   its words, every gap filled */
  record Ready(long id, int people, CircularText text) implements Told {}

  /** Fewer than two people: that is a conversation, with the rules of one. */
  record TooFew(int people) implements Told {}

  /** Gaps that nothing fills, as they stand in the text. */
  record Gaps(Set<String> open) implements Told {

    public Gaps {
      open = Set.copyOf(open);
    }
  }

  /** What begins later, or has no one beginning, does not press. */
  record NotUrgent() implements Told {}

  /** Once its gaps are filled it is too long. */
  record TooLong(int most) implements Told {}

  /** The organisation may not take people in now. */
  record NotVerified() implements Told {}

  /** Too many in one day. */
  record TooOften(Duration pause) implements Told {}
}
