package dz.linatatawwa.print;

import java.util.List;

/** A line of shaped text, from left to right.
 *  @param width thousandths of an em */
record Line(List<Glyph> glyphs, double width) {}
