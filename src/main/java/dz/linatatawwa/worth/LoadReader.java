package dz.linatatawwa.worth;

import dz.linatatawwa.worth.LoadRead.Fault;
import dz.linatatawwa.imports.Grid;
import dz.linatatawwa.imports.Reading;
import dz.linatatawwa.imports.Tables;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import java.nio.charset.StandardCharsets;
import java.io.UncheckedIOException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads a table of wages, of people or of the gross domestic product: CSV or XLSX, columns called as in the template or as the statistics office calls them. */
@Component
class LoadReader {

  /** Names of columns and values as tables write them, folded, by code. */
  private static final Map<String, Set<String>> WORDS = words();
  private static final BigDecimal DEAREST = new BigDecimal("100000");
  private static final BigDecimal RICHEST = new BigDecimal("10000000000000");
  private static final int SHOWN = 100;

  private final Places places;

  LoadReader(Places places) {
    this.places = places;
  }

  LoadRead read(LoadKind kind, byte[] content) {
    return switch (Tables.read(content)) {
      case Reading.Refused(String key, List<Object> arguments) -> new LoadRead.Refused(key, arguments);
      case Reading.Done(Grid grid) -> rows(kind, grid);
    };
  }

  private LoadRead rows(LoadKind kind, Grid grid) {
    Map<String, Integer> columns = columns(kind, grid.header());
    for (String needed : kind.needed()) if (!columns.containsKey(needed)) return new LoadRead.Refused("worth.load.problem.column", List.of(needed));
    List<Map<String, String>> rows = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    Set<List<String>> keys = new HashSet<>();
    for (Grid.Line line : grid.lines()) {
      Row row = new Row(line, columns);
      Map<String, String> values = switch (kind) {
        case WAGES -> row.with("isco_08", isco(row)).with("dzd_hour", amount(row, "dzd_hour", DEAREST)).values();
        case POPULATION -> row.with("wilaya_code", wilaya(row)).with("sex", sex(row)).with("persons", persons(row)).values();
        case GDP -> row.with("dzd_million", amount(row, "dzd_million", RICHEST)).values();
      };
      List<String> key = List.of(values.getOrDefault("year", ""), values.getOrDefault("isco_08", ""), values.getOrDefault("wilaya_code", ""), values.getOrDefault("sex", ""));
      if (row.faults.isEmpty() && !keys.add(key)) row.bad(kind.columns().get(kind == LoadKind.GDP ? 0 : 1), "worth.load.reason.twice");
      faults.addAll(row.faults);
      rows.add(values);
    }
    return faults.isEmpty() ? new LoadRead.Good(rows) : new LoadRead.Faulty(rows.size(), faults);
  }

  private static Map<String, Integer> columns(LoadKind kind, List<String> header) {
    Map<String, Integer> found = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String called = Folding.fold(header.get(i));
      int column = i;
      kind.columns().stream().filter(name -> is(name, called)).findFirst()
          .ifPresent(name -> found.putIfAbsent(name, column));
    }
    return found;
  }

  private static String isco(Row row) {
    String code = Digits.latin(row.cell("isco_08"));
    if (!code.matches("[0-9]{1,4}")) row.bad("isco_08", "worth.load.reason.isco");
    return code;
  }

  private String wilaya(Row row) {
    String typed = row.cell("wilaya_code");
    if (typed.isEmpty() || is("nation", Folding.fold(typed))) return "";
    Optional<WilayaCode> code = WilayaCode.of(typed).filter(known -> places.wilaya(known).isPresent());
    if (code.isEmpty()) row.bad("wilaya_code", "worth.load.reason.wilaya");
    return code.map(WilayaCode::value).orElse("");
  }

  private static String sex(Row row) {
    String typed = Folding.fold(row.cell("sex"));
    if (typed.isEmpty() || is("both", typed)) return "";
    if (is("F", typed)) return "F";
    if (!is("M", typed)) row.bad("sex", "worth.load.reason.sex");
    return "M";
  }

  private static String persons(Row row) {
    String digits = Digits.latin(row.cell("persons")).replaceAll("[\\s\\u00a0\\u202f]", "");
    if (digits.matches("[0-9]{1,9}")) return Long.toString(Long.parseLong(digits));
    row.bad("persons", "worth.load.reason.persons");
    return "0";
  }

  /** Two places at most, above zero; a comma or a point before them. */
  private static String amount(Row row, String column, BigDecimal most) {
    String plain = Digits.latin(row.cell(column)).replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.').replace('٫', '.');
    if (plain.matches("[0-9]{1,14}(\\.[0-9]{1,9})?")) {
      BigDecimal amount = new BigDecimal(plain).setScale(2, RoundingMode.HALF_UP);
      if (amount.signum() > 0 && amount.compareTo(most) < 0) return amount.toPlainString();
    }
    row.bad(column, "worth.load.reason.amount", most);
    return "1";
  }

  private static boolean is(String code, String folded) {
    return WORDS.getOrDefault(code, Set.of()).contains(folded);
  }

  private static Map<String, Set<String>> words() {
    Map<String, Set<String>> all = new HashMap<>();
    wordList().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
      int colon = line.indexOf(':');
      all.put(line.substring(0, colon), Arrays.stream(line.substring(colon + 1).split(",")).map(Folding::fold).collect(Collectors.toSet()));
    });
    return all;
  }

  /** One row on its way: what was read of it, and what was wrong. */
  private static final class Row {

    private final Grid.Line line;
    private final Map<String, Integer> columns;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    Row(Grid.Line line, Map<String, Integer> columns) {
      this.line = line;
      this.columns = columns;
      String year = Digits.latin(cell("year"));
      if (!year.matches("20[0-9]{2}|2100")) bad("year", "worth.load.reason.year");
      values.put("year", year);
    }

    String cell(String column) {
      Integer at = columns.get(column);
      return at == null || at >= line.cells().size() ? "" : Typed.line(line.cells().get(at));
    }

    Row with(String column, String value) {
      values.put(column, value);
      return this;
    }

    Map<String, String> values() {
      return Map.copyOf(values);
    }

    void bad(String column, String reason, Object... arguments) {
      String value = cell(column);
      faults.add(new Fault(line.number(), column, value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value, reason, List.of(arguments)));
    }
  }

  private static String wordList() {
    try (InputStream text = LoadReader.class.getResourceAsStream("load-words.txt")) {
      if (text == null) throw new IllegalStateException("no load-words.txt");
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
