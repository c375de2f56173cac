package dz.linatatawwa.screening;

import java.util.List;

/** What a rule would touch today.
 *  @param looked how many offers it looked at
 *  @param total  how many of them it would hold
 *  @param first  the newest of them, at most fifty */
public record Touched(int looked, int total, List<Found> first) {

  /** One of them, and what the rule found. */
  public record Found(Offer offer, String found) {}

  public Touched {
    first = List.copyOf(first);
  }
}
