package dz.linatatawwa.print;

/** One outline of a line.
 *  @param text the letters that it stands for, in reading order; empty for a mark, which its letter stands for
 *  @param x    thousandths of an em from the left end of the line
 *  @param y    thousandths of an em above the base line */
record Glyph(Face face, int index, String text, double x, double y) {

  /** A mark upon a letter: drawn, but not told, since its letter tells it. */
  boolean mark() {
    return text.isEmpty();
  }
}
