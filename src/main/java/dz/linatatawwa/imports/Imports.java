package dz.linatatawwa.imports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.SafeCsv;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in tables: first looks, then stores in the background, then can take it all back. Rows in = stored + same + bad, always. */
@Component
public class Imports {

  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
  private static final int PAGE = 50;
  static final int SHOWN_FIRST = 10;

  private final ImportTable table;
  private final Sorter sorter;
  private final Storing storing;
  private final LongImports longImports;
  private final ImportFiles files;
  private final Audit audit;
  private final Places places;
  private final Taxonomy taxonomy;

  Imports(ImportTable table, Sorter sorter, Storing storing, LongImports longImports, ImportFiles files, Audit audit, Places places, Taxonomy taxonomy) {
    this.table = table;
    this.sorter = sorter;
    this.storing = storing;
    this.longImports = longImports;
    this.files = files;
    this.audit = audit;
    this.places = places;
    this.taxonomy = taxonomy;
  }

  /** What became of a file. */
  public sealed interface Begun {
    /** It is kept and its columns are guessed. */
    record Kept(long id) implements Begun {}
    /** It is no table that can be read; a message says why. */
    record Refused(String key, List<Object> arguments) implements Begun {}
  }

  /** The columns of a file with some of what stands in them. */
  public record Column(String name, List<String> samples) {}

  /** Keeps a file, if it can be read.
   *  @param organization whose opportunities they are; null: the table names the organisations
   *  @param by           null: from the command line */
  public Begun begin(Kind kind, @Nullable OrganizationId organization, String fileName, InputStreamSource content, @Nullable AccountId by) throws IOException {
    String name = name(kind, fileName);
    if (kind.streamed()) return longImports.begin(kind, organization, name, content, by);
    try (InputStream stream = content.getInputStream()) {
      return begin(kind, organization, fileName, stream.readNBytes(Tables.MOST_BYTES + 1), by);
    }
  }

  /** As above, for a table of limited length that lies in memory. */
  @Transactional
  public Begun begin(Kind kind, @Nullable OrganizationId organization, String fileName, byte[] content, @Nullable AccountId by) {
    return switch (Tables.read(content)) {
      case Reading.Refused refused -> new Begun.Refused(refused.key(), refused.arguments());
      case Reading.Done done -> {
        long id = table.insert(kind, organization, name(kind, fileName), sha256(content), content, Guess.mapping(kind, done.grid().header()), done.grid().lines().size(), by);
        yield new Begun.Kept(id);
      }
    };
  }

