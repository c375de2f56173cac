package dz.linatatawwa.worth;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What administrators load for figures, and the columns of its table. */
public enum LoadKind {
  /** Hourly wages in dinars by group of ISCO-08. */
  WAGES("wages", List.of("year", "isco_08", "dzd_hour"), List.of("year", "isco_08", "dzd_hour")),
  /** People of fifteen and over; no wilaya is the nation, no sex is both. */
  POPULATION("population", List.of("year", "wilaya_code", "sex", "persons"), List.of("year", "persons")),
  /** The gross domestic product at current prices, in millions of dinars. */
  GDP("gdp", List.of("year", "dzd_million"), List.of("year", "dzd_million"));

  private final String code;
  private final List<String> columns;
  private final List<String> needed;

  LoadKind(String code, List<String> columns, List<String> needed) {
    this.code = code;
    this.columns = columns;
    this.needed = needed;
  }

  /** As kept, in addresses and in message keys. */
  public String code() {
    return code;
  }

  /** Of its table, in the order of the template. */
  public List<String> columns() {
    return columns;
  }

  /** Those that a table must have. */
  List<String> needed() {
    return needed;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<LoadKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
