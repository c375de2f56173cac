package dz.linatatawwa.releases;

import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.Wilaya;
import dz.linatatawwa.taxonomy.Activity;
import dz.linatatawwa.taxonomy.Field;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which cells a release has, which of them it publishes, and how they hang together: everything that an outsider can add and subtract.
 *  A cell that stands in several tables has one key, so it is hidden in all of them or in none. */
@Component
class Structure {

  static final String UNKNOWN = "X";
  static final List<String> SEXES = List.of("F", "M", UNKNOWN);
  static final List<String> AGES = List.of("15-24", "25-54", "55-64", "65+");
  static final List<String> TYPES = List.of("organisation", "direct", "both");
  static final List<String> EDUCATIONS = List.of("none", "primary", "middle", "secondary", "vocational", "higher", UNKNOWN);
  static final List<String> STATUSES = List.of("pupil", "student", "trainee", "employed", "unemployed", "at-home", "retired", UNKNOWN);
  static final List<String> SECTORS = List.of("non-profit", "government", "enterprise", "direct");
  static final List<String> GROUPS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", UNKNOWN);
  static final String YOUNG = "young=15-29";
  private static final List<String> BANDS = List.of("25-29", "30-54");

  private final Places places;
  private final Taxonomy taxonomy;

  /** @param relations everything that adds up
   *  @param published keys of the cells that stand in tables, where they are not hidden
   *  @param known     keys of cells that stand in no table of this release, but in those of another
   *  @param rests     keys of what one release holds more than others: their persons are not known, their minutes may be less than nothing
   *  @param few       keys of cells that must not be found although many stand behind them */
  record Plan(List<Relation> relations, Set<String> published, Set<String> known, Set<String> rests, Set<String> few) {
    Plan {
      relations = List.copyOf(relations);
      published = Set.copyOf(published);
      known = Set.copyOf(known);
      rests = Set.copyOf(rests);
      few = Set.copyOf(few);
    }

    Plan(List<Relation> relations, Set<String> published, Set<String> known) {
      this(relations, published, known, Set.of(), Set.of());
    }
  }

  Structure(Places places, Taxonomy taxonomy) {
    this.places = places;
    this.taxonomy = taxonomy;
  }

  /** @param cells those that were counted: of works only what somebody did
   *  @param rates whether the rate by sex and wilaya is published, so that persons stand in these cells too */
  Plan plan(Term term, Set<String> cells, boolean rates) {
    List<Relation> all = new ArrayList<>();
    Set<String> published = new LinkedHashSet<>(Set.of(""));
    people(all, published, rates);
    works(all, published, cells);
    territory(all, published);
    String before = months(all, published, term);
    return new Plan(all, published, Set.of(before));
  }

  private void people(List<Relation> all, Set<String> published, boolean rates) {
    all.add(Relation.ofPersons("", keys("sex=", SEXES)));
    for (String person : Stream.concat(Stream.of(""), keys("sex=", SEXES).stream().map(sex -> sex + "|")).toList()) {
      String whole = person.isEmpty() ? "" : person.substring(0, person.length() - 1);
      all.add(Relation.ofPersons(whole, keys(person + "age=", AGES)));
      all.add(Relation.ofPersons(person + "age=25-54", keys(person + "band=", BANDS)));
      all.add(Relation.ofPersons(person + YOUNG, List.of(person + "age=15-24", person + "band=25-29")));
      all.add(Relation.ofPersons(whole, keys(person + "type=", TYPES)));
      published.add(whole);
      published.addAll(keys(person + "age=", AGES));
      published.add(person + YOUNG);
      published.addAll(keys(person + "type=", TYPES));
    }
    Stream.of(keys("age=", AGES), keys("band=", BANDS), keys("type=", TYPES), List.of(YOUNG)).flatMap(List::stream)
        .forEach(one -> all.add(Relation.ofPersons(one, SEXES.stream().map(sex -> "sex=" + sex + "|" + one).toList())));
    for (List<String> parts : List.of(keys("education=", EDUCATIONS), keys("status=", STATUSES))) {
      all.add(Relation.ofPersons("", parts));
      published.addAll(parts);
    }
    if (rates) bySexAndResidence(all, published);
  }

  private void bySexAndResidence(List<Relation> all, Set<String> published) {
    List<String> codes = codes();
    for (String sex : SEXES) {
      List<String> parts = keys("sex=" + sex + "|r69=", codes);
      all.add(Relation.ofPersons("sex=" + sex, parts));
      published.addAll(parts);
    }
    codes.forEach(code -> all.add(Relation.ofPersons("r69=" + code, SEXES.stream().map(sex -> "sex=" + sex + "|r69=" + code).toList())));
  }

