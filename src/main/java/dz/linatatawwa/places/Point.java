package dz.linatatawwa.places;

/** A position on the ground, in degrees of WGS 84. */
public record Point(double lat, double lon) {

  private static final double EARTH_RADIUS_KM = 6371.0088;

  public Point {
    if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) throw new IllegalArgumentException("not on the earth: " + lat + ", " + lon);
  }

  /** As the crow flies, by the haversine formula. */
  public double kilometresTo(Point other) {
    double north = Math.toRadians(other.lat - lat) / 2;
    double east = Math.toRadians(other.lon - lon) / 2;
    double a = Math.pow(Math.sin(north), 2) + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * Math.pow(Math.sin(east), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}
