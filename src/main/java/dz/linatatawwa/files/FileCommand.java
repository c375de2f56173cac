package dz.linatatawwa.files;

import dz.linatatawwa.commands.Command;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** {@code files check} reads every file and holds it against its hash; {@code files move --to s3} copies all that are not there yet from the shelf in use. It may be
 *  broken off and called again at any time, also beside a running platform; nothing is taken away from where it was. */
@Component
class FileCommand implements Command {

  private static final int AT_ONCE = 500;

  private final FileTable table;
  private final Shelves shelves;
  private final Shelf used;

  FileCommand(FileTable table, Shelves shelves, Shelf used) {
    this.table = table;
    this.shelves = shelves;
    this.used = used;
  }

  @Override
  public String name() {
    return "files";
  }

  @Override
  public String usage() {
    return "files check | files move --to s3|folder [--from s3|folder]";
  }

  @Override
  public int run(List<String> words) {
    if (words.equals(List.of("check"))) return check();
    Optional<Shelf> to = named(words, "--to").flatMap(shelves::named);
    Optional<Shelf> from = named(words, "--from").map(shelves::named).orElse(Optional.of(used));
    boolean known = words.size() % 2 == 1 && words.getFirst().equals("move");
    if (!known || to.isEmpty() || from.isEmpty() || to.get().name().equals(from.get().name())) {
      System.err.println(usage());
      System.err.println("the store s3 needs its settings: linatatawwa.files.s3.endpoint, .bucket, .key, .secret");
      return 2;
    }
    return move(from.get(), to.get());
  }

  private static Optional<String> named(List<String> words, String option) {
    int at = words.indexOf(option);
    return at < 0 || at + 1 >= words.size() ? Optional.empty() : Optional.of(words.get(at + 1));
  }

  private int check() {
    Tally tally = each(file -> {
      Optional<byte[]> bytes = used.read(file.id(), false);
      boolean whole = bytes.filter(file::is).isPresent() && (!file.picture() || used.read(file.id(), true).isPresent());
      return whole ? "" : bytes.isEmpty() ? "missing" : "not what was kept";
    });
    System.out.println(tally.files + " files in " + used.name() + ": " + tally.wrong + " missing or changed");
    return tally.wrong == 0 ? 0 : 1;
  }

  private int move(Shelf from, Shelf to) {
    int[] copied = {0};
    Tally tally = each(file -> {
      if (isWhole(to, file)) return "";
      Optional<byte[]> bytes = from.read(file.id(), false);
      if (bytes.filter(file::is).isEmpty()) return bytes.isEmpty() ? "missing in " + from.name() : "not what was kept in " + from.name();
      to.put(file.id(), bytes.get(), file.picture() ? from.read(file.id(), true).orElse(null) : null);
      copied[0]++;
      return isWhole(to, file) ? "" : "not whole after its move to " + to.name();
    });
    System.out.println(tally.files + " files, " + copied[0] + " of them moved now from " + from.name() + " to " + to.name() + ": " + tally.wrong + " not moved");
    return tally.wrong == 0 ? 0 : 1;
  }

  private static boolean isWhole(Shelf shelf, StoredFile file) {
    return shelf.read(file.id(), false).filter(file::is).isPresent() && (!file.picture() || shelf.read(file.id(), true).isPresent());
  }

  private static final class Tally {
    private long files;
    private long wrong;
  }

  /** @param look says what is wrong with a file, or nothing */
  private Tally each(Function<StoredFile, String> look) {
    Tally tally = new Tally();
    Optional<FileId> last = Optional.empty();
    for (List<StoredFile> some = table.after(last, AT_ONCE); !some.isEmpty(); some = table.after(last, AT_ONCE)) {
      for (StoredFile file : some) {
        String wrong = look.apply(file);
        tally.files++;
        if (wrong.isEmpty()) continue;
        tally.wrong++;
        System.err.println(file.id() + " " + wrong);
      }
      last = Optional.of(some.getLast().id());
      System.err.println(tally.files + " files …");
    }
    return tally;
  }
}
