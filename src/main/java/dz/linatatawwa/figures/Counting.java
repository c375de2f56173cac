package dz.linatatawwa.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Counts persons, givers, minutes and the median of a question and of all its parts in one pass. Several may count, each some persons; then they are put together. */
final class Counting implements Walk.Visitor {

  private static final int WILAYAS = 100;
  private static final Breakdown[] OF_LINES = {Breakdown.PLACE, Breakdown.MONTH, Breakdown.FIELD, Breakdown.ACTIVITY, Breakdown.GRADE, Breakdown.SECTOR};
  /** Where the keys of these stand in the number that says all of a line: 14 bits for places, 11 for months … */
  private static final int[] AT = {0, 14, 25, 34, 45, 48};
  private static final long[] MASKS = {0x3fff, 0x7ff, 0x1ff, 0x7ff, 7, 3};
  private static final Breakdown[] OF_PERSONS = {Breakdown.RESIDENCE, Breakdown.AUDIENCE, Breakdown.SEX, Breakdown.AGE, Breakdown.EDUCATION};
  private static final int[] MONTHS = months(2025);
  private static final int[] LEAP_MONTHS = months(2024);

  private final Question question;
  private final Kind kind;
  private final Sorts sorts;
  private final Matching matching;
  private final int from;
  private final int to;
  private final int firstMonth;
  private final List<String> fields = new ArrayList<>();
  private final List<String> activities = new ArrayList<>();
  private final Map<String, Integer> fieldNumbers = new HashMap<>();
  private final Map<String, Integer> activityNumbers = new HashMap<>();
  private final Map<Breakdown, Cells> cells = new EnumMap<>(Breakdown.class);
  private final Cells total = new Cells(1);
  private final int endYear;
  private final int[] groups = new int[201];
  private final @Nullable Cells[] ofLines = new Cells[OF_LINES.length];
  private final @Nullable Cells[] ofPersons = new Cells[OF_PERSONS.length];
  /** What each sort says, in the places of its breakdowns. */
  private long[] saidBy = {};
  private int facts;
  private long lines;
  /** The person's lines that are meant: what they say, and their minutes. */
  private long[] said = new long[16];
  private int[] minutes = new int[16];
  private int count;
  private int sum;
  private long differing;

  Counting(Question question, Kind kind, Set<Breakdown> by, Sorts sorts, @Nullable People people) {
    this.question = question;
    this.kind = kind;
    this.sorts = sorts;
    this.matching = new Matching(question, sorts, people);
    this.from = (int) question.period().from().toEpochDay();
    this.to = (int) question.period().to().toEpochDay();
    this.endYear = question.period().to().getYear();
    for (int age = 0; age < groups.length; age++) groups[age] = AgeGroup.at(age).map(group -> group.ordinal() + 1).orElse(0);
    this.firstMonth = monthOf(question.period().from());
    for (Breakdown breakdown : by) cells.put(breakdown, new Cells(size(breakdown)));
    for (int i = 0; i < OF_LINES.length; i++) ofLines[i] = cells.get(OF_LINES[i]);
    for (int i = 0; i < OF_PERSONS.length; i++) ofPersons[i] = cells.get(OF_PERSONS[i]);
    learn();
  }

  /** Looks at the sorts that became known. */
  private void learn() {
    int before = saidBy.length;
    saidBy = Arrays.copyOf(saidBy, sorts.size());
    for (int i = Math.max(1, before); i < saidBy.length; i++) {
      Sorts.Sort sort = sorts.get(i);
      saidBy[i] = (long) index(fields, fieldNumbers, sort.field()) << AT[2] | (long) index(activities, activityNumbers, sort.activity()) << AT[3] | (long) (sort.grade() - 'A') << AT[4]
          | (long) sort.sector().ordinal() << AT[5];
    }
    if (ofLines[2] != null) ofLines[2].grow(fields.size());
    if (ofLines[3] != null) ofLines[3].grow(activities.size());
  }

  private static int index(List<String> all, Map<String, Integer> known, String one) {
    return known.computeIfAbsent(one, any -> {
      all.add(one);
      return all.size() - 1;
    });
  }

  private int size(Breakdown breakdown) {
    return switch (breakdown) {
      case MONTH -> monthOf(question.period().to()) - firstMonth + 1;
      case PLACE -> kind.byCommune() ? Packed.PLACES : WILAYAS;
      case RESIDENCE -> WILAYAS;
      case FIELD -> fields.size();
      case ACTIVITY -> activities.size();
      case AUDIENCE -> Packed.audiences();
      case SEX -> Packed.sexes();
      case AGE -> AgeGroup.values().length + 1;
      case EDUCATION -> Packed.educations();
      case GRADE -> 'E' - 'A' + 1;
      case SECTOR -> Sector.values().length;
    };
  }

  @Override
  public boolean begin(long person, int factsOfPerson) {
    if (saidBy.length != sorts.size()) learn();
    facts = factsOfPerson;
    count = 0;
    sum = 0;
    differing = 0;
    return matching.person(person, factsOfPerson);
  }

