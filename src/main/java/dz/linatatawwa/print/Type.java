package dz.linatatawwa.print;

import dz.linatatawwa.language.Language;
import org.jspecify.annotations.Nullable;

/** How a text is set.
 *  @param size in points
 *  @param leading height of a line as a multiple of the size
 *  @param language of the words where it is not the document's; its direction leads the paragraph */
public record Type(double size, boolean bold, Ink ink, Align align, Room room, double leading, Part part, @Nullable Language language) {

  /** Where lines lie in their area, in the direction of the sheet's reading. */
  public enum Align { START, CENTER, END }

  /** What happens to a text that is longer than its area. */
  public enum Room {
    /** It breaks into lines and goes on downwards. */
    FLOW,
    /** It breaks into lines and becomes smaller until it fits; what never fits is cut off. */
    FIT,
    /** It stays one line and becomes smaller until it fits; what never fits is cut off. */
    LINE
  }

  /** What it is in the document, for those who hear it. */
  public enum Part { P, H1, H2, H3, TH, TD, Caption }

  /** Body text of this size. */
  public static Type of(double size) {
    return new Type(size, false, Ink.BLACK, Align.START, Room.FLOW, 1.5, Part.P, null);
  }

  public Type strong() {
    return new Type(size, true, ink, align, room, leading, part, language);
  }

  public Type in(Ink other) {
    return new Type(size, bold, other, align, room, leading, part, language);
  }

  public Type in(Language other) {
    return new Type(size, bold, ink, align, room, leading, part, other);
  }

  public Type centered() {
    return new Type(size, bold, ink, Align.CENTER, room, leading, part, language);
  }

  public Type atEnd() {
    return new Type(size, bold, ink, Align.END, room, leading, part, language);
  }

  /** Smaller until it fits its area. */
  public Type fitting() {
    return new Type(size, bold, ink, align, Room.FIT, leading, part, language);
  }

  /** One line, smaller until it fits its width. */
  public Type oneLine() {
    return new Type(size, bold, ink, align, Room.LINE, leading, part, language);
  }

  public Type leading(double lines) {
    return new Type(size, bold, ink, align, room, lines, part, language);
  }

  public Type as(Part other) {
    return new Type(size, bold, ink, align, room, leading, other, language);
  }

  public Type sized(double points) {
    return new Type(points, bold, ink, align, room, leading, part, language);
  }
}
