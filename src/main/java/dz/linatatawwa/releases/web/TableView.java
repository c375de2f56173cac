package dz.linatatawwa.releases.web;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.releases.CodeNames;
import dz.linatatawwa.releases.Observation;
import dz.linatatawwa.releases.ReleaseTable;
import dz.linatatawwa.releases.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table of a release as people read it: groups down, indicators across, in parts that stand under a name of their own.
 *  @param indicators codes of the columns */
public record TableView(ReleaseTable table, List<String> indicators, List<Part> parts) {

  /** Lines under one name.
   *  @param name empty where there is only one part */
  public record Part(String name, List<Line> lines) {}

  /** One group.
   *  @param cells one for each indicator; null where a group has none */
  public record Line(String name, List<@Nullable Observation> cells) {}

  static TableView of(ReleaseTable table, CodeNames names, Words words, String time) {
    Set<String> indicators = table.rows().stream().map(Observation::indicator).collect(Collectors.toCollection(LinkedHashSet::new));
    boolean sexes = table.rows().stream().map(Observation::sex).distinct().count() > 1;
    Map<String, Map<String, List<Observation>>> parts = new LinkedHashMap<>();
    for (Observation row : table.rows()) {
      String part = sexes ? names.name(row.sex(), words.language()) : part(table, row, words);
      parts.computeIfAbsent(part, any -> new LinkedHashMap<>()).computeIfAbsent(name(row, names, words, time), any -> new ArrayList<>()).add(row);
    }
    return new TableView(table, List.copyOf(indicators), parts.entrySet().stream().map(part -> new Part(part.getKey(), part.getValue().entrySet().stream()
        .map(line -> new Line(line.getKey(), indicators.stream().<@Nullable Observation>map(indicator -> at(line.getValue(), indicator)).toList())).toList())).toList());
  }

  /** How a value is shown; a dash where a group has none. */
  public static String shown(@Nullable Observation cell, Words words) {
    if (cell == null) return "–";
    BigDecimal value = cell.value();
    return value == null ? Status.HIDDEN.code() : words.decimal(value.doubleValue(), 2);
  }

  private static @Nullable Observation at(List<Observation> rows, String indicator) {
    return rows.stream().filter(row -> row.indicator().equals(indicator)).findFirst().orElse(null);
  }

  private static String part(ReleaseTable table, Observation row, Words words) {
    Set<String> kinds = table.rows().stream().map(TableView::kind).collect(Collectors.toSet());
    return kinds.size() < 2 || table.code().equals("T12") ? "" : words.text("releases.group." + kind(row));
  }

  private static String kind(Observation row) {
    int end = row.classif1().indexOf('_');
    return end < 0 ? "" : row.classif1().substring(0, end);
  }

  private static String name(Observation row, CodeNames names, Words words, String time) {
    String month = row.time().equals(time) ? "" : words.month(java.time.YearMonth.parse(row.time()).atDay(1));
    String group = row.time().equals(time) ? names.name(row.classif1(), words.language()) : "";
    String name = Stream.of(month, group, names.name(row.classif2(), words.language()), names.name(row.note(), words.language())).filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
    return name.isEmpty() ? words.text("releases.all") : name;
  }
}
