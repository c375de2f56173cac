package dz.linatatawwa.privacy;

import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.language.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what is kept of a person into the words of a reader, for the page and for paper. */
@Component("privacyReading")
public class Reading {

  private static final Set<String> TIMED_BY_MINUTES = Set.of("minutes", "minutes_a_day");

  /** What is kept for one purpose, in words. */
  public record Section(String code, String title, String ground, String who, String ends, List<Part> parts, long rows) {}

  /** The rows of one table, in words.
   *  @param table as addresses name it */
  public record Part(String table, String title, List<String> columns, List<List<String>> rows, long total) {}

  /** Every section, in words. */
  public List<Section> of(Own own, Words words) {
    return own.sections().stream().map(section -> section(section, words)).toList();
  }

  /** One section, in words. */
  public Section of(Own.Section section, Words words) {
    return section(section, words);
  }

  /** One table, in words. */
  public Part of(Own.Part part, Words words) {
    return part(part, words);
  }

  private static Section section(Own.Section section, Words words) {
    Purpose purpose = section.purpose();
    String key = "privacy.purpose." + purpose.code();
    List<Part> parts = section.parts().stream().map(part -> part(part, words)).toList();
    return new Section(purpose.code(), words.text(key), words.text("privacy.ground." + purpose.ground().code()), words.text(key + ".who"), words.text(key + ".ends"), parts,
        parts.stream().mapToLong(Part::total).sum());
  }

  private static Part part(Own.Part part, Words words) {
    List<String> columns = part.columns();
    List<List<String>> rows = part.rows().stream().map(row -> {
      List<String> cells = new java.util.ArrayList<>();
      for (int i = 0; i < columns.size(); i++) cells.add(cell(part.table(), columns.get(i), row.get(i), words));
      return List.copyOf(cells);
    }).toList();
    return new Part(part.table(), words.text("privacy.table." + part.table()), columns.stream().map(column -> words.text("privacy.column." + column)).toList(), rows, part.total());
  }

  private static String cell(String table, String column, @Nullable Object value, Words words) {
    return switch (value) {
      case null -> "";
      case Instant at -> words.date(at) + " " + words.time(at);
      case LocalDate day -> words.date(day);
      case Boolean yes -> words.text(yes ? "privacy.data.yes" : "privacy.data.no");
      case Number minutes when TIMED_BY_MINUTES.contains(column) -> words.hoursInWords(minutes.longValue());
      case List<?> many -> many.stream().map(one -> code(table, column, Objects.toString(one), words)).collect(Collectors.joining(" · "));
      case Object other -> code(table, column, Objects.toString(other), words);
    };
  }

  /** A code in words where some room has words for it. */
  private static String code(String table, String column, String value, Words words) {
    if (!value.matches("[A-Za-z][A-Za-z0-9-]{0,40}")) return value;
    String room = table.substring(0, table.indexOf('.'));
    String name = table.substring(table.indexOf('.') + 1);
    for (String key : List.of(room + "." + column + "." + value, room + "." + name + "." + value, room + "." + name + "." + column + "." + value,
        "accounts.access." + column.replace("object_", "") + "." + value, "supervision." + column + "." + value, "supervision." + column.replace("_kind", "") + "." + value)) {
      if (words.has(key)) return words.text(key);
    }
    return value;
  }
}
