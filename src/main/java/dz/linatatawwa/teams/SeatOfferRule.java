package dz.linatatawwa.teams;

/** How seats change hands in an opportunity.
 *  @param byCoordinator a coordinator confirms each; else at once, when both have agreed
 *  @param closingHours  until so many hours before the shift begins, 0 to 168 */
public record SeatOfferRule(boolean byCoordinator, int closingHours) {

  /** Where nothing else was set. */
  public static final int USUAL_CLOSING = 2;

  public SeatOfferRule {
    if (closingHours < 0 || closingHours > 168) throw new IllegalArgumentException("not hours before a shift: " + closingHours);
  }
}
