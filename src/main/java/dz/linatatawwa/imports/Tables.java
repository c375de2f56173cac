package dz.linatatawwa.imports;

import dz.linatatawwa.language.Typed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a CSV or XLSX file into a {@link Grid}, within limits that keep one file from eating the machine. */
public final class Tables {

  static final int MOST_BYTES = 10 * 1024 * 1024;
  static final int MOST_ROWS = 50_000;
  static final int MOST_COLUMNS = 200;
  static final int MOST_IN_A_CELL = 50_000;

  private Tables() {}

  /** @param content of a file, whatever its name says */
  public static Reading read(byte[] content) {
    if (content.length == 0) return Reading.Refused.because("imports.problem.empty");
    if (content.length > MOST_BYTES) return Reading.Refused.because("imports.problem.tooBig", MOST_BYTES / 1024 / 1024);
    if (startsWith(content, 0x50, 0x4B, 3, 4)) return XlsxFile.read(content);
    if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) return Reading.Refused.because("imports.problem.oldExcel");
    if (startsWith(content, '%', 'P', 'D', 'F') || startsWith(content, 0x89, 'P', 'N', 'G') || startsWith(content, 0xFF, 0xD8, 0xFF)) return Reading.Refused.because("imports.problem.notATable");
    return CsvFile.read(content);
  }

  /** Makes a grid of raw rows: the first one that is not empty is the header, empty rows are left out, all rows are as wide as the widest. */
  static Reading grid(List<Grid.Line> raw) {
    List<Grid.Line> filled = raw.stream().filter(line -> line.cells().stream().anyMatch(cell -> !cell.isBlank())).toList();
    if (filled.isEmpty()) return Reading.Refused.because("imports.problem.empty");
    if (filled.size() == 1) return Reading.Refused.because("imports.problem.noRows");
    if (filled.size() - 1 > MOST_ROWS) return Reading.Refused.because("imports.problem.tooManyRows", MOST_ROWS);
    int width = filled.stream().mapToInt(line -> widthOf(line.cells())).max().orElse(0);
    if (width > MOST_COLUMNS) return Reading.Refused.because("imports.problem.tooManyColumns", MOST_COLUMNS);
    List<Grid.Line> lines = filled.stream().skip(1).map(line -> new Grid.Line(line.number(), wide(line.cells(), width))).toList();
    return new Reading.Done(new Grid(names(wide(filled.getFirst().cells(), width)), lines));
  }

  private static int widthOf(List<String> cells) {
    int width = cells.size();
    while (width > 0 && cells.get(width - 1).isBlank()) width--;
    return width;
  }

  private static List<String> wide(List<String> cells, int width) {
    List<String> wide = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
    while (wide.size() < width) wide.add("");
    return List.copyOf(wide);
  }

  /** Every column has a name of its own; one without is called by its letter, as in a spreadsheet. */
  private static List<String> names(List<String> header) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String name = Typed.line(header.get(i));
      if (name.isEmpty()) name = letter(i);
      String own = name;
      for (int n = 2; !taken.add(own); n++) own = name + " (" + n + ")";
      names.add(own);
    }
    return names;
  }

  static String letter(int column) {
    return (column >= 26 ? letter(column / 26 - 1) : "") + (char) ('A' + column % 26);
  }

  private static boolean startsWith(byte[] content, int... bytes) {
    if (content.length < bytes.length) return false;
    for (int i = 0; i < bytes.length; i++) if ((content[i] & 0xFF) != bytes[i]) return false;
    return true;
  }
}
