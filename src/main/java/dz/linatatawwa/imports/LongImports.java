package dz.linatatawwa.imports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.SafeCsv;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in tables of any length: read as a stream, stored in portions, each in a transaction with its count. After a stop it reads past the rows that are
 *  counted and goes on. Memory holds one portion. */
@Component
class LongImports {

  static final int PORTION = 2_000;
  /** So many rows are looked at in a preview; the rest when it runs. */
  static final int LOOKED_AT = 1_000;

  private final ImportTable table;
  private final ImportFiles files;
  private final OperationSorter sorter;
  private final OperationShelf shelf;
  private final Places places;
  private final Taxonomy taxonomy;
  private final TransactionTemplate transaction;

  LongImports(ImportTable table, ImportFiles files, OperationSorter sorter, OperationShelf shelf, Places places, Taxonomy taxonomy, TransactionTemplate transaction) {
    this.table = table;
    this.files = files;
    this.sorter = sorter;
    this.shelf = shelf;
    this.places = places;
    this.taxonomy = taxonomy;
    this.transaction = transaction;
  }

  Imports.Begun begin(Kind kind, @Nullable OrganizationId organization, String name, InputStreamSource content, @Nullable AccountId by) throws IOException {
    Path part = files.receive(content);
    try (RowStream rows = RowStreams.open(part)) {
      int number = 0;
      for (Grid.Line line = rows.next(); line != null; line = rows.next()) number++;
      Mapping guessed = Guess.mapping(kind, rows.header());
      int all = number;
      byte[] hash = sha256(part);
      long id = Objects.requireNonNull(transaction.execute(status -> {
        long made = table.insert(kind, organization, name, hash, null, guessed, all, by);
        try {
          files.keep(part, made);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return made;
      }));
      return new Imports.Begun.Kept(id);
    } catch (RowStream.Unreadable e) {
      return new Imports.Begun.Refused(e.why().key(), e.why().arguments());
    } finally {
      Files.deleteIfExists(part);
    }
  }

  List<Imports.Column> columns(long id) {
    try (RowStream rows = RowStreams.open(files.path(id))) {
      List<Set<String>> samples = new ArrayList<>();
      rows.header().forEach(name -> samples.add(new LinkedHashSet<>()));
      int looked = 0;
      for (Grid.Line line = rows.next(); line != null && looked++ < LOOKED_AT; line = rows.next()) {
        for (int i = 0; i < samples.size(); i++) {
          String cell = Typed.line(line.cells().get(i));
          if (!cell.isEmpty() && samples.get(i).size() < 3) samples.get(i).add(cell.length() > 60 ? cell.substring(0, 60) + "…" : cell);
        }
      }
      List<Imports.Column> columns = new ArrayList<>();
      for (int i = 0; i < samples.size(); i++) columns.add(new Imports.Column(rows.header().get(i), List.copyOf(samples.get(i))));
      return columns;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Preview preview(Import of, Mapping mapping) {
    try (RowStream rows = RowStreams.open(files.path(of.id()))) {
      List<Grid.Line> first = portion(rows, LOOKED_AT);
      OperationSorter.Run run = sorter.begin(of, rows.header(), mapping);
      List<OperationSorter.Row> sorted = run.sort(first);
      int stored = number(sorted, Sorted.Outcome.STORED);
      int same = number(sorted, Sorted.Outcome.SAME);
      List<Fault> faults = sorted.stream().flatMap(row -> row.faults().stream()).toList();
      List<Preview.Shown> shown = sorted.stream().filter(row -> row.outcome() == Sorted.Outcome.STORED).limit(Imports.SHOWN_FIRST)
          .map(row -> Showing.row(row.row(), Objects.requireNonNull(row.operation()), places, taxonomy)).toList();
      List<String> unused = rows.header().stream().filter(column -> !mapping.columns().containsValue(column)).toList();
      return new Preview(new Import.Counts(of.counts().in(), sorted.size(), stored, same, sorted.size() - stored - same, 0, 0), 0, 0, shown, faults, unused);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stores all that is left, as long as it is running. */
  void run(Import of, Mapping mapping) throws IOException {
    try (RowStream rows = RowStreams.open(files.path(of.id()))) {
      int at = of.counts().done();
      for (int skipped = 0; skipped < at; skipped++) if (rows.next() == null) return;
      OperationSorter.Run run = sorter.begin(of, rows.header(), mapping);
      for (List<Grid.Line> lines = portion(rows, PORTION); !lines.isEmpty(); lines = portion(rows, PORTION)) {
        if (!store(of.id(), at, run, lines)) return;
        at += lines.size();
      }
    }
  }

  /** Whoever comes to a portion that another run has stored stops. */
  private boolean store(long id, int at, OperationSorter.Run run, List<Grid.Line> lines) {
    OperationSorter.Read read = run.read(lines);
    return Boolean.TRUE.equals(transaction.execute(status -> {
      Import now = table.lock(id).filter(i -> i.state() == Import.State.RUNNING && i.counts().done() == at).orElse(null);
      if (now == null) return false;
      List<OperationSorter.Row> sorted = run.sort(read);
      shelf.store(now, sorted.stream().filter(row -> row.outcome() == Sorted.Outcome.STORED).map(row -> Objects.requireNonNull(row.operation())).toList());
      table.insertFaults(id, sorted.stream().flatMap(row -> row.faults().stream()).toList());
      table.count(id, number(sorted, Sorted.Outcome.STORED), number(sorted, Sorted.Outcome.SAME), number(sorted, Sorted.Outcome.BAD));
      table.find(id).filter(i -> i.state() == Import.State.DONE).ifPresent(shelf::done);
      return true;
    }));
  }

  private static int number(List<OperationSorter.Row> sorted, Sorted.Outcome outcome) {
    return (int) sorted.stream().filter(row -> row.outcome() == outcome).count();
  }

  private static List<Grid.Line> portion(RowStream rows, int most) throws IOException {
    List<Grid.Line> lines = new ArrayList<>(most);
    while (lines.size() < most && rows.next() instanceof Grid.Line line) lines.add(line);
    return lines;
  }

  void undo(Import of) {
    boolean more = true;
    while (more) {
      more = Boolean.TRUE.equals(transaction.execute(status -> {
        if (table.lock(of.id()).filter(i -> i.state() == Import.State.UNDOING).isEmpty()) return false;
        OperationShelf.Taken taken = shelf.takeBack(of);
        table.countUndone(of.id(), taken.gone(), taken.kept());
        return taken.more();
      }));
    }
    table.allUndone(of.id());
  }

  /** The bad rows with their reasons, row by row from the file, beside the faults page by page. */
  void badRows(long id, Words words, Appendable to) throws IOException {
    try (RowStream rows = RowStreams.open(files.path(id))) {
      List<String> header = new ArrayList<>(rows.header());
      header.add(words.text("imports.mended.reason"));
      to.append(SafeCsv.MARK).append(SafeCsv.line(header));
      int after = 0;
      List<Fault> some = table.badAfter(id, after, PORTION);
      while (!some.isEmpty()) {
        int last = some.getLast().row();
        Map<Integer, List<String>> reasons = new HashMap<>();
        some.forEach(fault -> reasons.computeIfAbsent(fault.row(), r -> new ArrayList<>()).add(Showing.reason(fault, words)));
        for (Grid.Line line = rows.next(); line != null; line = rows.next()) {
          List<String> why = reasons.get(line.number());
          if (why != null) {
            List<String> cells = new ArrayList<>(line.cells());
            cells.add(String.join(" · ", why));
            to.append(SafeCsv.line(cells));
          }
          if (line.number() >= last) break;
        }
        after = last;
        some = table.badAfter(id, after, PORTION);
      }
    }
  }

  private static byte[] sha256(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) digest.update(buffer, 0, read);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