  /** Fields, sections of fields and groups of occupations are all made of activities, which stand in no table. */
  private void works(List<Relation> all, Set<String> published, Set<String> cells) {
    List<String> works = cells.stream().filter(key -> key.startsWith("work=")).sorted().toList();
    Map<String, List<String>> byField = new TreeMap<>(works.stream().collect(Collectors.groupingBy(key -> "field=" + field(key))));
    Map<String, List<String>> byGroup = new TreeMap<>(works.stream().collect(Collectors.groupingBy(key -> "isco=" + group(key))));
    byField.forEach((field, parts) -> all.add(Relation.ofHours(field, parts)));
    byGroup.forEach((group, parts) -> all.add(Relation.ofHours(group, parts)));
    Map<String, List<String>> bySection = new TreeMap<>(fields().stream().collect(Collectors.groupingBy(code -> "section=" + section(code), Collectors.mapping(code -> "field=" + code,
        Collectors.toList()))));
    bySection.forEach((section, parts) -> all.add(Relation.ofHours(section, parts)));
    all.add(Relation.ofHours("", List.copyOf(bySection.keySet())));
    all.add(Relation.ofHours("", keys("isco=", GROUPS)));
    all.add(Relation.ofHours("", keys("sector=", SECTORS)));
    published.addAll(bySection.keySet());
    published.addAll(keys("field=", fields()));
    published.addAll(keys("isco=", GROUPS));
    published.addAll(keys("sector=", SECTORS));
  }

  private void territory(List<Relation> all, Set<String> published) {
    for (String of : List.of("w", "r")) {
      boolean people = of.equals("r");
      Map<String, Set<String>> in58 = new TreeMap<>();
      Map<String, Set<String>> in48 = new TreeMap<>();
      for (Wilaya wilaya : places.wilayas()) {
        in58.computeIfAbsent(of + "58=" + wilaya.in58().value(), key -> new TreeSet<>()).add(of + "69=" + wilaya.code().value());
        in48.computeIfAbsent(of + "48=" + wilaya.in48().value(), key -> new TreeSet<>()).add(of + "58=" + wilaya.in58().value());
      }
      Set<String> nation = new TreeSet<>(in48.keySet());
      nation.add(of + "48=" + UNKNOWN);
      in58.put(of + "58=" + UNKNOWN, Set.of(of + "69=" + UNKNOWN));
      in48.put(of + "48=" + UNKNOWN, Set.of(of + "58=" + UNKNOWN));
      Stream.of(in58, in48).forEach(level -> level.forEach((whole, parts) -> {
        all.add(new Relation(whole, List.copyOf(parts), people, true));
        published.add(whole);
        published.addAll(parts);
      }));
      all.add(new Relation("", List.copyOf(nation), people, true));
    }
  }

  /** @return the cell of the month before */
  private static String months(List<Relation> all, Set<String> published, Term term) {
    List<String> months = keys("month=", term.months());
    String before = "month=" + term.monthBefore().toString().substring(0, 7);
    all.add(Relation.ofHours("", months));
    published.addAll(months);
    String last = before;
    for (String month : months) {
      all.add(Relation.ofPersonsAlone(month, List.of(month + "|flow=new", month + "|flow=returning")));
      all.add(Relation.ofPersonsAlone(month + "|flow=returning", List.of(month + "|flow=stayed", month + "|flow=back")));
      all.add(Relation.ofPersonsAlone(last, List.of(month + "|flow=stayed", month + "|flow=lapsed")));
      published.addAll(List.of(month + "|flow=new", month + "|flow=returning", month + "|flow=lapsed"));
      last = month;
    }
    return before;
  }

  List<String> codes() {
    return Stream.concat(places.wilayas().stream().map(wilaya -> wilaya.code().value()), Stream.of(UNKNOWN)).toList();
  }

  /** Codes of a division of the country, 69, 58 or 48, and where none is known. */
  List<String> codes(int division) {
    Function<Wilaya, String> code = division == 69 ? wilaya -> wilaya.code().value() : division == 58 ? wilaya -> wilaya.in58().value() : wilaya -> wilaya.in48().value();
    return Stream.concat(places.wilayas().stream().map(code).distinct().sorted(), Stream.of(UNKNOWN)).toList();
  }

  List<String> fields() {
    return Stream.concat(taxonomy.fields().stream().map(Field::code), Stream.of(UNKNOWN)).toList();
  }

  /** Sections of ICNP/TSO that a field belongs to, in their order. */
  List<String> sections() {
    return fields().stream().map(this::section).distinct().sorted().toList();
  }

  private String section(String field) {
    return taxonomy.field(field).map(one -> one.icnpTso2018().substring(0, 1)).orElse(UNKNOWN);
  }

  private static String field(String work) {
    return work.substring("work=".length(), work.indexOf('/'));
  }

  private String group(String work) {
    return group(taxonomy.activity(work.substring(work.indexOf('/') + 1)).map(Activity::isco));
  }

  private static String group(java.util.Optional<String> isco) {
    return isco.map(code -> code.substring(0, 1)).orElse(UNKNOWN);
  }

  static List<String> keys(String before, List<String> codes) {
    return codes.stream().map(code -> before + code).toList();
  }
}
