package dz.linatatawwa.releases;

import dz.linatatawwa.places.Places;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What the queries would count of a few people made at random, counted here by hand. */
final class SmallLand {

  private final Random random;
  private final Places places;
  private final Taxonomy taxonomy;
  private final Term term;
  private final Map<Integer, Map<String, Long>> given = new HashMap<>();
  private final Map<Integer, String[]> people = new HashMap<>();
  private int last;

  SmallLand(long seed, int number, Places places, Taxonomy taxonomy, Term term) {
    this.random = new Random(seed);
    this.places = places;
    this.taxonomy = taxonomy;
    this.term = term;
    this.last = number;
    for (int person = 0; person < number; person++) {
      people.put(person, person());
      int lines = 1 + random.nextInt(4);
      for (int line = 0; line < lines; line++) give(given, person);
    }
  }

  /** So many people give again; what they gave is counted by itself. */
  Map<String, Cell> grow(int number) {
    Map<Integer, Map<String, Long>> more = new HashMap<>();
    for (int i = 0; i < number; i++) give(more, random.nextInt(last));
    more.forEach((person, lines) -> lines.forEach((line, minutes) -> given.get(person).merge(line, minutes, Long::sum)));
    return count(more, term, more);
  }

  Map<String, Cell> cells() {
    return count(given, term, given);
  }

  /** What of all that was given in a part of the term. */
  Map<String, Cell> cells(Term part) {
    Map<Integer, Map<String, Long>> within = new HashMap<>();
    given.forEach((person, lines) -> lines.forEach((line, minutes) -> {
      if (part.months().contains(line.substring(0, line.indexOf('/')))) within.computeIfAbsent(person, any -> new HashMap<>()).put(line, minutes);
    }));
    return count(within, part, given);
  }

  private String[] person() {
    String band = pick("15-24", "15-24", "15-24", "25-29", "30-54", "30-54", "55-64", "65+");
    String wilaya = places.wilayas().get(random.nextInt(3) == 0 ? random.nextInt(69) : random.nextInt(6)).code().value();
    return new String[] {pick("F", "M", "M", "X"), band, pick("none", "middle", "higher", "higher", "X"), pick("student", "student", "employed", "retired", "X"), wilaya};
  }

  private void give(Map<Integer, Map<String, Long>> to, int person) {
    String field = taxonomy.fields().get(Math.min(random.nextInt(23), random.nextInt(23))).code();
    var activities = taxonomy.activities(field);
    String activity = activities.isEmpty() || random.nextInt(5) == 0 ? "X" : activities.get(random.nextInt(activities.size())).code();
    String wilaya = random.nextInt(12) == 0 ? "X" : places.wilayas().get(Math.min(random.nextInt(69), random.nextInt(20))).code().value();
    String line = String.join("/", term.months().get(random.nextInt(term.months().size())), field, activity, pick("non-profit", "non-profit", "government", "enterprise", "direct"), wilaya);
    to.computeIfAbsent(person, any -> new HashMap<>()).merge(line, 30L * (1 + random.nextInt(12)), Long::sum);
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }

  private Map<String, Cell> count(Map<Integer, Map<String, Long>> lines, Term of, Map<Integer, Map<String, Long>> history) {
    Map<String, Map<Integer, Long>> minutes = new HashMap<>();
    lines.forEach((person, all) -> all.forEach((line, amount) -> {
      for (String key : keys(person, all, line)) minutes.computeIfAbsent(key, any -> new HashMap<>()).merge(person, amount, Long::sum);
    }));
    Map<String, Cell> cells = new HashMap<>();
    minutes.forEach((key, by) -> cells.put(key, new Cell(key, by.values().stream().filter(m -> m >= 60).count(), by.values().stream().filter(m -> m > 0).count(),
        by.values().stream().mapToLong(Long::longValue).sum(), 0, by.size())));
    flow(of, cells, history);
    return cells;
  }

