package dz.linatatawwa.imports;

import dz.linatatawwa.commands.Command;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;

/** The import desk at the command line. */
@Component
class ImportCommand implements Command {

  private static final int SHOWN = 40;

  private final Imports imports;
  private final Dictionary dictionary;

  ImportCommand(Imports imports, Dictionary dictionary) {
    this.imports = imports;
    this.dictionary = dictionary;
  }

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String usage() {
    return "import organizations|opportunities|institutions|operations FILE [--map MAP] [--dry-run] [--organization NUMBER] [--bad FILE] [--lang ar|fr|en]   |   import undo NUMBER   |   import resume NUMBER";
  }

  /** What was typed. */
  private record Asked(Kind kind, Path file, @Nullable Path map, boolean dryRun, @Nullable OrganizationId organization, @Nullable Path bad, Words words) {}

  @Override
  public int run(List<String> arguments) {
    try {
      if (arguments.size() == 2 && arguments.getFirst().equals("undo")) return undo(Long.parseLong(arguments.get(1)));
      if (arguments.size() == 2 && arguments.getFirst().equals("resume")) return resume(Long.parseLong(arguments.get(1)));
      Optional<Asked> asked = read(arguments);
      if (asked.isPresent()) return take(asked.get());
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
    } catch (IOException e) {
      System.err.println(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
    System.err.println(usage());
    return 2;
  }

  private Optional<Asked> read(List<String> arguments) {
    List<String> plain = new ArrayList<>();
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (!word.startsWith("--")) plain.add(word);
      else if (word.equals("--dry-run")) options.put(word, "");
      else if (word.contains("=")) options.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
      else if (i + 1 < arguments.size()) options.put(word, arguments.get(++i));
    }
    if (plain.size() != 2) return Optional.empty();
    Words words = dictionary.in(Language.of(options.getOrDefault("--lang", "en")).orElse(Language.EN));
    return Kind.of(plain.getFirst()).map(kind -> new Asked(kind, Path.of(plain.get(1)), path(options.get("--map")), options.containsKey("--dry-run"),
        options.get("--organization") instanceof String number ? new OrganizationId(Long.parseLong(number)) : null, path(options.get("--bad")), words));
  }

  private static @Nullable Path path(@Nullable String name) {
    return name == null ? null : Path.of(name);
  }

  private int take(Asked asked) throws IOException {
    if (!asked.kind.streamed() && Files.size(asked.file) > Tables.MOST_BYTES) return refused(new Imports.Begun.Refused("imports.problem.tooBig", List.of(Tables.MOST_BYTES / 1024 / 1024)), asked.words);
    return switch (imports.begin(asked.kind, asked.organization, asked.file.getFileName().toString(), new FileSystemResource(asked.file), null)) {
      case Imports.Begun.Refused refused -> refused(refused, asked.words);
      case Imports.Begun.Kept kept -> begun(asked, kept.id());
    };
  }

  private static int refused(Imports.Begun.Refused refused, Words words) {
    System.err.println(plain(words.text(refused.key(), refused.arguments().toArray())));
    return 1;
  }

  private int begun(Asked asked, long id) throws IOException {
    if (asked.map != null) {
      try (Reader lines = Files.newBufferedReader(asked.map)) {
        imports.map(id, Mapping.over(imports.mapping(id), lines));
      }
    }
    Mapping mapping = imports.mapping(id);
    asked.kind.fields().forEach(field -> mapping.column(field).ifPresent(column -> System.out.println("  " + field + " = " + column)));
    Preview preview = imports.preview(id);
    if (!preview.unused().isEmpty()) System.out.println(plain(asked.words.text("imports.unused", String.join(", ", preview.unused()))));
    if (asked.dryRun) {
      imports.forget(id);
      report(asked, preview.counts(), preview.faults());
      System.out.println(plain(asked.words.text("imports.nothingStored")));
      return 0;
    }
    if (asked.kind.streamed()) System.out.println(plain(asked.words.text("imports.number", Long.toString(id))));
    try (Progress progress = Progress.of(asked.kind.streamed(), imports, id)) {
      imports.run(id);
    }
    Import done = imports.find(id).orElseThrow();
    List<Fault> faults = imports.allFaults(id);
    report(asked, done.counts(), faults);
    if (asked.bad != null) {
      try (Writer bad = Files.newBufferedWriter(asked.bad)) {
        imports.badRows(id, asked.words, bad);
      }
    }
    if (done.state() != Import.State.DONE) System.err.println(done.trouble());
    else System.out.println(plain(asked.words.text("imports.number", Long.toString(id))));
    return done.state() == Import.State.DONE ? 0 : 1;
  }

  private static void report(Asked asked, Import.Counts counts, List<Fault> faults) {
    for (boolean bad : new boolean[] {true, false}) {
      List<Fault> some = faults.stream().filter(f -> f.bad() == bad).toList();
      Map<String, Integer> byReason = new TreeMap<>();
      some.forEach(f -> byReason.merge(f.reason(), 1, Integer::sum));
      System.out.println(plain(asked.words.text(bad ? "imports.faults.bad" : "imports.faults.notes", some.size())));
      byReason.forEach((reason, number) -> System.out.println("  " + number + " × " + reason.substring(reason.lastIndexOf('.') + 1)));
      some.stream().limit(bad ? Integer.MAX_VALUE : SHOWN).forEach(f -> System.out.println("  " + f.row() + "\t" + f.field() + "\t" + f.value() + "\t" + plain(Showing.reason(f, asked.words))));
      if (!bad && some.size() > SHOWN) System.out.println("  …");
    }
    System.out.println(plain(asked.words.text("imports.sum", counts.in(), counts.stored(), counts.same(), counts.bad())));
  }

  /** Goes on where a stop interrupted. */
  private int resume(long id) {
    Import before = imports.find(id).orElseThrow(() -> new IllegalArgumentException("no import " + id));
    try (Progress progress = Progress.of(before.kind().streamed(), imports, id)) {
      imports.goOn(id);
    }
    Import done = imports.find(id).orElseThrow();
    Import.Counts counts = done.counts();
    System.out.println(plain(dictionary.in(Language.EN).text("imports.sum", counts.in(), counts.stored(), counts.same(), counts.bad())));
    return done.state() == Import.State.DONE ? 0 : 1;
  }

  private int undo(long id) {
    if (imports.find(id).isEmpty()) throw new IllegalArgumentException("no import " + id);
    imports.undo(id);
    Import.Counts counts = imports.find(id).orElseThrow().counts();
    System.out.println(plain(dictionary.in(Language.EN).text("imports.undoneSum", counts.undone(), counts.kept())));
    return 0;
  }

  /** Without the invisible marks that pages need. */
  private static String plain(String text) {
    return text.replaceAll("[\\u2066-\\u2069]", "");
  }
}
