package dz.linatatawwa.accounts;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One table that names people, as the register of processing states it: what for, which rows are whose, what its person may read, and what becomes of it when
 *  they leave. It is carried out as it stands here, so that the register cannot promise anything else.
 *  @param table   with its schema
 *  @param whose   SQL over {@code t}, the table, that finds the rows of a person by {@code :person}, {@code :email}, {@code :phone}; null: it names only people in office
 *  @param persons columns that hold the number of the person
 *  @param staff   columns that hold the number of who acted in office: it stays, and has no name once that person has left
 *  @param shown   columns, or {@code expression as name}, that the person reads
 *  @param names   columns with names or contacts that stay: of bodies, or of people in a paper that the law keeps
 *  @param codes   columns of text that hold codes, not words
 *  @param leaving what becomes of the rows
 *  @param emptied columns, or {@code column = expression}, that are emptied where the rows stay */
public record Kept(String table, Purpose purpose, @Nullable String whose, List<String> persons, List<String> staff, List<String> shown, List<String> names,
    List<String> codes, Leaving leaving, List<String> emptied) {

  /** What becomes of a person's rows when they leave. */
  public enum Leaving {
    /** They are deleted. */
    GONE,
    /** The room takes them or their contents away itself, together with files or signatures. */
    ROOM,
    /** They stay without the person's words. */
    EMPTIED,
    /** They stay as they are: a number whose person has no name any more. */
    STAYS;

    /** As keys of words write it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Kept {
    if (!table.matches("[a-z_]+\\.[a-z_]+")) throw new IllegalArgumentException("not a table with its schema: " + table);
    if (whose == null && leaving != Leaving.STAYS) throw new IllegalArgumentException(table + " does not say whose its rows are");
  }

  /** A table that names only people in office, or bodies. */
  public static Kept of(String table, Purpose purpose) {
    return new Kept(table, purpose, null, List.of(), List.of(), List.of(), List.of(), List.of(), Leaving.STAYS, List.of());
  }

  /** Rows belong to the person whose number stands in this column. */
  public Kept person(String column) {
    return new Kept(table, purpose, "t." + column + " = :person", List.of(column), staff, shown, names, codes, leaving, emptied);
  }

  /** Rows belong to the person that this condition names. */
  public Kept whose(String condition, String... columns) {
    return new Kept(table, purpose, condition, List.of(columns), staff, shown, names, codes, leaving, emptied);
  }

  public Kept staff(String... columns) {
    return new Kept(table, purpose, whose, persons, List.of(columns), shown, names, codes, leaving, emptied);
  }

  public Kept shows(String... columns) {
    return new Kept(table, purpose, whose, persons, staff, List.of(columns), names, codes, leaving, emptied);
  }

  public Kept names(String... columns) {
    return new Kept(table, purpose, whose, persons, staff, shown, List.of(columns), codes, leaving, emptied);
  }

  public Kept codes(String... columns) {
    return new Kept(table, purpose, whose, persons, staff, shown, names, List.of(columns), leaving, emptied);
  }

  public Kept gone() {
    return new Kept(table, purpose, whose, persons, staff, shown, names, codes, Leaving.GONE, List.of());
  }

  public Kept byRoom() {
    return new Kept(table, purpose, whose, persons, staff, shown, names, codes, Leaving.ROOM, List.of());
  }

  /** @param columns a name alone is emptied: null, or what is empty in its type */
  public Kept empties(String... columns) {
    return new Kept(table, purpose, whose, persons, staff, shown, names, codes, Leaving.EMPTIED, List.of(columns));
  }

  /** Every column that this line speaks of. */
  public List<String> columns() {
    return Stream.of(persons, staff, shown, names, codes, emptied).flatMap(List::stream).map(Kept::name).distinct().toList();
  }

  /** The column of an entry of {@link #emptied}, the name of an entry of {@link #shown}. */
  public static String name(String entry) {
    int as = entry.lastIndexOf(" as ");
    if (as >= 0) return entry.substring(as + 4).strip();
    int equals = entry.indexOf(" = ");
    return equals < 0 ? entry : entry.substring(0, equals).strip();
  }
}
