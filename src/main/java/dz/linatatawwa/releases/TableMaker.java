package dz.linatatawwa.releases;

import dz.linatatawwa.taxonomy.Activity;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the tables T1 to T14 of cells that may be shown. Hours have two places, rounded half up; so have means, medians, rates and dinars. */
@Component
class TableMaker {

  private static final BigDecimal HOUR = BigDecimal.valueOf(60);
  /** Hours of a full-time worker in a month: 2,080 a year. */
  private static final BigDecimal FULL_TIME = new BigDecimal("173.33");
  private static final BigDecimal MONTHS_OF_A_YEAR = BigDecimal.valueOf(12);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final MathContext EXACT = MathContext.DECIMAL128;

  private final Structure structure;
  private final Taxonomy taxonomy;

  TableMaker(Structure structure, Taxonomy taxonomy) {
    this.structure = structure;
    this.taxonomy = taxonomy;
  }

  /** Everything that tables are made of.
   *  @param hidden keys of cells that are not shown */
  record Material(Term term, Map<String, Cell> cells, Set<String> hidden, List<CellTable.Worked> worked, Beside beside, boolean provisional) {
    Cell cell(String key) {
      return cells.getOrDefault(key, Cell.empty(key));
    }

    String time() {
      return term.time();
    }
  }

  private record Group(String code, String key) {}

  List<ReleaseTable> tables(Material of) {
    return List.of(persons(of, "T1", ages()), persons(of, "T2", types()), rates(of), hours(of), described(of, "T5", "EDU_", "education=", Structure.EDUCATIONS),
        described(of, "T6", "STATUS_", "status=", Structure.STATUSES), given(of, "T7", groups("ISCO08_", "isco=", Structure.GROUPS)),
        given(of, "T8", groups("TSO_", "section=", structure.sections())), given(of, "T9", groups("SECTOR_", "sector=", Structure.SECTORS)), places(of), value(of), months(of),
        operations(of), materials(of));
  }

  private ReleaseTable persons(Material of, String code, List<Group> groups) {
    List<Observation> rows = new ArrayList<>();
    bySex(groups, (sex, group, key) -> rows.add(observe(of, "VOL_PERS", sex, group, key, cell -> number(cell.persons()))));
    return new ReleaseTable(code, rows, "");
  }

  private ReleaseTable hours(Material of) {
    List<Observation> rows = new ArrayList<>();
    bySex(ages(), (sex, group, key) -> rows.addAll(hours(of, sex, group, key)));
    return new ReleaseTable("T4", rows, "");
  }

  private static List<Observation> hours(Material of, String sex, String group, String key) {
    return List.of(observe(of, "VOL_HOUR", sex, group, key, cell -> hours(cell.minutes())), observe(of, "VOL_HMEAN", sex, group, key, TableMaker::mean),
        observe(of, "VOL_HMED", sex, group, key, cell -> hours(cell.median())));
  }

  private ReleaseTable rates(Material of) {
    if (!of.beside().hasRates()) return new ReleaseTable("T3", List.of(), "no-population");
    List<Observation> rows = new ArrayList<>();
    for (String sex : List.of("T", "F", "M")) {
      for (String code : Stream.concat(Stream.of(""), structure.codes().stream()).toList()) {
        Long people = of.beside().population().get(sex + (code.isEmpty() ? "" : "|" + code));
        if (people == null || people == 0) continue;
        String key = Stream.of(sex.equals("T") ? "" : "sex=" + sex, code.isEmpty() ? "" : "r69=" + code).filter(Predicate.not(String::isEmpty)).reduce((a, b) -> a + "|" + b).orElse("");
        rows.add(observe(of, "VOL_RATE", "SEX_" + sex, code.isEmpty() ? "R69_T" : "R69_" + code, key,
            cell -> number(cell.persons()).multiply(THOUSAND).divide(BigDecimal.valueOf(people), 2, RoundingMode.HALF_UP)));
      }
    }
    return rows.isEmpty() ? new ReleaseTable("T3", List.of(), "no-population") : new ReleaseTable("T3", rows, "");
  }

  /** A table of what people are, with persons and all of their hours. */
  private ReleaseTable described(Material of, String code, String prefix, String before, List<String> codes) {
    List<Observation> rows = new ArrayList<>();
    for (Group group : groups(prefix, before, codes)) {
      rows.add(observe(of, "VOL_PERS", "SEX_T", group.code(), group.key(), cell -> number(cell.persons())));
      rows.addAll(hours(of, "SEX_T", group.code(), group.key()));
    }
    return new ReleaseTable(code, rows, "");
  }

  /** A table of what was done: somebody who did several things stands in several rows. */
  private static ReleaseTable given(Material of, String code, List<Group> groups) {
    List<Observation> rows = new ArrayList<>();
    for (Group group : groups) rows.addAll(personsAndHours(of, group));
    return new ReleaseTable(code, rows, "");
  }

