package dz.linatatawwa.ideas;

import dz.linatatawwa.places.Point;
import java.util.Optional;

/** Positions as phones give them. */
public final class IdeaPlaces {

  private IdeaPlaces() {}

  /** A position of the country, to about ten metres; nothing for anything else.
   *  @param lat degrees, as sent
   *  @param lon degrees, as sent */
  public static Optional<Point> of(String lat, String lon) {
    if (!lat.matches("-?\\d{1,3}(\\.\\d{1,15})?") || !lon.matches("-?\\d{1,3}(\\.\\d{1,15})?")) return Optional.empty();
    double north = Math.round(Double.parseDouble(lat) * 10_000) / 10_000.0;
    double east = Math.round(Double.parseDouble(lon) * 10_000) / 10_000.0;
    if (Math.abs(north) > 90 || Math.abs(east) > 180) return Optional.empty();
    return Optional.of(new Point(north, east)).filter(IdeaPlaces::here);
  }

  /** Whether it lies where the country may be. */
  static boolean here(Point point) {
    return point.lat() >= 18 && point.lat() <= 38 && point.lon() >= -9 && point.lon() <= 13;
  }
}
