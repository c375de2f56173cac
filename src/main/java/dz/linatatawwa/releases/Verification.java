package dz.linatatawwa.releases;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recomputes a release from the ledger as it was then, and says where a package differs. */
@Component
class Verification {

  private static final String DESCRIPTOR = "datapackage.json";
  private static final Set<String> OF_PEOPLE = Set.of("T1", "T2", "T3", "T4", "T5", "T6");

  private final EditionTable editions;
  private final Reckoning reckoning;
  private final CellTable cells;
  private final ReleaseKeys keys;
  private final JsonMapper json;

  /** What was found.
   *  @param genuine     the file is the one that was published and signed
   *  @param values      that were compared
   *  @param erased      people who have left since, whose tables can only be compared as far as they still can be
   *  @param differences published beside recomputed */
  sealed interface Report {
    record Compared(Edition edition, boolean genuine, long values, long erased, List<Difference> differences) implements Report {
      boolean isEqual() {
        return genuine && differences.isEmpty();
      }
    }

    /** @param why in plain words */
    record NotARelease(String why) implements Report {}
  }

  Verification(EditionTable editions, Reckoning reckoning, CellTable cells, ReleaseKeys keys, JsonMapper json) {
    this.editions = editions;
    this.reckoning = reckoning;
    this.cells = cells;
    this.keys = keys;
    this.json = json;
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Report verify(byte[] archive) {
    try {
      SequencedMap<String, byte[]> files = Archive.read(archive);
      byte[] descriptor = files.get(DESCRIPTOR);
      if (descriptor == null) return new Report.NotARelease("no " + DESCRIPTOR + " in it");
      Optional<Edition> edition = edition(json.readTree(descriptor));
      if (edition.isEmpty()) return new Report.NotARelease("no such release was published here");
      return compare(edition.get(), files, Archive.sha256(archive));
    } catch (IOException | JacksonException wrong) {
      return new Report.NotARelease(String.valueOf(wrong.getMessage()));
    }
  }

  private Optional<Edition> edition(JsonNode descriptor) {
    return named(descriptor.path("name").asString("").replaceFirst("^linatatawwa-", ""));
  }

  /** @param name as its files are named */
  private Optional<Edition> named(String name) {
    String[] parts = name.split("\\.", 2);
    if (parts.length != 2 || !parts[1].matches("[1-9]\\d{0,3}")) return Optional.empty();
    return Term.of(parts[0]).flatMap(term -> editions.find(term, Integer.parseInt(parts[1]))).filter(Edition::isOpen);
  }

  private Report compare(Edition edition, SequencedMap<String, byte[]> files, byte[] hash) throws IOException {
    String hex = HexFormat.of().formatHex(hash);
    boolean genuine = edition.hash().equals(hex) && edition.signedNote() != null && keys.isOurs(edition.signedNote(), hex);
    List<ReleaseTable> published = new ArrayList<>();
    for (ReleaseTable table : editions.tables(edition.id())) {
      byte[] csv = files.get(PackageMaker.csvName(table.code()));
      if (csv == null) return new Report.NotARelease("no " + PackageMaker.csvName(table.code()) + " in it");
      published.add(CsvFiles.read(table.code(), csv));
    }
    long erased = cells.erased(edition.term());
    List<Difference> differences = Comparing.compare(published, recomputed(edition, erased), true);
    if (erased > 0) differences = differences.stream().filter(difference -> !isExplained(difference, erased)).toList();
    long values = published.stream().mapToLong(table -> table.rows().size()).sum();
    return new Report.Compared(edition, genuine, values, erased, differences);
  }

  /** Once somebody has left, what they were is not known, and what would be hidden neither: then the cells are hidden that were hidden. */
  private List<ReleaseTable> recomputed(Edition edition, long erased) {
    Beside beside = editions.beside(edition.id());
    if (erased > 0) return reckoning.with(edition.term(), edition.ledgerSize(), beside, edition.provisional(), new HashSet<>(beside.hidden()));
    Edition earlier = editions.of(edition.term()).stream().filter(other -> other.number() < edition.number() && other.isOpen()).findFirst().orElse(null);
    List<Edition> others = beside.madeBeside().stream().flatMap(name -> named(name).stream()).toList();
    return reckoning.reckon(edition.term(), edition.ledgerSize(), beside, edition.provisional(), earlier, others).map(Reckoning.Reckoned::tables).orElse(List.of());
  }

  /** Of those who left it is not known any more what they were: they are missing in their groups and stand among the unknown. No more of them than have left. */
  private static boolean isExplained(Difference difference, long erased) {
    boolean ofPeople = OF_PEOPLE.contains(difference.table()) || difference.place().matches(".*\\bR(?:69|58|48)_.*") || difference.place().matches("VOL_(?:NEW|BACK) .*");
    if (!ofPeople || difference.one() == null || difference.other() == null) return false;
    if (!difference.place().startsWith("VOL_PERS") && !difference.place().matches("VOL_(?:NEW|BACK) .*")) return true;
    if (!difference.one().matches("\\d+") || !difference.other().matches("\\d+")) return true;
    return Math.abs(Long.parseLong(difference.one()) - Long.parseLong(difference.other())) <= erased;
  }
}
