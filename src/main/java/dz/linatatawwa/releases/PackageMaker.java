package dz.linatatawwa.releases;

import dz.linatatawwa.language.Language;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts an edition into one file: tables as CSV, Parquet and XLSX, a Frictionless descriptor with a data dictionary, and what to read first. */
@Component
class PackageMaker {

  private static final List<Language> LANGUAGES = List.of(Language.AR, Language.FR, Language.EN);

  private final CsvFiles csv;
  private final Workbooks workbooks;
  private final Readme readme;
  private final CodeNames names;
  private final JsonMapper json;

  PackageMaker(CsvFiles csv, Workbooks workbooks, Readme readme, CodeNames names, JsonMapper json) {
    this.csv = csv;
    this.workbooks = workbooks;
    this.readme = readme;
    this.names = names;
    this.json = json;
  }

  /** @param note    what the edition says of itself
   *  @param licence as it was chosen; empty: none yet */
  byte[] make(Edition edition, String note, List<ReleaseTable> tables, Beside beside, String licence) {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    for (Language language : LANGUAGES) files.put("README." + language.code() + ".md", readme.in(language, edition, note, tables, beside, licence));
    for (ReleaseTable table : tables) files.put(csvName(table.code()), csv.table(table));
    files.put("csv/excluded.csv", csv.excluded(beside.excluded(), edition.term().time()));
    files.put("csv/codes.csv", csv.dictionary(codes(tables)));
    for (ReleaseTable table : tables) if (!table.rows().isEmpty()) files.put(parquetName(table.code()), ParquetFiles.table(table));
    for (Language language : LANGUAGES) files.put("xlsx/" + edition.fileName() + "." + language.code() + ".xlsx", workbooks.of(edition, tables, language));
    byte[] descriptor = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(descriptor(edition, note, tables, files, licence));
    files.putFirst("datapackage.json", descriptor);
    return Archive.write(files);
  }

  static String csvName(String table) {
    return "csv/" + table + ".csv";
  }

  static String parquetName(String table) {
    return "parquet/" + table + ".parquet";
  }

  private static List<String> codes(List<ReleaseTable> tables) {
    return List.copyOf(new TreeSet<>(tables.stream().flatMap(table -> table.rows().stream())
        .flatMap(row -> Stream.of(row.sex(), row.classif1(), row.classif2(), row.note())).filter(code -> !code.isEmpty()).toList()));
  }

  private Map<String, Object> descriptor(Edition edition, String note, List<ReleaseTable> tables, Map<String, byte[]> files, String licence) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("profile", "tabular-data-package");
    all.put("name", "linatatawwa-" + edition.fileName().toLowerCase(java.util.Locale.ROOT));
    all.put("version", edition.number() + ".0.0");
    all.put("created", edition.madeAt().toString());
    all.put("title", names.plain(Language.EN, "releases.title.of", edition.term().name(), edition.number()));
    all.put("titles", inEach("releases.title.of", edition.term().name(), edition.number()));
    all.put("description", names.plain(Language.EN, "releases.coverage"));
    all.put("descriptions", inEach("releases.coverage"));
    if (!licence.isEmpty()) all.put("licenses", List.of(Map.of("name", licence.replaceAll("[^A-Za-z0-9._-]+", "-"), "title", licence)));
    all.put("temporal", Map.of("start", edition.term().first().toString(), "end", edition.term().last().toString()));
    all.put("spatial", "DZ");
    all.put("provisional", edition.provisional());
    all.put("revision", note);
    all.put("ledger", Map.of("size", edition.ledgerSize(), "root", edition.root()));
    all.put("sources", List.of(Map.of("title", "Linatatawwa, ledger of volunteer hours")));
    List<Map<String, Object>> resources = new ArrayList<>();
    for (ReleaseTable table : tables) resources.add(resource(table, files));
    resources.add(simple("excluded", "csv/excluded.csv", files, List.of(string("reason"), string("time"), number("hours"), string("obs_status"))));
    resources.add(simple("codes", "csv/codes.csv", files, List.of(string("code"), string("name_ar"), string("name_fr"), string("name_en"))));
    all.put("resources", resources);
    Map<String, Object> others = new LinkedHashMap<>();
    files.forEach((name, bytes) -> {
      if (!name.startsWith("csv/")) others.put(name, Map.of("bytes", bytes.length, "hash", hash(bytes)));
    });
    all.put("files", others);
    return all;
  }

  private Map<String, Object> resource(ReleaseTable table, Map<String, byte[]> files) {
    List<Map<String, Object>> fields = CsvFiles.COLUMNS.stream().map(column -> column.equals("obs_value") ? number(column) : string(column)).toList();
    Map<String, Object> resource = simple(table.code().toLowerCase(java.util.Locale.ROOT), csvName(table.code()), files, fields);
    resource.put("title", names.plain(Language.EN, "releases.table." + table.code()));
    resource.put("titles", inEach("releases.table." + table.code()));
    resource.put("description", names.plain(Language.EN, "releases.about." + table.code()));
    resource.put("descriptions", inEach("releases.about." + table.code()));
    if (!table.empty().isEmpty()) resource.put("empty", inEach("releases.empty." + table.empty()));
    return resource;
  }

  private static Map<String, Object> simple(String name, String path, Map<String, byte[]> files, List<Map<String, Object>> fields) {
    byte[] bytes = files.getOrDefault(path, new byte[0]);
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("profile", "tabular-data-resource");
    resource.put("name", name);
    resource.put("path", path);
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    resource.put("bytes", bytes.length);
    resource.put("hash", hash(bytes));
    resource.put("dialect", Map.of("delimiter", ",", "lineTerminator", "\r\n", "quoteChar", "\"", "doubleQuote", true, "header", true));
    resource.put("schema", Map.of("fields", fields, "missingValues", List.of("")));
    return resource;
  }

  private Map<String, Object> string(String name) {
    return field(name, "string");
  }

  private Map<String, Object> number(String name) {
    return field(name, "number");
  }

  private Map<String, Object> field(String name, String type) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", name);
    field.put("type", type);
    field.put("title", names.plain(Language.EN, "releases.column." + name));
    field.put("titles", inEach("releases.column." + name));
    return field;
  }

  private Map<String, String> inEach(String key, Object... arguments) {
    Map<String, String> each = new LinkedHashMap<>();
    for (Language language : LANGUAGES) each.put(language.code(), names.plain(language, key, arguments));
    return each;
  }

  private static String hash(byte[] bytes) {
    return "sha256:" + HexFormat.of().formatHex(Archive.sha256(bytes));
  }
}
