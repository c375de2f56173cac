package dz.linatatawwa.opportunities;

/** A place on the plane of {@code opportunities.spot}, in kilometres. */
record Spot(double x, double y) {

  /** The same sum as the function in SQL. */
  static Spot of(SearchCriteria.Near near) {
    double rho = 6371.0 * (2.33128168532 - Math.toRadians(near.lat()));
    double theta = 0.47613590631 * Math.toRadians(near.lon() - 3);
    return new Spot(rho * Math.sin(theta), 6371.0 * 2.33128168532 - rho * Math.cos(theta));
  }

  /** As PostgreSQL reckons the distance of two points. */
  double to(double x, double y) {
    double far = Math.max(Math.abs(this.x - x), Math.abs(this.y - y));
    double close = Math.min(Math.abs(this.x - x), Math.abs(this.y - y));
    if (close == 0) return far;
    double share = close / far;
    return far * Math.sqrt(1 + share * share);
  }
}
