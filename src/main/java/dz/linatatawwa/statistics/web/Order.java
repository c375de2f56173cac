package dz.linatatawwa.statistics.web;

import dz.linatatawwa.statistics.WilayaFigures;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** In which order the table of wilayas stands: by code, or by a column, the most first. */
enum Order {
  CODE("", row -> 0),
  ACTIVE("active", WilayaFigures::active),
  HOURS("hours", WilayaFigures::minutes),
  ORGANIZATIONS("organizations", WilayaFigures::organizations),
  OPPORTUNITIES("opportunities", WilayaFigures::opportunities);

  private final String code;
  private final ToLongFunction<WilayaFigures> column;

  Order(String code, ToLongFunction<WilayaFigures> column) {
    this.code = code;
    this.column = column;
  }

  String code() {
    return code;
  }

  static Order of(String code) {
    return Arrays.stream(values()).filter(order -> order.code.equals(code)).findFirst().orElse(CODE);
  }

  List<WilayaFigures> sorted(List<WilayaFigures> rows) {
    return rows.stream().sorted(Comparator.comparingLong(column).reversed().thenComparing(WilayaFigures::code)).toList();
  }
}
