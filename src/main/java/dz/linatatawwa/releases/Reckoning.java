package dz.linatatawwa.releases;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts a quarter as of a size of the ledger, hides what must be hidden, and writes the tables: the same for a release and for whoever recomputes it. */
@Component
class Reckoning {

  private static final Logger LOG = LoggerFactory.getLogger(Reckoning.class);

  private final CellTable cells;
  private final Structure structure;
  private final TableMaker maker;
  private final EditionTable editions;

  /** Tables as they may be published.
   *  @param hidden keys of the cells that are not shown */
  record Reckoned(List<ReleaseTable> tables, Set<String> hidden) {}

  Reckoning(CellTable cells, Structure structure, TableMaker maker, EditionTable editions) {
    this.cells = cells;
    this.structure = structure;
    this.maker = maker;
    this.editions = editions;
  }

  /** @param earlier the edition that stood when this one was made
   *  @return nothing where the earlier edition gives a small cell away, whatever is hidden */
  Optional<Reckoned> reckon(Quarter quarter, long size, Beside beside, boolean provisional, @Nullable Edition earlier) {
    Map<String, Cell> now = count(quarter, Ledger.upTo(size));
    Structure.Plan plan = structure.plan(quarter, now.keySet(), beside.hasRates());
    Masking.Before before = earlier == null ? Masking.Before.NOTHING : before(quarter, size, now, earlier);
    return switch (new Masking(now, plan, before).mask()) {
      case Masking.Outcome.Impossible(String cell) -> {
        LOG.info("{} cannot be released beside its earlier edition: the cell {} would be given away", quarter.name(), cell.isEmpty() ? "of all" : cell);
        yield Optional.empty();
      }
      case Masking.Outcome.Hidden(Set<String> hidden) -> Optional.of(new Reckoned(tables(quarter, size, now, hidden, beside, provisional), hidden));
    };
  }

  /** The tables with these cells hidden, whatever ought to be. */
  List<ReleaseTable> with(Quarter quarter, long size, Beside beside, boolean provisional, Set<String> hidden) {
    return tables(quarter, size, count(quarter, Ledger.upTo(size)), hidden, beside, provisional);
  }

  private List<ReleaseTable> tables(Quarter quarter, long size, Map<String, Cell> now, Set<String> hidden, Beside beside, boolean provisional) {
    return maker.tables(new TableMaker.Material(quarter, now, hidden, cells.worked(quarter, size), beside, provisional));
  }

  private Masking.Before before(Quarter quarter, long size, Map<String, Cell> now, Edition earlier) {
    Map<String, Cell> then = count(quarter, Ledger.upTo(earlier.ledgerSize()));
    Map<String, Cell> between = count(quarter, new Ledger(earlier.ledgerSize(), size));
    return Masking.Before.of(new HashSet<>(editions.beside(earlier.id()).hidden()), then, now, between);
  }

  /** Persons of a month who are not new have come back or have stayed; those of the month before stand in the release before. */
  Map<String, Cell> count(Quarter quarter, Ledger ledger) {
    Map<String, Cell> found = new LinkedHashMap<>(cells.count(quarter, ledger));
    for (String month : quarter.months()) {
      String key = "month=" + month + "|flow=";
      sum(found, key + "returning", List.of(key + "stayed", key + "back"));
    }
    String before = "month=" + quarter.monthBefore().toString().substring(0, 7);
    sum(found, before, List.of(before + "|flow=new", before + "|flow=stayed", before + "|flow=back"));
    return found;
  }

  private static void sum(Map<String, Cell> cells, String key, List<String> parts) {
    long persons = parts.stream().mapToLong(part -> cells.getOrDefault(part, Cell.empty(part)).persons()).sum();
    cells.put(key, new Cell(key, persons, persons, 0, 0, persons));
  }
}