  private static List<Observation> personsAndHours(Material of, Group group) {
    return List.of(observe(of, "VOL_PERS", "SEX_T", group.code(), group.key(), cell -> number(cell.persons())),
        observe(of, "VOL_HOUR", "SEX_T", group.code(), group.key(), cell -> hours(cell.minutes())));
  }

  private ReleaseTable places(Material of) {
    List<Observation> rows = new ArrayList<>();
    for (String kind : List.of("w", "r")) {
      for (int division : new int[] {69, 58, 48}) {
        for (Group group : groups(kind.toUpperCase(java.util.Locale.ROOT) + division + "_", kind + division + "=", structure.codes(division))) rows.addAll(personsAndHours(of, group));
      }
    }
    return new ReleaseTable("T10", rows, "");
  }

  private ReleaseTable value(Material of) {
    List<Observation> rows = new ArrayList<>();
    List<Group> groups = new ArrayList<>(groups("FIELD_", "field=", structure.fields()));
    groups.addAll(groups("ISCO08_", "isco=", Structure.GROUPS).subList(1, Structure.GROUPS.size() + 1));
    BigDecimal months = BigDecimal.valueOf(of.term().months().size());
    for (Group group : groups) {
      List<CellTable.Worked> worked = of.worked().stream().filter(work -> isIn(work, group.key())).toList();
      rows.add(observe(of, "VOL_HOUR", "SEX_T", group.code(), group.key(), cell -> hours(cell.minutes())));
      if (group.key().isEmpty() || isOneWage(of)) rows.add(observe(of, "VOL_VMIN", "SEX_T", group.code(), group.key(), cell -> money(lowerBound(of, worked))));
      BigDecimal wages = replacement(of, worked, group.key().isEmpty());
      if (wages != null) rows.add(observe(of, "VOL_VREP", "SEX_T", group.code(), group.key(), cell -> money(wages)));
      rows.add(observe(of, "VOL_FTE", "SEX_T", group.code(), group.key(),
          cell -> BigDecimal.valueOf(cell.minutes()).divide(HOUR, EXACT).divide(FULL_TIME.multiply(months), 2, RoundingMode.HALF_UP)));
      BigDecimal product = of.beside().product();
      if (product != null && group.key().isEmpty()) {
        BigDecimal worth = wages == null ? lowerBound(of, worked) : wages;
        rows.add(observe(of, "VOL_GDP", "SEX_T", group.code(), group.key(),
            cell -> worth.multiply(BigDecimal.valueOf(100)).divide(product.multiply(months).divide(MONTHS_OF_A_YEAR, EXACT), 6, RoundingMode.HALF_UP)));
      }
    }
    return new ReleaseTable("T11", rows, "");
  }

  private boolean isIn(CellTable.Worked work, String key) {
    if (key.isEmpty()) return true;
    return key.startsWith("field=") ? key.equals("field=" + work.field()) : key.equals("isco=" + group(work));
  }

  private String group(CellTable.Worked work) {
    String isco = isco(work);
    return isco.isEmpty() ? Structure.UNKNOWN : isco.substring(0, 1);
  }

  private String isco(CellTable.Worked work) {
    return taxonomy.activity(work.activity()).map(Activity::isco).orElse("");
  }

  /** Two minimum wages in one term and a sum would tell when a part of the hours was given. */
  private static boolean isOneWage(Material of) {
    return of.beside().minimum().values().stream().map(BigDecimal::stripTrailingZeros).distinct().count() < 2;
  }

  private static BigDecimal lowerBound(Material of, Collection<CellTable.Worked> worked) {
    return worked.stream().map(work -> of.beside().minimum().getOrDefault(work.month(), BigDecimal.ZERO).multiply(BigDecimal.valueOf(work.minutes())))
        .reduce(BigDecimal.ZERO, BigDecimal::add).divide(HOUR, EXACT);
  }

  /** What the same work would cost for wages; what has no wage, at the lower bound. Of a part only where all of it has one wage: two wages and a sum would tell
   *  how many hours each activity had.
   *  @return null while no wages are loaded, and of a part with several */
  private @Nullable BigDecimal replacement(Material of, Collection<CellTable.Worked> worked, boolean whole) {
    if (of.beside().wages().isEmpty()) return null;
    Set<String> different = new TreeSet<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (CellTable.Worked work : worked) {
      BigDecimal wage = of.beside().wage(isco(work));
      BigDecimal hour = wage == null ? of.beside().minimum().getOrDefault(work.month(), BigDecimal.ZERO) : wage;
      different.add(hour.stripTrailingZeros().toPlainString());
      sum = sum.add(hour.multiply(BigDecimal.valueOf(work.minutes())));
    }
    return whole || different.size() <= 1 ? sum.divide(HOUR, EXACT) : null;
  }

