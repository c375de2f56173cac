package dz.linatatawwa.print;

/** A rectangle of a sheet in millimetres. {@code x} is counted from where reading begins: from the right edge of an Arabic sheet,
 *  from the left edge of a French one, so that one lay-out serves both; {@code y} from the top. */
public record Area(double x, double y, double width, double height) {

  /** The same, smaller by this much on each side. */
  public Area inside(double margin) {
    return new Area(x + margin, y + margin, width - 2 * margin, height - 2 * margin);
  }

  /** The same, moved. */
  public Area moved(double along, double down) {
    return new Area(x + along, y + down, width, height);
  }

  /** Where it ends downwards. */
  public double bottom() {
    return y + height;
  }
}
