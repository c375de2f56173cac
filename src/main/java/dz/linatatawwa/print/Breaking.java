package dz.linatatawwa.print;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Paragraphs to lines that fit a width. */
final class Breaking {

  private static final String CUT = "…";

  private final Shaping shaping;

  Breaking(Shaping shaping) {
    this.shaping = shaping;
  }

  /** @param width thousandths of an em */
  List<Line> lines(String text, double width) {
    List<Line> lines = new ArrayList<>();
    for (String paragraph : text.split("\\R", -1)) fill(lines, paragraph, width);
    return lines;
  }

  /** One line; cut off where it is wider than this. */
  Line cut(String text, double width) {
    Line whole = shaping.line(text);
    int end = text.length();
    while (whole.width() > width && end > 1) {
      end = text.offsetByCodePoints(end, -1);
      whole = shaping.line(text.substring(0, end).strip() + CUT);
    }
    return whole;
  }

  private void fill(List<Line> lines, String paragraph, double width) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(paragraph);
    int start = 0;
    int fits = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (shaping.line(paragraph.substring(start, end).stripTrailing()).width() > width && fits > start) {
        lines.add(shaping.line(paragraph.substring(start, fits).stripTrailing()));
        start = fits;
      }
      start = broken(lines, paragraph, start, end, width);
      fits = end;
    }
    lines.add(shaping.line(paragraph.substring(start).stripTrailing()));
  }

  /** A word wider than the line is broken where the line ends. */
  private int broken(List<Line> lines, String paragraph, int start, int end, double width) {
    int from = start;
    while (shaping.line(paragraph.substring(from, end).stripTrailing()).width() > width && end - from > 1) {
      int until = end;
      while (until - from > 1 && shaping.line(paragraph.substring(from, until)).width() > width) until = paragraph.offsetByCodePoints(until, -1);
      lines.add(shaping.line(paragraph.substring(from, until)));
      from = until;
    }
    return from;
  }
}
