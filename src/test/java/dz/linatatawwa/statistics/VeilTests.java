package dz.linatatawwa.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.demo.SmallCountry;
import dz.linatatawwa.figures.AgeGroup;
import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Division;
import dz.linatatawwa.figures.Filter;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.volunteers.Sex;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.DataReplaced;
import dz.linatatawwa.volunteers.Audience;
import dz.linatatawwa.world.WorldTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attacks: a crawler keeps what every public page says and subtracts. */
@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VeilTests {

  private static final long PRIME = 1_000_000_007L;

  @Autowired ApplicationContext rooms;
  @Autowired JdbcClient db;
  @Autowired Dashboards dashboards;
  @Autowired Subjects subjects;
  @Autowired Times times;
  @Autowired PeriodText periods;
  @Autowired Places places;
  @Autowired Dictionary dictionary;
  private Words words;
  private boolean filled;
  private final List<Line> lines = new ArrayList<>();

  private record Line(long volunteer, int minutes, LocalDate day, String wilaya, String commune, long organization, long campaign, Map<Breakdown, String> traits, int birthYear) {}

  /** A number that the crawler has: which lines it is the sum of. */
  private record Known(String page, Set<String> place, Period period, String trait, BitSet lines) {}

  @BeforeEach
  void country() throws SQLException {
    if (filled) return;
    words = dictionary.in(Language.EN);
    SmallCountry.fill(rooms, 7);
    plant("37", "3701", 1, 95);
    plant("16", "1601", 2, 70);
    plant("19", "1901", 3, 130);
    rooms.publishEvent(new DataReplaced());
    read();
    filled = true;
  }

  /** Lone persons, each once in a place and month of their own. */
  private void plant(String wilaya, String commune, int people, int minutes) {
    for (int i = 0; i < people; i++) {
      db.sql("""
          insert into hours.entry (claim_id, volunteer_id, day, minutes, grade, field_code, activity_code, wilaya_code, commune_code, organization_id, opportunity_id)
          select e.claim_id, v.account_id, e.day, :minutes, 'A', 'ANI', 'ANI-01', :wilaya, :commune, e.organization_id, e.opportunity_id
          from hours.entry e, volunteers.volunteer v
          where e.minutes > 0 and v.birth_year < 2005 and not exists (select from hours.entry o where o.volunteer_id = v.account_id)
          order by v.account_id, e.id limit 1""").param("minutes", minutes).param("wilaya", wilaya).param("commune", commune).update();
    }
  }

  private void read() {
    db.sql("""
        select l.volunteer_id, l.minutes, l.day, l.wilaya_code, l.commune_code, l.organization_id, c.campaign_id, l.field_code, l.activity_code, l.grade::text as grade, v.audience, v.sex,
          v.education, v.birth_year, case when l.organization_id is null then 'direct' when o.kind = 'public-institution' then 'government'
            when o.kind = 'private-institution' then 'enterprise' else 'non-profit' end as sector
        from hours.line l
        join volunteers.statistical v on v.id = l.volunteer_id
        left join organizations.public_organization o on o.id = l.organization_id
        left join opportunities.in_campaign c on c.opportunity_id = l.opportunity_id
        where l.grade in ('A', 'B', 'C') and extract(year from l.day) - v.birth_year >= 15""").query(row -> {
          Map<Breakdown, String> traits = new HashMap<>();
          for (String column : List.of("field", "activity", "grade", "audience", "sex", "education", "sector")) {
            String name = column.equals("field") || column.equals("activity") ? column + "_code" : column;
            traits.put(Breakdown.valueOf(column.toUpperCase(java.util.Locale.ROOT)), Optional.ofNullable(row.getString(name)).orElse(""));
          }
          lines.add(new Line(row.getLong("volunteer_id"), row.getInt("minutes"), row.getObject("day", LocalDate.class), Optional.ofNullable(row.getString("wilaya_code")).orElse(""),
              Optional.ofNullable(row.getString("commune_code")).orElse(""), row.getLong("organization_id"), row.getLong("campaign_id"), traits, row.getInt("birth_year")));
        });
  }

  @Test
  void noTwoPublicNumbersLeaveOneToFourPersons() {
    List<Known> known = crawl();
    assertThat(known).hasSizeGreaterThan(1_000);
    List<String> found = new ArrayList<>();
    Map<String, List<Known>> byTrait = new HashMap<>();
    known.forEach(one -> byTrait.computeIfAbsent(one.trait(), trait -> new ArrayList<>()).add(one));
    List<Known> plain = byTrait.getOrDefault("", List.of());
    byTrait.forEach((trait, of) -> {
      for (Known small : of) {
        for (Known large : trait.isEmpty() ? plain : java.util.stream.Stream.concat(of.stream(), plain.stream()).toList()) {
          if (small == large || small.lines().cardinality() > large.lines().cardinality() || !holds(large, small)) continue;
          BitSet rest = (BitSet) large.lines().clone();
          rest.andNot(small.lines());
          if (few(rest) && found.size() < 40) found.add(large.page() + " [" + large.trait() + "] less " + small.page() + " [" + small.trait() + "]");
        }
      }
    });
    assertThat(found).isEmpty();
  }

  @Test
  void noPublicNumberIsThatOfOneToFourPersons() {
    assertThat(crawl()).noneMatch(known -> few(known.lines()));
  }

  @Test
  void whatATableDoesNotShowIsFivePersonsTogether() {
    List<String> found = new ArrayList<>();
    for (Dashboard dashboard : pages()) {
      if (dashboard.showing() != Dashboard.Showing.SHOWN) continue;
      BitSet whole = of(dashboard.subject(), dashboard.period(), dashboard.filter());
      List<Chart> tables = new ArrayList<>(dashboard.traits());
      tables.add(dashboard.months());
      tables.add(dashboard.places());
      for (Chart table : tables) {
        if (table.by() == Breakdown.ACTIVITY || table.bars().isEmpty()) continue;
        BitSet rest = (BitSet) whole.clone();
        for (Chart.Bar bar : table.bars()) if (!bar.hidden()) rest.andNot(part(dashboard, table, bar.key()));
        if (few(rest)) found.add(dashboard.subject().address() + " " + periods.code(dashboard.period()) + " by " + table.code());
      }
    }
    assertThat(found).isEmpty();
  }

  /** Every number of wilayas, months, quarters, years and the nation as an equation: no hidden number of one to four persons is a sum or difference of any of them. */
  @Test
  void noHiddenWilayaIsToldByAllNumbersOfPlacesAndTimesTogether() {
    List<String> codes = new ArrayList<>(places.wilayas().stream().map(wilaya -> wilaya.code().value()).toList());
    codes.add("");
    List<YearMonth> months = new ArrayList<>(lines.stream().map(line -> YearMonth.from(line.day())).distinct().sorted().toList());
    Map<String, Integer> atoms = new LinkedHashMap<>();
    for (String code : codes) for (YearMonth month : months) atoms.put(code + " " + month, atoms.size());
    List<long[]> rows = new ArrayList<>();
    for (Dashboard dashboard : pages()) {
      boolean outline = dashboard.filter().isNone() && dashboard.showing() == Dashboard.Showing.SHOWN && times.wholeMonths(dashboard.period().kind() == Period.Kind.EVER
          ? Period.year(2026) : dashboard.period()) && (dashboard.subject().kind() == Subject.Kind.NATION || dashboard.subject().kind() == Subject.Kind.WILAYA);
      if (!outline) continue;
      Set<String> here = wilayasOf(dashboard.subject(), codes);
      rows.add(row(atoms, here, dashboard.period(), months));
      dashboard.months().bars().stream().filter(bar -> !bar.hidden()).forEach(bar -> rows.add(row(atoms, here, Period.month(YearMonth.parse(bar.key())), months)));
      if (dashboard.subject().kind() == Subject.Kind.NATION) {
        dashboard.places().bars().stream().filter(bar -> !bar.hidden()).forEach(bar -> rows.add(row(atoms, members(bar.key(), dashboard.asked().division(), codes), dashboard.period(), months)));
      }
    }
    List<long[]> basis = eliminated(rows, atoms.size());
    List<String> told = new ArrayList<>();
    for (String code : codes) {
      for (Period period : nodes()) {
        BitSet behind = lines(line -> line.wilaya().equals(code) && in(line, period));
        if (few(behind) && spanned(row(atoms, Set.of(code), period, months), basis)) told.add(code + " " + periods.code(period));
      }
    }
    assertThat(rows).hasSizeGreaterThan(300);
    assertThat(told).isEmpty();
  }

  @Test
  void theCrawlerSeesSomethingAndSomethingIsHidden() {
    List<Dashboard> pages = pages();
    assertThat(pages).anyMatch(page -> page.showing() == Dashboard.Showing.HIDDEN).anyMatch(page -> page.showing() == Dashboard.Showing.EMPTY);
    assertThat(pages.stream().filter(page -> page.showing() == Dashboard.Showing.SHOWN).count()).isGreaterThan(100);
    Dashboard nation = pages.getFirst();
    assertThat(nation.places().bars()).anyMatch(bar -> !bar.hidden() && bar.minutes() > 0).anyMatch(Chart.Bar::hidden);
    Dashboard tindouf = dashboards.open(subjects.wilaya("37", Division.W69).orElseThrow(), asked(times.ever(), Filter.NONE, Division.W69), words);
    assertThat(tindouf.showing()).isNotEqualTo(Dashboard.Showing.EMPTY);
  }

  // --- the crawler

  private @org.jspecify.annotations.Nullable List<Dashboard> pages;

  private List<Dashboard> pages() {
    List<Dashboard> kept = pages;
    if (kept != null) return kept;
    List<Dashboard> all = new ArrayList<>();
    Subject nation = nation();
    List<Period> spans = spans();
    List<Period> few = List.of(times.ever(), Period.year(2026), times.twelveMonths(), ramadan());
    for (Period period : spans) all.add(open(nation, period, Filter.NONE, Division.W69));
    for (Division division : List.of(Division.W58, Division.W48)) for (Period period : spans) all.add(open(nation, period, Filter.NONE, division));
    for (String code : List.of("16", "19", "37")) for (Period period : spans) all.add(open(wilaya(code), period, Filter.NONE, Division.W69));
    for (Subject subject : subjects()) for (Period period : subject.kind() == Subject.Kind.WILAYA ? few.subList(0, 2) : few) all.add(open(subject, period, Filter.NONE, Division.W69));
    for (Subject subject : List.of(nation, wilaya("16"), subjects.commune("1601").orElseThrow())) {
      for (Filter filter : filters()) for (Period period : List.of(times.ever(), Period.year(2026), times.twelveMonths(), Period.month(YearMonth.of(2026, 11)))) all.add(open(subject, period, filter, Division.W69));
    }
    pages = all;
    return all;
  }

  private List<Known> crawl() {
    List<Known> known = new ArrayList<>();
    for (Dashboard page : pages()) {
      if (page.showing() != Dashboard.Showing.SHOWN) continue;
      String name = page.subject().address() + "?" + periods.code(page.period());
      String trait = trait(page.filter());
      String group = page.subject().kind().place() ? "" : page.subject().kind() + page.subject().code();
      add(known, name, page, page.period(), group + trait, of(page.subject(), page.period(), page.filter()));
      for (Chart.Bar bar : page.months().bars()) if (!bar.hidden()) add(known, name + " month " + bar.key(), page, Period.month(YearMonth.parse(bar.key())), group + trait, part(page, page.months(), bar.key()));
      for (Chart.Bar bar : page.places().bars()) {
        if (!bar.hidden()) known.add(new Known(name + " place " + bar.key(), places(page, bar.key()), page.period(), group + trait, part(page, page.places(), bar.key())));
      }
      for (Chart chart : page.traits()) {
        for (Chart.Bar bar : chart.bars()) if (!bar.hidden()) add(known, name + " " + chart.code() + " " + bar.key(), page, page.period(), trait(chart.by(), bar.key(), page.period()), part(page, chart, bar.key()));
      }
    }
    known.removeIf(one -> one.lines().isEmpty());
    return known;
  }

  private void add(List<Known> known, String name, Dashboard page, Period period, String trait, BitSet of) {
    known.add(new Known(name, places(page, ""), period, trait, of));
  }

  private Set<String> places(Dashboard page, String part) {
    return switch (page.subject().kind()) {
      case WILAYA -> part.isEmpty() ? Set.of("w" + page.subject().code()) : Set.of("w" + page.subject().code(), "c" + part);
      case COMMUNE -> Set.of("w" + places.commune(new dz.linatatawwa.places.CommuneCode(page.subject().code())).orElseThrow().wilaya(), "c" + page.subject().code());
      default -> part.isEmpty() ? Set.of() : Set.of(ofDivision(page.subject().kind() == Subject.Kind.NATION ? page.asked().division() : Division.W69, part));
    };
  }

  /** By what the numbers say of themselves, not by accident: everything of the smaller lies in the place and the time of the larger. */
  private boolean holds(Known large, Known small) {
    boolean time = !large.period().from().isAfter(small.period().from()) && !large.period().to().isBefore(small.period().to());
    BitSet outside = (BitSet) small.lines().clone();
    outside.andNot(large.lines());
    return time && outside.isEmpty() && large.place().stream().allMatch(place -> small.place().contains(place) || small.place().stream().anyMatch(one -> one.startsWith("w") && place.startsWith("d") && inDivision(place, one)));
  }

  /** A wilaya of today, where a division has it unchanged; else d, the division and its code. */
  private String ofDivision(Division division, String code) {
    List<String> all = places.wilayas().stream().map(wilaya -> wilaya.code().value()).toList();
    Set<String> members = members(code, division, all);
    return members.size() == 1 ? "w" + members.iterator().next() : "d" + division.wilayas() + code;
  }

  private boolean inDivision(String place, String wilaya) {
    return members(place.substring(3), Division.of(place.substring(1, 3)), List.of(wilaya.substring(1))).contains(wilaya.substring(1));
  }

  private boolean few(BitSet of) {
    Map<Long, Integer> minutes = new HashMap<>();
    of.stream().mapToObj(lines::get).forEach(line -> minutes.merge(line.volunteer(), line.minutes(), Integer::sum));
    long persons = minutes.values().stream().filter(sum -> sum > 0).count();
    return persons > 0 && persons < 5;
  }

  private Dashboard open(Subject subject, Period period, Filter filter, Division division) {
    return dashboards.open(subject, asked(period, filter, division), words);
  }

  private static Asked asked(Period period, Filter filter, Division division) {
    return new Asked(Optional.of(period), filter, division, false, false, false);
  }

  private Subject nation() {
    return subjects.nation(new LocalName("الجزائر", "Algérie", "Algeria"));
  }

  private Subject wilaya(String code) {
    return subjects.wilaya(code, Division.W69).orElseThrow();
  }

  private List<Subject> subjects() {
    List<Subject> all = new ArrayList<>();
    places.wilayas().forEach(wilaya -> all.add(wilaya(wilaya.code().value())));
    for (String code : List.of("16", "19", "37")) places.communes(new dz.linatatawwa.places.WilayaCode(code)).stream().limit(5).forEach(commune -> all.add(subjects.commune(commune.code().value()).orElseThrow()));
    lines.stream().map(Line::organization).filter(id -> id > 0).distinct().sorted().limit(8).forEach(id -> subjects.organization(id).ifPresent(all::add));
    lines.stream().map(Line::campaign).filter(id -> id > 0).distinct().sorted().limit(3).forEach(id -> subjects.campaign(id).ifPresent(all::add));
    return all;
  }

  private List<Period> nodes() {
    List<Period> nodes = new ArrayList<>(List.of(times.ever()));
    times.children(times.ever()).forEach(year -> {
      nodes.add(year);
      times.children(year).forEach(quarter -> {
        nodes.add(quarter);
        nodes.addAll(times.children(quarter));
      });
    });
    nodes.removeIf(period -> lines.stream().noneMatch(line -> in(line, period)));
    return nodes;
  }

  private List<Period> spans() {
    List<Period> spans = new ArrayList<>(nodes());
    spans.add(times.twelveMonths());
    spans.add(ramadan());
    return spans;
  }

  private Period ramadan() {
    return periods.read("ramadan-1447", "", "").orElseThrow();
  }

  private static List<Filter> filters() {
    List<Filter> filters = new ArrayList<>();
    for (String field : List.of("ENV", "EDU", "ANI")) filters.add(filter(field, null, null, null, Grade.COUNTED));
    for (Audience audience : List.of(Audience.PUPIL, Audience.RETIRED, Audience.AT_HOME)) filters.add(filter(null, audience, null, null, Grade.COUNTED));
    Arrays.stream(Sex.values()).forEach(sex -> filters.add(filter(null, null, sex, null, Grade.COUNTED)));
    Arrays.stream(AgeGroup.values()).forEach(age -> filters.add(filter(null, null, null, age, Grade.COUNTED)));
    filters.add(filter(null, null, null, null, EnumSet.of(Grade.A)));
    filters.add(filter(null, null, null, null, EnumSet.of(Grade.C)));
    filters.add(filter(null, null, null, null, EnumSet.of(Grade.A, Grade.B)));
    return filters;
  }

  private static Filter filter(@org.jspecify.annotations.Nullable String field, @org.jspecify.annotations.Nullable Audience audience, @org.jspecify.annotations.Nullable Sex sex,
      @org.jspecify.annotations.Nullable AgeGroup age, Set<Grade> grades) {
    return new Filter(Optional.ofNullable(field), Optional.empty(), Optional.ofNullable(audience), Optional.ofNullable(sex), Optional.ofNullable(age), grades);
  }

  private static String trait(Filter filter) {
    if (filter.isNone()) return "";
    return filter.field().map(code -> "FIELD " + code).or(() -> filter.audience().map(one -> "AUDIENCE " + one.code())).or(() -> filter.sex().map(one -> "SEX " + one.code()))
        .or(() -> filter.age().map(one -> "AGE " + one.code() + " ")).orElse("GRADE " + String.join("", filter.grades().stream().sorted().map(Grade::name).toList()));
  }

  private static String trait(Breakdown by, String key, Period period) {
    return by + " " + key + (by == Breakdown.AGE ? " " : "");
  }

  private BitSet of(Subject subject, Period period, Filter filter) {
    return lines(line -> belongs(line, subject) && in(line, period) && passes(line, filter, period));
  }

  private BitSet part(Dashboard page, Chart chart, String key) {
    return lines(line -> belongs(line, page.subject()) && in(line, page.period()) && passes(line, page.filter(), page.period()) && switch (chart.by()) {
      case MONTH -> YearMonth.from(line.day()).toString().equals(key);
      case PLACE -> page.subject().kind() == Subject.Kind.WILAYA ? line.commune().equals(key) : members(key, page.subject().kind() == Subject.Kind.NATION ? page.asked().division() : Division.W69,
          List.of(line.wilaya())).contains(line.wilaya());
      case AGE -> age(line, page.period()).equals(key);
      default -> line.traits().getOrDefault(chart.by(), "").equals(key);
    });
  }

  private boolean belongs(Line line, Subject subject) {
    return switch (subject.kind()) {
      case NATION -> true;
      case WILAYA -> line.wilaya().equals(subject.code());
      case COMMUNE -> line.commune().equals(subject.code());
      case ORGANIZATION -> Long.toString(line.organization()).equals(subject.code());
      case CAMPAIGN -> Long.toString(line.campaign()).equals(subject.code());
      case PROGRAMME -> false;
    };
  }

  private static boolean in(Line line, Period period) {
    return !line.day().isBefore(period.from()) && !line.day().isAfter(period.to());
  }

  private static boolean passes(Line line, Filter filter, Period period) {
    return filter.field().filter(code -> !code.equals(line.traits().get(Breakdown.FIELD))).isEmpty()
        && filter.audience().filter(one -> !one.code().equals(line.traits().get(Breakdown.AUDIENCE))).isEmpty()
        && filter.sex().filter(one -> !one.code().equals(line.traits().get(Breakdown.SEX))).isEmpty()
        && filter.age().filter(one -> !one.code().equals(age(line, period))).isEmpty()
        && filter.grades().contains(Grade.valueOf(line.traits().getOrDefault(Breakdown.GRADE, "A")));
  }

  private static String age(Line line, Period period) {
    return AgeGroup.at(period.to().getYear() - line.birthYear()).map(AgeGroup::code).orElse("");
  }

  private BitSet lines(Predicate<Line> which) {
    BitSet set = new BitSet(lines.size());
    for (int i = 0; i < lines.size(); i++) if (which.test(lines.get(i))) set.set(i);
    return set;
  }

  private Set<String> members(String code, Division division, List<String> codes) {
    Set<String> members = new java.util.TreeSet<>();
    for (String one : codes) {
      String of = one.isEmpty() ? "" : places.wilaya(new dz.linatatawwa.places.WilayaCode(one)).map(wilaya -> Subjects.in(wilaya, division).value()).orElse("?");
      if (of.equals(code)) members.add(one);
    }
    return members;
  }

  private Set<String> wilayasOf(Subject subject, List<String> codes) {
    return subject.kind() == Subject.Kind.NATION ? Set.copyOf(codes) : Set.of(subject.code());
  }

  private static long[] row(Map<String, Integer> atoms, Set<String> codes, Period period, List<YearMonth> months) {
    long[] row = new long[atoms.size()];
    for (String code : codes) {
      for (YearMonth month : months) {
        if (!month.atDay(1).isBefore(period.from()) && !month.atEndOfMonth().isAfter(period.kind() == Period.Kind.EVER ? period.to().plusMonths(1) : period.to())) row[atoms.getOrDefault(code + " " + month, 0)] = 1;
      }
    }
    return row;
  }

  /** Rows in echelon form, each with its leading one first. */
  private static List<long[]> eliminated(List<long[]> rows, int width) {
    Map<Integer, long[]> leading = new TreeMap<>();
    for (long[] one : rows) {
      long[] row = one.clone();
      for (int c = 0; c < width; c++) {
        if (row[c] == 0) continue;
        long[] known = leading.get(c);
        if (known == null) {
          long inverse = power(row[c], PRIME - 2);
          for (int i = c; i < width; i++) row[i] = row[i] * inverse % PRIME;
          leading.put(c, row);
          break;
        }
        long factor = row[c];
        for (int i = c; i < width; i++) if (known[i] != 0) row[i] = (row[i] + (PRIME - factor) * known[i]) % PRIME;
      }
    }
    return List.copyOf(leading.values());
  }

  private static boolean spanned(long[] wanted, List<long[]> basis) {
    long[] row = wanted.clone();
    for (long[] known : basis) {
      int first = 0;
      while (known[first] == 0) first++;
      long factor = row[first];
      if (factor == 0) continue;
      for (int i = first; i < row.length; i++) if (known[i] != 0) row[i] = (row[i] + (PRIME - factor) * known[i]) % PRIME;
    }
    return Arrays.stream(row).allMatch(value -> value == 0);
  }

  private static long power(long base, long exponent) {
    long result = 1;
    for (long e = exponent, b = base % PRIME; e > 0; e >>= 1, b = b * b % PRIME) if ((e & 1) == 1) result = result * b % PRIME;
    return result;
  }
}
