package dz.linatatawwa.releases;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts a quarter or a year as of a size of the ledger, hides what must be hidden, and writes the tables: the same for a release and for whoever recomputes it. */
@Component
class Reckoning {

  private static final Logger LOG = LoggerFactory.getLogger(Reckoning.class);

  private final CellTable cells;
  private final Structure structure;
  private final TableMaker maker;
  private final EditionTable editions;
  private final Together together;

  /** Tables as they may be published.
   *  @param hidden keys of the cells that are not shown */
  record Reckoned(List<ReleaseTable> tables, Set<String> hidden) {}

  Reckoning(CellTable cells, Structure structure, TableMaker maker, EditionTable editions, Together together) {
    this.cells = cells;
    this.structure = structure;
    this.maker = maker;
    this.editions = editions;
    this.together = together;
  }

  /** @param earlier the edition that stood when this one was made
   *  @param others  editions that share days with it and stood then
   *  @return nothing where the earlier edition gives a small cell away, whatever is hidden */
  Optional<Reckoned> reckon(Term term, long size, Beside beside, boolean provisional, @Nullable Edition earlier, List<Edition> others) {
    Map<String, Cell> now = count(term, Ledger.upTo(size));
    Structure.Plan plan = structure.plan(term, now.keySet(), beside.hasRates());
    Masking.Before before = earlier == null ? Masking.Before.NOTHING : before(term, size, now, earlier);
    Together.Joint joint = together.join(term, size, now, plan, others);
    return switch (new Masking(joint.cells(), joint.plan(), before).mask()) {
      case Masking.Outcome.Impossible(String cell) -> {
        LOG.info("{} cannot be released beside what is out already: the cell {} would be given away", term.name(), cell.isEmpty() ? "of all" : cell);
        yield Optional.empty();
      }
      case Masking.Outcome.Hidden(Set<String> hidden) -> Optional.of(new Reckoned(tables(term, size, now, hidden, beside, provisional), hidden));
    };
  }

  /** The tables with these cells hidden, whatever ought to be. */
  List<ReleaseTable> with(Term term, long size, Beside beside, boolean provisional, Set<String> hidden) {
    return tables(term, size, count(term, Ledger.upTo(size)), hidden, beside, provisional);
  }

  private List<ReleaseTable> tables(Term term, long size, Map<String, Cell> now, Set<String> hidden, Beside beside, boolean provisional) {
    return maker.tables(new TableMaker.Material(term, now, hidden, cells.worked(term, size), beside, provisional));
  }

  private Masking.Before before(Term term, long size, Map<String, Cell> now, Edition earlier) {
    Map<String, Cell> then = count(term, Ledger.upTo(earlier.ledgerSize()));
    Map<String, Cell> between = count(term, new Ledger(earlier.ledgerSize(), size));
    return Masking.Before.of(new HashSet<>(editions.beside(earlier.id()).hidden()), then, now, between);
  }

  Map<String, Cell> count(Term term, Ledger ledger) {
    return cells.count(term, ledger);
  }
}