  private static String name(Kind kind, String fileName) {
    String name = Typed.line(fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1));
    return name.isEmpty() ? kind.code() : name.substring(0, Math.min(200, name.length()));
  }

  /** An import, if there is one with this number. */
  public Optional<Import> find(long id) {
    return table.find(id);
  }

  /** The newest imports of everybody. */
  public List<Import> newest() {
    return table.all(PAGE);
  }

  /** The newest imports of some organisations or by this person. */
  public List<Import> newestOf(List<OrganizationId> organizations, AccountId by) {
    return table.of(organizations, by, PAGE);
  }

  /** Which column fills which field. */
  public Mapping mapping(long id) {
    return table.mapping(id);
  }

  /** Says which column fills which field; only before it runs. Columns that do not exist are left out. */
  public void map(long id, Mapping mapping) {
    Set<String> header = columns(id).stream().map(Column::name).collect(Collectors.toSet());
    Map<String, String> columns = new HashMap<>(mapping.columns());
    columns.values().removeIf(column -> !header.contains(column));
    table.map(id, new Mapping(columns, mapping.constants()));
  }

  /** The columns of the file, each with up to three different values. */
  public List<Column> columns(long id) {
    if (known(id).kind().streamed()) return longImports.columns(id);
    Grid grid = grid(id);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < grid.header().size(); i++) {
      int column = i;
      columns.add(new Column(grid.header().get(i), grid.lines().stream().map(line -> Typed.line(line.cells().get(column))).filter(cell -> !cell.isEmpty()).distinct().limit(3)
          .map(cell -> cell.length() > 60 ? cell.substring(0, 60) + "…" : cell).toList()));
    }
    return columns;
  }

  /** What the import would do now; stores nothing. */
  public Preview preview(long id) {
    Import of = known(id);
    if (of.kind().streamed()) return longImports.preview(of, table.mapping(id));
    return preview(of, grid(id), table.mapping(id));
  }

  private Import known(long id) {
    return table.find(id).orElseThrow(() -> new NotFound("import " + id));
  }

  private Preview preview(Import of, Grid grid, Mapping mapping) {
    List<Sorted> sorted = sorter.sort(of, grid, mapping, grid.lines());
    int stored = (int) sorted.stream().filter(row -> row.outcome() == Sorted.Outcome.STORED).count();
    int same = (int) sorted.stream().filter(row -> row.outcome() == Sorted.Outcome.SAME).count();
    int bad = sorted.size() - stored - same;
    List<Fault> faults = sorted.stream().flatMap(row -> row.faults().stream()).toList();
    Set<String> made = new HashSet<>();
    faults.stream().filter(f -> f.reason().equals("imports.note.ownerMade")).forEach(f -> made.add(Folding.fold(f.value())));
    int shifts = (int) sorted.stream().filter(row -> row.outcome() == Sorted.Outcome.STORED && row.candidate() instanceof Candidate.Offer offer && offer.span() != null).count();
    List<Preview.Shown> first = sorted.stream().filter(row -> row.outcome() == Sorted.Outcome.STORED).limit(SHOWN_FIRST).map(row -> Showing.row(row, places, taxonomy)).toList();
    List<String> unused = grid.header().stream().filter(column -> !mapping.columns().containsValue(column)).toList();
    return new Preview(new Import.Counts(grid.lines().size(), sorted.size(), stored, same, bad, 0, 0), made.size(), shifts, first, faults, unused);
  }

  /** Begins to store in the background; pages may be left. */
  public void start(long id) {
    if (table.move(id, "running", "uploaded", "failed", "cancelled")) Thread.ofVirtual().name("import " + id).start(() -> run(id));
  }

  /** Stops an import that runs, after the rows that it is just storing; those stored stay until they are taken back.
   *  @return false when it was not running (any more) */
  @Transactional
  public boolean cancel(long id, AccountId by) {
    boolean cancelled = table.cancel(id);
    if (cancelled) audit.note(by, "import.cancelled", "import", id, null);
    return cancelled;
  }

  /** Begins to take back in the background. */
  public void startUndo(long id) {
    if (table.move(id, "undoing", "done", "cancelled", "failed")) Thread.ofVirtual().name("import " + id).start(() -> undo(id));
  }

  /** Goes on with what was stopped, failed or interrupted, and waits for it. */
  void goOn(long id) {
    table.move(id, "running", "cancelled");
    run(id);
  }

  /** Stores all that is left and waits for it: for the command line, and for imports that a stop of the platform interrupted. */
  public void run(long id) {
    table.move(id, "running", "uploaded", "failed");
    try {
      Mapping mapping = table.mapping(id);
      if (known(id).kind().streamed()) longImports.run(known(id), mapping);
      else store(id, mapping);
      table.find(id).filter(i -> i.state() == Import.State.DONE).ifPresent(i -> audit.note(by(i), "import.done", "import", Long.toString(id), null,
          Map.of("kind", i.kind().code(), "in", i.counts().in(), "stored", i.counts().stored(), "same", i.counts().same(), "bad", i.counts().bad())));
    } catch (IOException | RuntimeException e) {
      LOG.error("import {} stopped", id, e);
      table.failed(id, String.valueOf(e.getMessage()));
    }
  }

  private void store(long id, Mapping mapping) {
    Grid grid = grid(id);
    boolean more = true;
    while (more) more = storing.next(id, grid, mapping);
  }

  /** Takes back all that can be and waits for it. */
  public void undo(long id) {
    table.move(id, "undoing", "done", "cancelled", "failed");
    try {
      Import of = known(id);
      if (of.kind().streamed()) longImports.undo(of);
      else storing.undo(id);
      table.find(id).ifPresent(i -> audit.note(by(i), "import.undone", "import", Long.toString(id), null, Map.of("undone", i.counts().undone(), "kept", i.counts().kept())));
    } catch (RuntimeException e) {
      LOG.error("import {} could not be taken back", id, e);
      table.failed(id, String.valueOf(e.getMessage()));
    }
  }

  /** Goes on with what a stop of the platform interrupted. */
  void resume() {
    for (Import moving : table.moving()) {
      Thread.ofVirtual().name("import " + moving.id()).start(() -> { if (moving.state() == Import.State.RUNNING) run(moving.id()); else undo(moving.id()); });
    }
  }

  /** What is wrong with rows (bad), or was read into them (not bad), by row. */
  public Slice<Fault> faults(long id, boolean bad, int page) {
    return new Slice<>(table.faults(id, bad, PAGE, (long) (page - 1) * PAGE), page, PAGE, table.countFaults(id, bad));
  }

  /** Every fault and note of an import. */
  List<Fault> allFaults(long id) {
    int most = known(id).kind().streamed() ? LongImports.PORTION : Integer.MAX_VALUE;
    List<Fault> all = new ArrayList<>(table.faults(id, true, most, 0));
    all.addAll(table.faults(id, false, most, 0));
    return all;
  }

  /** Lets go of a file that was only looked at. */
  public void forget(long id) {
    boolean streamed = known(id).kind().streamed();
    table.forget(id);
    if (streamed) files.remove(id);
  }

  /** How many organisations an import of opportunities had to make. */
  public int made(long id) {
    return table.made(id);
  }

  /** The bad rows as CSV, each with its reasons in the last column: to mend and to bring again. */
  public void badRows(long id, Words words, Appendable to) throws IOException {
    if (known(id).kind().streamed()) longImports.badRows(id, words, to);
    else to.append(badRows(id, words));
  }

  String badRows(long id, Words words) {
    Map<Integer, List<String>> reasons = new HashMap<>();
    for (Fault fault : table.faults(id, true, Tables.MOST_ROWS * 2, 0)) reasons.computeIfAbsent(fault.row(), r -> new ArrayList<>()).add(Showing.reason(fault, words));
    Grid grid = grid(id);
    List<String> header = new ArrayList<>(grid.header());
    header.add(words.text("imports.mended.reason"));
    StringBuilder csv = new StringBuilder(SafeCsv.MARK).append(SafeCsv.line(header));
    for (Grid.Line line : grid.lines()) {
      if (!reasons.containsKey(line.number())) continue;
      List<String> cells = new ArrayList<>(line.cells());
      cells.add(String.join(" · ", reasons.getOrDefault(line.number(), List.of())));
      csv.append(SafeCsv.line(cells));
    }
    return csv.toString();
  }

  private Grid grid(long id) {
    return switch (Tables.read(table.content(id))) {
      case Reading.Done done -> done.grid();
      case Reading.Refused refused -> throw new IllegalStateException("import " + id + " can no longer be read: " + refused.key());
    };
  }

  private static @Nullable AccountId by(Import of) {
    return of.madeBy() == null ? null : new AccountId(of.madeBy());
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