  @Override
  public void lines(Section section, int at, int number) {
    lines += number;
    if (!Matching.oldEnough(facts, section.year)) return;
    if (count + number > said.length) makeRoom(count + number);
    byte[] data = section.data;
    int first = from - section.firstDay;
    int last = to - section.firstDay;
    int[] monthOf = section.leap ? LEAP_MONTHS : MONTHS;
    int months = section.year * 12 - firstMonth;
    byte[] meant = matching.sorts();
    long[] says = said;
    int n = count;
    // each line is written down, and stays if it is meant: a wrong guess which it will be costs the processor more than writing
    for (int end = at + number * Packed.LINE, next = at; next < end; next += Packed.LINE) {
      long line = Packed.lineAt(data, next);
      int day = Packed.day(line);
      says[n] = line;
      n += meant[Packed.sort(line)] & ((day - first | last - day) >> 31) + 1;
    }
    for (int i = count; i < n; i++) {
      long line = says[i];
      says[i] = saidBy[Packed.sort(line)] | Packed.place(line) | (long) (months + monthOf[Packed.day(line)]) << AT[1];
      minutes[i] = Packed.minutes(line);
      sum += minutes[i];
      differing |= says[i] ^ says[0];
    }
    count = n;
  }

  private void makeRoom(int needed) {
    said = Arrays.copyOf(said, 2 * needed);
    minutes = Arrays.copyOf(minutes, 2 * needed);
  }

  @Override
  public void end() {
    if (count == 0) return;
    total.person(0, sum);
    for (int i = 0; i < OF_LINES.length; i++) {
      Cells cells = ofLines[i];
      if (cells == null) continue;
      int at = AT[i];
      int mask = (int) MASKS[i];
      // most people give much of their time to one thing
      if ((differing >>> at & mask) == 0) {
        cells.person((int) (said[0] >>> at) & mask, sum);
      } else {
        cells.person(said, minutes, count, at, mask);
      }
    }
    person(0, Packed.residence(facts));
    person(1, Packed.audience(facts));
    person(2, Packed.sex(facts));
    person(3, age());
    person(4, Packed.education(facts));
  }

  private void person(int breakdown, int key) {
    Cells of = ofPersons[breakdown];
    if (of != null) of.person(key, sum);
  }

  /** 0 for none. */
  private int age() {
    return groups[Math.max(0, Math.min(groups.length - 1, endYear - Packed.birthYear(facts)))];
  }

  /** How many were looked at. */
  long lines() {
    return lines;
  }

  /** Takes over what another has counted of other persons. */
  void add(Counting other) {
    lines += other.lines;
    total.add(other.total);
    cells.forEach((breakdown, mine) -> mine.add(Objects.requireNonNull(other.cells.get(breakdown))));
  }

  Totals total() {
    Totals all = total.totals(0);
    return all == null ? Totals.NONE : all;
  }

  Map<Breakdown, List<Answer.Part>> parts() {
    Map<Breakdown, List<Answer.Part>> parts = new EnumMap<>(Breakdown.class);
    cells.forEach((breakdown, of) -> parts.put(breakdown, parts(of, names(breakdown))));
    return parts;
  }

  private static List<Answer.Part> parts(Cells cells, IntFunction<String> name) {
    List<Answer.Part> parts = new ArrayList<>();
    for (int key = 0; key < cells.size(); key++) {
      Totals totals = cells.totals(key);
      if (totals != null) parts.add(new Answer.Part(name.apply(key), totals));
    }
    parts.sort(Comparator.comparing(Answer.Part::key));
    return parts;
  }

  private IntFunction<String> names(Breakdown breakdown) {
    return switch (breakdown) {
      case MONTH -> key -> YearMonth.of((firstMonth + key) / 12, (firstMonth + key) % 12 + 1).toString();
      case PLACE -> key -> key == 0 ? "" : (kind.byCommune() ? "%04d" : "%02d").formatted(key);
      case RESIDENCE -> "%02d"::formatted;
      case FIELD -> fields::get;
      case ACTIVITY -> activities::get;
      case AUDIENCE -> Packed::audienceCode;
      case SEX -> Packed::sexCode;
      case AGE -> key -> key == 0 ? "" : AgeGroup.values()[key - 1].code();
      case EDUCATION -> Packed::educationCode;
      case GRADE -> key -> String.valueOf((char) ('A' + key));
      case SECTOR -> key -> Sector.values()[key].code();
    };
  }

  private static int monthOf(LocalDate day) {
    return day.getYear() * 12 + day.getMonthValue() - 1;
  }

  /** The month of each day of a year, from 0. */
  private static int[] months(int year) {
    LocalDate january = LocalDate.of(year, 1, 1);
    int[] months = new int[january.lengthOfYear()];
    for (int i = 0; i < months.length; i++) months[i] = january.plusDays(i).getMonthValue() - 1;
    return months;
  }
}
