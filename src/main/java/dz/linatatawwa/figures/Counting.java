package dz.linatatawwa.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Counts persons, givers, minutes and the median of a question and of all its parts in one pass. Several may count, each some persons; then they are put together. */
final class Counting implements Walk.Visitor {

  private static final int WILAYAS = 100;
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
  private int[] fieldOf = {};
  private int[] activityOf = {};
  private int[] gradeOf = {};
  private int[] sectorOf = {};
  private final Map<Breakdown, Cells> cells = new EnumMap<>(Breakdown.class);
  private final Cells total = new Cells(1);
  private final @Nullable Cells month;
  private final @Nullable Cells place;
  private final @Nullable Cells field;
  private final @Nullable Cells activity;
  private final @Nullable Cells grade;
  private final @Nullable Cells sector;
  private int facts;
  private long lines;
  private long sum;

  Counting(Question question, Kind kind, Set<Breakdown> by, Sorts sorts, @Nullable People people) {
    this.question = question;
    this.kind = kind;
    this.sorts = sorts;
    this.matching = new Matching(question, sorts, people);
    this.from = (int) question.period().from().toEpochDay();
    this.to = (int) question.period().to().toEpochDay();
    this.firstMonth = monthOf(question.period().from());
    for (Breakdown breakdown : by) cells.put(breakdown, new Cells(size(breakdown)));
    month = cells.get(Breakdown.MONTH);
    place = cells.get(Breakdown.PLACE);
    field = cells.get(Breakdown.FIELD);
    activity = cells.get(Breakdown.ACTIVITY);
    grade = cells.get(Breakdown.GRADE);
    sector = cells.get(Breakdown.SECTOR);
    learn();
  }

  /** Looks at the sorts that became known. */
  private void learn() {
    int before = fieldOf.length;
    int size = sorts.size();
    fieldOf = Arrays.copyOf(fieldOf, size);
    activityOf = Arrays.copyOf(activityOf, size);
    gradeOf = Arrays.copyOf(gradeOf, size);
    sectorOf = Arrays.copyOf(sectorOf, size);
    for (int i = Math.max(1, before); i < size; i++) {
      Sorts.Sort sort = sorts.get(i);
      fieldOf[i] = index(fields, sort.field());
      activityOf[i] = index(activities, sort.activity());
      gradeOf[i] = sort.grade() - 'A';
      sectorOf[i] = sort.sector().ordinal();
    }
    if (field != null) field.grow(fields.size());
    if (activity != null) activity.grow(activities.size());
  }

  private static int index(List<String> all, String one) {
    int index = all.indexOf(one);
    if (index >= 0) return index;
    all.add(one);
    return all.size() - 1;
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
    if (fieldOf.length != sorts.size()) learn();
    facts = factsOfPerson;
    sum = 0;
    return matching.person(person, factsOfPerson);
  }

  @Override
  public void lines(Section section, int at, int count) {
    lines += count;
    if (!Matching.oldEnough(facts, section.year)) return;
    byte[] data = section.data;
    int first = from - section.firstDay;
    int last = to - section.firstDay;
    int[] monthOf = section.leap ? LEAP_MONTHS : MONTHS;
    int months = section.year * 12 - firstMonth;
    for (int i = 0, next = at; i < count; i++, next += Packed.LINE) {
      long line = Packed.lineAt(data, next);
      int day = Packed.day(line);
      if (day < first || day > last) continue;
      int sort = Packed.sort(line);
      if (!matching.sort(sort)) continue;
      int minutes = Packed.minutes(line);
      sum += minutes;
      if (month != null) month.line(months + monthOf[day], minutes);
      if (place != null) place.line(Packed.place(line), minutes);
      if (field != null) field.line(fieldOf[sort], minutes);
      if (activity != null) activity.line(activityOf[sort], minutes);
      if (grade != null) grade.line(gradeOf[sort], minutes);
      if (sector != null) sector.line(sectorOf[sort], minutes);
    }
  }

  @Override
  public void end() {
    if (sum != 0) {
      total.person(0, sum);
      person(Breakdown.RESIDENCE, Packed.residence(facts));
      person(Breakdown.AUDIENCE, Packed.audience(facts));
      person(Breakdown.SEX, Packed.sex(facts));
      person(Breakdown.AGE, age());
      person(Breakdown.EDUCATION, Packed.education(facts));
    }
    if (month != null) month.end();
    if (place != null) place.end();
    if (field != null) field.end();
    if (activity != null) activity.end();
    if (grade != null) grade.end();
    if (sector != null) sector.end();
  }

  private void person(Breakdown breakdown, int key) {
    Cells of = cells.get(breakdown);
    if (of != null) of.person(key, sum);
  }

  /** 0 for none. */
  private int age() {
    return AgeGroup.at(question.period().to().getYear() - Packed.birthYear(facts)).map(group -> group.ordinal() + 1).orElse(0);
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
    return total.isEmpty(0) ? Totals.NONE : total.totals(0);
  }

  Map<Breakdown, List<Answer.Part>> parts() {
    Map<Breakdown, List<Answer.Part>> parts = new EnumMap<>(Breakdown.class);
    cells.forEach((breakdown, of) -> parts.put(breakdown, parts(of, names(breakdown))));
    return parts;
  }

  private static List<Answer.Part> parts(Cells cells, IntFunction<String> name) {
    List<Answer.Part> parts = new ArrayList<>();
    for (int key = 0; key < cells.size(); key++) if (!cells.isEmpty(key)) parts.add(new Answer.Part(name.apply(key), cells.totals(key)));
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