  private static ReleaseTable months(Material of) {
    List<Observation> rows = new ArrayList<>();
    for (String month : of.term().months()) {
      int days = of.beside().ramadan().getOrDefault(month, 0);
      String ramadan = days > 0 ? "RAMADAN_YES" : "RAMADAN_NO";
      String key = "month=" + month;
      String note = days > 0 ? "RAMADAN_DAYS_" + days : "";
      rows.add(observe(of, "VOL_PERS", "SEX_T", ramadan, "", month, note, key, cell -> number(cell.persons())));
      rows.add(observe(of, "VOL_NEW", "SEX_T", ramadan, "", month, note, key + "|flow=new", cell -> number(cell.persons())));
      rows.add(observe(of, "VOL_BACK", "SEX_T", ramadan, "", month, note, key + "|flow=returning", cell -> number(cell.persons())));
      rows.add(observe(of, "VOL_LAPSED", "SEX_T", ramadan, "", month, note, key + "|flow=lapsed", cell -> number(cell.persons())));
      rows.add(observe(of, "VOL_HOUR", "SEX_T", ramadan, "", month, note, key, cell -> hours(cell.minutes())));
    }
    rows.add(observe(of, "VOL_PERS", "SEX_T", "", "", cell -> number(cell.persons())));
    rows.add(observe(of, "VOL_HOUR", "SEX_T", "", "", cell -> hours(cell.minutes())));
    return new ReleaseTable("T12", rows, "");
  }

  /** Counts of things and of places, not of the hours of people. */
  private static ReleaseTable operations(Material of) {
    return new ReleaseTable("T13", Outside.COUNTS.stream().map(indicator -> {
      BigDecimal count = of.beside().counts().get(indicator);
      return new Observation(indicator, "", "", "", of.time(), count, count == null ? Status.HIDDEN : status(of, count), "");
    }).toList(), "");
  }

  private static ReleaseTable materials(Material of) {
    List<Observation> rows = new ArrayList<>();
    for (Beside.Material one : of.beside().materials()) {
      rows.add(new Observation("MAT_USED", "", "UNIT_" + one.unit(), "", of.time(), number(one.used()), status(of, number(one.used())), ""));
      rows.add(new Observation("MAT_BACK", "", "UNIT_" + one.unit(), "", of.time(), number(one.returned()), status(of, number(one.returned())), ""));
    }
    for (Beside.Pledge one : of.beside().pledges()) {
      rows.add(new Observation("MAT_PLEDGED", "", "UNIT_" + one.unit(), "", of.time(), number(one.pledged()), status(of, number(one.pledged())), ""));
      rows.add(new Observation("MAT_BROUGHT", "", "UNIT_" + one.unit(), "", of.time(), number(one.delivered()), status(of, number(one.delivered())), ""));
    }
    return rows.isEmpty() ? new ReleaseTable("T14", List.of(), "no-materials") : new ReleaseTable("T14", rows, "");
  }

  private interface ByTwo {
    void row(String sex, String group, String key);
  }

  private static void bySex(List<Group> groups, ByTwo row) {
    for (String sex : Stream.concat(Stream.of("T"), Structure.SEXES.stream()).toList()) {
      String before = sex.equals("T") ? "" : "sex=" + sex;
      for (Group group : groups) {
        row.row("SEX_" + sex, group.code(), before.isEmpty() || group.key().isEmpty() ? before + group.key() : before + "|" + group.key());
      }
    }
  }

  private static List<Group> ages() {
    List<Group> ages = new ArrayList<>(groups("AGE_", "age=", Structure.AGES));
    ages.add(new Group("AGE_15-29", Structure.YOUNG));
    return ages;
  }

  private static List<Group> types() {
    return groups("TYPE_", "type=", Structure.TYPES);
  }

  private static List<Group> groups(String prefix, String before, List<String> codes) {
    return Stream.concat(Stream.of(new Group(prefix + "T", "")), codes.stream().map(code -> new Group(prefix + code.replace("65+", "GE65"), before + code))).toList();
  }

  private static Observation observe(Material of, String indicator, String sex, String group, String key, Function<Cell, BigDecimal> value) {
    return observe(of, indicator, sex, group, "", of.time(), "", key, value);
  }

  private static Observation observe(Material of, String indicator, String sex, String group, String second, String time, String note, String key,
      Function<Cell, BigDecimal> value) {
    if (of.hidden().contains(key)) return new Observation(indicator, sex, group, second, time, null, Status.HIDDEN, note);
    BigDecimal shown = value.apply(of.cell(key));
    return new Observation(indicator, sex, group, second, time, shown, status(of, shown), note);
  }

  private static Status status(Material of, BigDecimal value) {
    if (value.signum() == 0) return Status.ZERO;
    return of.provisional() ? Status.PROVISIONAL : Status.FINAL;
  }

  private static BigDecimal number(long count) {
    return BigDecimal.valueOf(count);
  }

  static BigDecimal hours(long minutes) {
    return BigDecimal.valueOf(minutes).divide(HOUR, 2, RoundingMode.HALF_UP);
  }

  private static BigDecimal mean(Cell cell) {
    if (cell.persons() == 0) return hours(0);
    return BigDecimal.valueOf(cell.minutes()).divide(HOUR.multiply(BigDecimal.valueOf(cell.persons())), 2, RoundingMode.HALF_UP);
  }

  private static BigDecimal money(BigDecimal dinars) {
    return dinars.setScale(2, RoundingMode.HALF_UP);
  }
}
