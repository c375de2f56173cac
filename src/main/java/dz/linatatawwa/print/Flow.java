package dz.linatatawwa.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Text, facts, tables and pictures one under the other; a new sheet begins where one is full, and each says which it is of how many. */
public final class Flow {

  private static final double EDGE = 18;
  private static final double FOOT = 16;
  private static final double HEAD = 9;
  private static final double PAD = 1.6;
  private static final int LONGEST = 1800;
  private static final Type BODY = Type.of(11);
  private static final Type CELL = Type.of(9.5).leading(1.4);

  private final Paper paper;
  private Sheet sheet;
  private double y = EDGE;
  private @Nullable String head;

  Flow(Paper paper) {
    this.paper = paper;
    this.sheet = paper.sheet();
  }

  /** The document's title. */
  public Flow title(String text) {
    sheet.woven(EDGE, y - 4, width(), Ink.OCHRE);
    y += 2;
    return write(text, Type.of(20).strong().in(Ink.CEDAR).as(Type.Part.H1).leading(1.4)).space(3);
  }

  /** The heading of a part; it keeps some room for what follows. */
  public Flow heading(String text) {
    room(24);
    return space(4).write(text, Type.of(14).strong().as(Type.Part.H2).leading(1.4)).space(1);
  }

  public Flow paragraph(String text) {
    return write(text, BODY).space(2);
  }

  /** Quiet words: conditions, where it comes from. */
  public Flow note(String text) {
    return write(text, Type.of(9).in(Ink.QUIET)).space(2);
  }

  /** A name and what stands for it, beside each other. */
  public Flow fact(String name, String value) {
    double side = width() * 0.3;
    double height = Math.max(sheet.heightOf(side, name, BODY.strong()), sheet.heightOf(width() - side, value, BODY));
    room(height);
    sheet.text(new Area(EDGE, y, side - 3, height), name, BODY.strong());
    sheet.text(new Area(EDGE + side, y, width() - side, height), value, BODY);
    y += height + 1;
    return this;
  }

  /** A picture at most this high. @param instead what is seen on it */
  public Flow picture(byte[] content, double height, String instead) {
    room(height);
    sheet.picture(new Area(EDGE, y, width(), height), content, instead);
    y += height + 3;
    return this;
  }

  /** A code with words beside it. */
  public Flow code(Qr qr, double side, String instead, String beside) {
    return code(qr, side, instead, beside, null);
  }

  /** A code with words beside it. @param address where it leads when it is touched on a screen, in ASCII; null: nowhere */
  public Flow code(Qr qr, double side, String instead, String beside, @Nullable String address) {
    room(side);
    Area square = new Area(EDGE, y, side, side);
    if (address == null) sheet.qr(square, qr, instead);
    else sheet.link(square, address, instead, () -> sheet.qr(square, qr, instead));
    sheet.text(new Area(EDGE + side + 4, y + 3, width() - side - 4, side - 6), beside, BODY.fitting());
    y += side + 3;
    return this;
  }

  /** Lines to write on by hand. */
  public Flow blankLines(int count) {
    for (int i = 0; i < count; i++) {
      room(9);
      y += 8.5;
      sheet.dashes(EDGE, y, EDGE + width(), y, 0.2, Ink.QUIET);
    }
    return space(3);
  }

  /** A table; its headings come again on each sheet. */
  public Flow table(Table table) {
    sheet.within("Table", () -> {
      head(table);
      for (List<String> row : table.rows()) {
        double height = height(table, row, CELL);
        if (y + height > sheet.height() - FOOT) {
          turn();
          head(table);
        }
        row(table, row, height);
      }
    });
    return space(4);
  }

  /** Empty height. */
  public Flow space(double millimetres) {
    y += millimetres;
    return this;
  }

  /** Makes sure that what follows has this height on one sheet. */
  public Flow room(double millimetres) {
    if (y + millimetres > sheet.height() - FOOT && y > EDGE) turn();
    return this;
  }

  /** Words at the head of every sheet but the first. */
  public Flow running(String head) {
    this.head = head;
    return this;
  }

  /** Ends the document: numbers its sheets. @param foot words at the foot of each sheet, or null */
  public byte[] bytes(@Nullable String foot) {
    return bytes(foot, (sheet, of) -> sheet + " / " + of);
  }

  /** Ends the document. @param number says which sheet it is of how many */
  public byte[] bytes(@Nullable String foot, BiFunction<Integer, Integer, String> number) {
    Type small = Type.of(8).in(Ink.QUIET).oneLine();
    for (int i = 0; i < paper.sheets().size(); i++) {
      Sheet one = paper.sheets().get(i);
      Area line = new Area(EDGE, one.height() - 12, width(), 5);
      if (foot != null) one.aside(new Area(EDGE, line.y(), width() - 30, 5), foot, small);
      one.aside(line, number.apply(i + 1, paper.count()), small.atEnd());
      if (head != null && i > 0) head(one, head, small);
    }
    return paper.bytes();
  }

  private void head(Sheet one, String words, Type type) {
    one.aside(new Area(EDGE, HEAD, width(), 5), words, type);
    one.line(EDGE, HEAD + 5, EDGE + width(), HEAD + 5, 0.2, Ink.LINE);
  }

  private Flow write(String text, Type type) {
    for (String part : parts(text)) {
      double height = sheet.heightOf(width(), part, type);
      room(height);
      y += sheet.text(new Area(EDGE, y, width(), height), part, type);
    }
    return this;
  }

  /** Paragraphs; one that might be taller than a sheet is broken between words. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String paragraph : text.split("\\R")) {
      String rest = paragraph;
      while (rest.length() > LONGEST) {
        int space = rest.lastIndexOf(' ', LONGEST);
        int end = space > 0 ? space : LONGEST;
        parts.add(rest.substring(0, end));
        rest = rest.substring(end).strip();
      }
      parts.add(rest);
    }
    return parts;
  }

  private void head(Table table) {
    List<String> names = table.columns().stream().map(Table.Column::heading).toList();
    Type type = CELL.strong().as(Type.Part.P);
    double height = height(table, names, type);
    room(height * 2);
    sheet.box(new Area(EDGE, y, width(), height), Ink.TINT, null, 0);
    cells(table, names, height, type, "TH");
  }

  private void row(Table table, List<String> cells, double height) {
    cells(table, cells, height, CELL, "TD");
    sheet.line(EDGE, y, EDGE + width(), y, 0.15, Ink.LINE);
  }

  private void cells(Table table, List<String> cells, double height, Type type, String kind) {
    sheet.within("TR", () -> {
      double x = EDGE;
      for (int i = 0; i < cells.size(); i++) {
        double cellWidth = table.width(i, width());
        Area area = new Area(x + PAD, y + PAD, cellWidth - 2 * PAD, height - 2 * PAD);
        String text = cells.get(i);
        Type set = table.columns().get(i).number() ? type.atEnd() : type;
        sheet.within(kind, () -> sheet.text(area, text, set));
        x += cellWidth;
      }
    });
    y += height;
  }

  private double height(Table table, List<String> cells, Type type) {
    double tallest = sheet.heightOf(width(), "-", type);
    for (int i = 0; i < cells.size(); i++) tallest = Math.max(tallest, sheet.heightOf(table.width(i, width()) - 2 * PAD, cells.get(i), type));
    return tallest + 2 * PAD;
  }

  private double width() {
    return sheet.width() - 2 * EDGE;
  }

  private void turn() {
    sheet = paper.sheet();
    y = EDGE;
  }
}
