package dz.linatatawwa.print;

/** A border as it is woven in the Aurès: a band of triangles that point inwards, with a lozenge between each two, and a knot in each corner. */
final class Weave {

  private final Area frame;
  private final double depth;
  private final Sheet sheet;
  private final StringBuilder first = new StringBuilder();
  private final StringBuilder second = new StringBuilder();

  private Weave(Sheet sheet, Area frame, double depth) {
    this.sheet = sheet;
    this.frame = frame;
    this.depth = depth;
  }

  /** The instructions that draw it. @param frame its outer edge */
  static String border(Sheet sheet, Area frame, double depth, Ink triangles, Ink lozenges) {
    Weave weave = new Weave(sheet, frame, depth);
    weave.side(frame.width(), (along, across) -> weave.point(frame.x() + along, frame.y() + across));
    weave.side(frame.width(), (along, across) -> weave.point(frame.x() + along, frame.bottom() - across));
    weave.side(frame.height(), (along, across) -> weave.point(frame.x() + across, frame.y() + along));
    weave.side(frame.height(), (along, across) -> weave.point(frame.x() + frame.width() - across, frame.y() + along));
    weave.corners();
    return "q %s rg\n%sf*\n%s rg\n%sf Q".formatted(Sheet.stroke(triangles), weave.first, Sheet.stroke(lozenges), weave.second);
  }

  private interface Side {
    /** A point of the paper for one that is so far along the side, and so far from the outer edge. */
    String at(double along, double across);
  }

  private void side(double length, Side side) {
    double inner = length - 2 * depth;
    long count = Math.round(inner / depth);
    double unit = inner / count;
    for (int i = 0; i < count; i++) {
      double from = depth + i * unit;
      polygon(first, side.at(from, 0), side.at(from + unit, 0), side.at(from + unit / 2, depth * 0.62));
      if (i > 0) lozenge(second, side, from, depth * 0.62, unit * 0.2, depth * 0.3);
    }
    polygon(first, side.at(depth, depth * 0.96), side.at(length - depth, depth * 0.96), side.at(length - depth, depth), side.at(depth, depth));
  }

  private void corners() {
    for (double x : new double[] {frame.x(), frame.x() + frame.width() - depth}) {
      for (double y : new double[] {frame.y(), frame.bottom() - depth}) {
        Side corner = (along, across) -> point(x + along, y + across);
        polygon(first, corner.at(0, 0), corner.at(depth, 0), corner.at(depth, depth), corner.at(0, depth));
        lozenge(first, corner, depth / 2, depth / 2, depth * 0.4, depth * 0.4);
        lozenge(second, corner, depth / 2, depth / 2, depth * 0.22, depth * 0.22);
      }
    }
  }

  private static void lozenge(StringBuilder path, Side side, double along, double across, double half, double high) {
    polygon(path, side.at(along - half, across), side.at(along, across - high), side.at(along + half, across), side.at(along, across + high));
  }

  private static void polygon(StringBuilder path, String... points) {
    for (int i = 0; i < points.length; i++) path.append(points[i]).append(i == 0 ? " m " : " l ");
    path.append("h\n");
  }

  private String point(double x, double y) {
    return sheet.across(x) + " " + sheet.down(y);
  }
}
