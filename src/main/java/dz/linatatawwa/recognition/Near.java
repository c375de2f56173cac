package dz.linatatawwa.recognition;

import dz.linatatawwa.eligibility.Judgement;
import dz.linatatawwa.eligibility.Part;

/** A badge or a level, and how its rule stands for somebody. */
public record Near(Badge badge, Judgement judgement) {

  /** How far along, from 0 to 1: the condition that is furthest off counts. */
  public double share() {
    return judgement.parts().stream().mapToDouble(Near::share).min().orElse(1);
  }

  private static double share(Part part) {
    return part.met() ? 1 : part.need() == 0 ? 0 : Math.clamp((double) part.have() / part.need(), 0, 1);
  }
}