  /** Who came first, came again and stayed away, over the whole term; nobody came in the month before it. */
  private void flow(Term of, Map<String, Cell> cells, Map<Integer, Map<String, Long>> history) {
    Set<Integer> seen = new HashSet<>();
    Set<Integer> before = new HashSet<>();
    put(cells, "month=" + of.monthBefore().toString().substring(0, 7), 0);
    for (String month : term.months()) {
      Set<Integer> active = active(month, history);
      Set<Integer> fresh = new HashSet<>(active);
      fresh.removeAll(seen);
      Set<Integer> stayed = new HashSet<>(active);
      stayed.retainAll(before);
      stayed.removeAll(fresh);
      Set<Integer> lapsed = new HashSet<>(before);
      lapsed.removeAll(active);
      if (of.months().contains(month)) {
        put(cells, "month=" + month + "|flow=new", fresh.size());
        put(cells, "month=" + month + "|flow=stayed", stayed.size());
        put(cells, "month=" + month + "|flow=back", active.size() - fresh.size() - stayed.size());
        put(cells, "month=" + month + "|flow=returning", active.size() - fresh.size());
        put(cells, "month=" + month + "|flow=lapsed", lapsed.size());
      } else if (of.monthBefore().toString().startsWith(month)) put(cells, "month=" + month, active.size());
      seen.addAll(active);
      before = active;
    }
  }

  private static Set<Integer> active(String month, Map<Integer, Map<String, Long>> history) {
    Set<Integer> active = new HashSet<>();
    history.forEach((person, lines) -> {
      if (lines.entrySet().stream().filter(line -> line.getKey().startsWith(month)).mapToLong(Map.Entry::getValue).sum() >= 60) active.add(person);
    });
    return active;
  }

  private static void put(Map<String, Cell> cells, String key, long persons) {
    cells.put(key, new Cell(key, persons, persons, 0, 0, persons));
  }

  private Set<String> keys(int person, Map<String, Long> all, String line) {
    String[] one = people.get(person);
    String[] part = line.split("/");
    boolean direct = all.keySet().stream().anyMatch(other -> other.split("/")[3].equals("direct"));
    boolean organised = all.keySet().stream().anyMatch(other -> !other.split("/")[3].equals("direct"));
    String type = direct && organised ? "both" : direct ? "direct" : "organisation";
    String age = one[1].equals("25-29") || one[1].equals("30-54") ? "25-54" : one[1];
    boolean young = one[1].equals("15-24") || one[1].equals("25-29");
    Set<String> keys = new HashSet<>(Set.of(""));
    for (String sex : new String[] {"", "sex=" + one[0] + "|"}) {
      keys.addAll(Set.of(sex + "age=" + age, sex + "band=" + one[1], sex + "type=" + type));
      if (young) keys.add(sex + "young=15-29");
    }
    keys.addAll(Set.of("sex=" + one[0], "education=" + one[2], "status=" + one[3], "r69=" + one[4], "sex=" + one[0] + "|r69=" + one[4]));
    var home = places.wilayas().stream().filter(wilaya -> wilaya.code().value().equals(one[4])).findFirst().orElseThrow();
    keys.addAll(Set.of("r58=" + home.in58().value(), "r48=" + home.in48().value(), "month=" + part[0], "field=" + part[1], "work=" + part[1] + "/" + part[2], "sector=" + part[3],
        "w69=" + part[4]));
    keys.add("section=" + taxonomy.field(part[1]).orElseThrow().icnpTso2018().charAt(0));
    keys.add("isco=" + taxonomy.activity(part[2]).map(activity -> activity.isco().substring(0, 1)).orElse("X"));
    places.wilayas().stream().filter(wilaya -> wilaya.code().value().equals(part[4])).findFirst()
        .ifPresentOrElse(wilaya -> keys.addAll(Set.of("w58=" + wilaya.in58().value(), "w48=" + wilaya.in48().value())), () -> keys.addAll(Set.of("w58=X", "w48=X")));
    return keys;
  }
}
