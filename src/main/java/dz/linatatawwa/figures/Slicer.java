package dz.linatatawwa.figures;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts rows of the ledger into slices. The rows come ordered by person, so that each slice is written as it will be read. */
final class Slicer {

  /** What {@link #add} reads, in this order. */
  static final String COLUMNS = """
      r.volunteer_id, r.day, r.minutes, r.grade, r.field_code, r.activity_code, r.organization_kind, r.wilaya_code, r.commune_code,
      r.organization_id, r.campaign_id, r.birth_year, r.sex, r.audience, r.education, r.residence""";
  private static final int EPOCH_OF_DATES = (int) LocalDate.of(2000, 1, 1).toEpochDay();

  /** Who has the slices that were begun; room may be made by taking what is written already. */
  interface Shelf {

    /** Somebody was written into it. */
    void grown(SliceKey key, Packer packer);

    /** Nobody more comes into it.
     *  @return whether it was taken as a whole, so that it need not be held any longer */
    boolean ended(SliceKey key, Packer packer);
  }

  /** Everything is held. */
  static final Shelf HELD = new Shelf() {
    @Override
    public void grown(SliceKey key, Packer packer) {}

    @Override
    public boolean ended(SliceKey key, Packer packer) {
      return false;
    }
  };

  private final Set<Kind> kinds;
  private final Sorts sorts;
  private final Shelf shelf;
  private final Map<SliceKey, Packer> slices = new HashMap<>();
  /** Those of the part in which the person told last is. */
  private final Map<Kind, List<SliceKey>> open = new EnumMap<>(Kind.class);
  private final List<SliceKey> touched = new ArrayList<>();
  private final List<Packer> touchedSlices = new ArrayList<>();
  private long person = -1;
  private int facts;
  private boolean bare;
  private long rows;
  private int year;
  private int firstDay = 1;
  private int lastDay;

  Slicer(Set<Kind> kinds, Sorts sorts, Shelf shelf) {
    this.kinds = EnumSet.copyOf(kinds);
    this.sorts = sorts;
    this.shelf = shelf;
    kinds.forEach(kind -> open.put(kind, new ArrayList<>()));
  }

  Slicer(Kind kind, Sorts sorts) {
    this(EnumSet.of(kind), sorts, HELD);
  }

  /** The row on which the stream stands; one without a day says only what is known of the person. */
  void add(CopyRows row) {
    long volunteer = row.longAt(0);
    if (volunteer != person) begin(volunteer, row);
    if (row.isNull(1)) {
      bare = true;
      return;
    }
    rows++;
    int day = row.intAt(1) + EPOCH_OF_DATES;
    if (day < firstDay || day > lastDay) turnTo(day);
    int minutes = row.intAt(2);
    int sort = sorts.number(row, 3, 6);
    long byWilaya = Packed.line(day - firstDay, minutes, sort, row.digits(7));
    long byCommune = Packed.line(day - firstDay, minutes, sort, row.digits(8));
    for (Kind kind : kinds) {
      switch (kind) {
        case NATION -> put(kind, 0, byWilaya);
        case WILAYA -> { if (!row.isNull(7)) put(kind, row.digits(7), byCommune); }
        case COMMUNE -> { if (!row.isNull(8)) put(kind, row.digits(8), byCommune); }
        case ORGANIZATION -> { if (!row.isNull(9)) put(kind, row.longAt(9), byWilaya); }
        case CAMPAIGN -> { if (!row.isNull(10)) put(kind, row.longAt(10), byWilaya); }
      }
    }
  }

  private void begin(long volunteer, CopyRows row) {
    end();
    for (Kind kind : kinds) if (person >= 0 && kind.part(person) != kind.part(volunteer)) endPart(kind);
    person = volunteer;
    facts = facts(row);
  }

  static int facts(CopyRows row) {
    return Packed.facts(row.intAt(11), row.text(12), row.text(13), row.text(14), row.digits(15));
  }

  private void turnTo(int day) {
    year = LocalDate.ofEpochDay(day).getYear();
    firstDay = (int) LocalDate.of(year, 1, 1).toEpochDay();
    lastDay = (int) LocalDate.of(year, 12, 31).toEpochDay();
  }

  private void put(Kind kind, long scope, long line) {
    SliceKey key = new SliceKey(kind, scope, kind.part(person), year);
    Packer packer = packer(key);
    if (!packer.begun()) {
      touched.add(key);
      touchedSlices.add(packer);
    }
    packer.line(line);
  }

  private Packer packer(SliceKey key) {
    Packer packer = slices.get(key);
    if (packer == null) {
      packer = new Packer();
      slices.put(key, packer);
      open.getOrDefault(key.kind(), List.of()).add(key);
    }
    return packer;
  }

  /** Persons come by number, so whoever comes next is in another part of this kind. */
  private void endPart(Kind kind) {
    List<SliceKey> ended = open.getOrDefault(kind, List.of());
    for (SliceKey key : ended) {
      Packer packer = slices.get(key);
      if (packer != null && shelf.ended(key, packer)) slices.remove(key);
    }
    ended.clear();
  }

  /** The person told last has no more lines. */
  void end() {
    for (int i = 0; i < touched.size(); i++) {
      SliceKey key = touched.get(i);
      touchedSlices.get(i).end(key.kind().within(person), facts, false);
      shelf.grown(key, touchedSlices.get(i));
    }
    touched.clear();
    touchedSlices.clear();
    if (bare) {
      for (Kind kind : kinds) {
        packer(new SliceKey(kind, 0, kind.part(person), 0)).end(kind.within(person), facts, true);
      }
      bare = false;
    }
  }

  /** How many lines so far. */
  long rows() {
    return rows;
  }

  /** Those that are held. */
  Map<SliceKey, Packer> slices() {
    return slices;
  }

  /** Reads a stream to its end. */
  Slicer all(CopyRows stream) throws SQLException {
    while (stream.next()) add(stream);
    end();
    kinds.forEach(this::endPart);
    return this;
  }
}
