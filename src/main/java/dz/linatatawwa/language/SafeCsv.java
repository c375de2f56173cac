package dz.linatatawwa.language;

import java.util.List;

/** Lines of CSV that a spreadsheet opens as text: no cell begins a formula. */
public final class SafeCsv {

  /** Written first in a file, it tells Excel that the rest is UTF-8. */
  public static final String MARK = "\uFEFF";

  private SafeCsv() {}

  /** One line of cells, with its line end. */
  public static String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) line.append(',');
      line.append(cell(cells.get(i)));
    }
    return line.append("\r\n").toString();
  }

  /** One cell: what begins with {@code = + - @}, a tab or a line end gets an apostrophe before it, unless it is a plain number. */
  public static String cell(String value) {
    String harmless = begins(value) && !value.matches("[+-]?[0-9]+([.,][0-9]+)?") ? "'" + value : value;
    boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r' || c == '\t');
    return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }

  private static boolean begins(String value) {
    String shown = value.stripLeading();
    if (!value.isEmpty() && "\t\r\n".indexOf(value.charAt(0)) >= 0) return true;
    return !shown.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(shown.charAt(0)) >= 0;
  }
}
