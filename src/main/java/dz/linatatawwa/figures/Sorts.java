package dz.linatatawwa.figures;

import dz.linatatawwa.organizations.OrganizationKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sorts of lines: field, activity, grade and kind of organisation together have a number. What has none yet gets the next; whoever writes slices
 *  keeps it, whoever only reads forgets it. */
final class Sorts {

  /** @param kind of the organisation, {@code ""} without one */
  record Sort(String field, String activity, char grade, String kind) {

    Sector sector() {
      return Sector.of(kind.isEmpty() ? null : OrganizationKind.of(kind).orElseThrow(() -> new IllegalStateException("no kind " + kind)));
    }
  }

  private final List<Sort> all = new ArrayList<>();
  private final int kept;
  /** Numbers by what stands in the row of COPY, so that no text is made for each line. */
  private byte[][] keys = new byte[1 << 10][];
  private int[] hashes = new int[1 << 10];
  private int[] numbers = new int[1 << 10];
  private int known;

  private Sorts(List<Sort> read) {
    all.add(new Sort("", "", '?', ""));
    all.addAll(read);
    kept = all.size();
  }

  static Sorts read(JdbcClient db) {
    List<Sort> read = new ArrayList<>();
    db.sql("select id, field_code, activity_code, grade, organization_kind from figures.sort order by id").query(row -> {
      if (row.getInt(1) != read.size() + 1) throw new IllegalStateException("a sort is missing before " + row.getInt(1));
      read.add(new Sort(row.getString(2), row.getString(3), row.getString(4).charAt(0), row.getString(5)));
    });
    return new Sorts(read);
  }

  /** Keeps those that were met for the first time. */
  void keep(JdbcClient db) {
    for (int id = kept; id < all.size(); id++) {
      Sort sort = all.get(id);
      db.sql("""
          insert into figures.sort (id, field_code, activity_code, grade, organization_kind) values (:id, :field, :activity, :grade, :kind)
          """).param("id", id).param("field", sort.field).param("activity", sort.activity).param("grade", String.valueOf(sort.grade)).param("kind", sort.kind).update();
    }
  }

  int size() {
    return all.size();
  }

  Sort get(int number) {
    return all.get(number);
  }

  /** @param grade column of the grade; field and activity stand behind it
   *  @param kind  column of the kind of organisation */
  int number(CopyRows rows, int grade, int kind) {
    byte[] row = rows.bytes();
    int from = rows.from(grade) - 4;
    int to = rows.to(grade + 2);
    int kindFrom = rows.from(kind) - 4;
    int kindTo = rows.to(kind);
    int hash = hash(row, from, to) * 31 + hash(row, kindFrom, kindTo);
    int slot = hash & keys.length - 1;
    for (; keys[slot] != null; slot = slot + 1 & keys.length - 1) {
      byte[] key = keys[slot];
      if (key.length == to - from + kindTo - kindFrom && Arrays.equals(key, 0, to - from, row, from, to)
          && Arrays.equals(key, to - from, key.length, row, kindFrom, kindTo)) {
        return numbers[slot];
      }
    }
    byte[] key = Arrays.copyOf(Arrays.copyOfRange(row, from, to), to - from + kindTo - kindFrom);
    System.arraycopy(row, kindFrom, key, to - from, kindTo - kindFrom);
    int number = number(new Sort(or(rows.text(grade + 1)), or(rows.text(grade + 2)), or(rows.text(grade)).charAt(0), or(rows.text(kind))));
    remember(key, hash, number);
    return number;
  }

  private int number(Sort sort) {
    int number = all.indexOf(sort);
    if (number >= 0) return number;
    if (all.size() > Packed.MOST_SORTS) throw new IllegalStateException("more sorts of lines than " + Packed.MOST_SORTS);
    all.add(sort);
    return all.size() - 1;
  }

  private void remember(byte[] key, int hash, int number) {
    if (2 * ++known > keys.length) grow();
    put(key, hash, number);
  }

  private void put(byte[] key, int hash, int number) {
    int slot = hash & keys.length - 1;
    while (keys[slot] != null) slot = slot + 1 & keys.length - 1;
    keys[slot] = key;
    hashes[slot] = hash;
    numbers[slot] = number;
  }

  private void grow() {
    byte[][] oldKeys = keys;
    int[] oldHashes = hashes;
    int[] oldNumbers = numbers;
    keys = new byte[2 * oldKeys.length][];
    hashes = new int[keys.length];
    numbers = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) if (oldKeys[i] != null) put(oldKeys[i], oldHashes[i], oldNumbers[i]);
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) hash = hash * 31 + bytes[i];
    return hash ^ hash >>> 15;
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
