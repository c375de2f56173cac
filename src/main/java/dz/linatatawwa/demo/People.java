package dz.linatatawwa.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everybody: those who look after the platform, the coordinators, and the volunteers, drawn from lists of names. */
final class People {

  static final long FIRST_COORDINATOR = 101;
  static final long FIRST_VOLUNTEER = 100_001;

  private static final double NEVER_CAME = 0.38;
  private static final double TAIL = 1.12;

  private final long seed;
  private final Lexicon lexicon;
  private final Country country;
  private final LocalDate today;
  private final Map<String, double[]> energies = new HashMap<>();
  private final Map<String, List<Person>> neighbours = new HashMap<>();
  final List<Person> volunteers = new ArrayList<>();

  People(long seed, Lexicon lexicon, Country country, LocalDate today, Scale scale) {
    this.seed = seed;
    this.lexicon = lexicon;
    this.country = country;
    this.today = today;
    for (int i = 0; i < scale.volunteers(); i++) volunteers.add(volunteer(i));
    volunteers.forEach(person -> neighbours.computeIfAbsent(person.town().wilaya(), w -> new ArrayList<>()).add(person));
    neighbours.forEach((wilaya, people) -> energies.put(wilaya, sums(people)));
  }

  /** The lists that names are drawn from. */
  Lexicon lexicon() {
    return lexicon;
  }

  /** A full name as people write theirs: mostly in Arabic, sometimes in Latin letters. */
  String name(Chance chance) {
    Lexicon.Word given = chance.pick(lexicon.words(chance.yes(0.52) ? "women" : "men"));
    Lexicon.Word family = chance.pick(lexicon.words("family"));
    return chance.yes(0.86) ? given.arabic() + " " + family.arabic() : given.latin() + " " + family.latin();
  }

  /** Somebody of this wilaya who comes, the eager ones more often; anybody where nobody lives. */
  Person helper(String wilaya, Chance chance) {
    List<Person> people = neighbours.getOrDefault(wilaya, volunteers);
    double[] sums = energies.get(wilaya);
    if (sums == null || sums[sums.length - 1] == 0 || chance.yes(0.04)) return chance.pick(volunteers);
    return people.get(chance.weighted(sums));
  }

  /** The one to sign in with: a student of Sétif who comes often. */
  private Person known() {
    Chance chance = Chance.of(seed, 1, 0);
    return new Person(FIRST_VOLUNTEER, name(chance), Staff.VOLUNTEER, null, country.townIn("19", Chance.of(seed, 2, 0)), today.getYear() - 22, "student", 360, 60,
        new BitSet());
  }

  private Person volunteer(int number) {
    if (number == 0) return known();
    Chance chance = Chance.of(seed, 1, number);
    Country.Town town = country.town(chance);
    int age = age(chance);
    long id = FIRST_VOLUNTEER + number;
    boolean byPhone = chance.yes(0.7);
    double energy = chance.yes(NEVER_CAME) ? 0 : Math.min(160, Math.pow(1 - chance.share(), -1 / TAIL));
    return new Person(id, name(chance), byPhone ? null : "v" + id + "@example.org", byPhone ? phone(id) : null, town, today.getYear() - age,
        audience(age, chance), joined(chance), energy, new BitSet());
  }

  private static int age(Chance chance) {
    double share = chance.share();
    if (share < 0.08) return chance.between(16, 18);
    if (share < 0.60) return chance.between(19, 26);
    if (share < 0.84) return chance.between(27, 39);
    if (share < 0.95) return chance.between(40, 59);
    return chance.between(60, 74);
  }

  private static String audience(int age, Chance chance) {
    if (age < 19) return chance.yes(0.85) ? "pupil" : "trainee";
    if (age < 27) return chance.yes(0.62) ? "student" : chance.yes(0.4) ? "trainee" : chance.yes(0.5) ? "employed" : "unemployed";
    if (age < 60) return chance.yes(0.66) ? "employed" : chance.yes(0.6) ? "unemployed" : "at-home";
    return "retired";
  }

  /** Many join in the first weeks; later more around the day of volunteers and in Ramadan; the days are counted back from today. */
  private int joined(Chance chance) {
    if (chance.yes(0.42)) return chance.between(346, 364);
    int day = 0;
    for (int tries = 0; tries < 4; tries++) {
      day = chance.between(1, 364);
      if (chance.yes(Math.min(1, Season.weight("all", today.minusDays(day)) / 3))) break;
    }
    return day;
  }

  /** A number of the mobile range; nothing is ever sent to it: the demonstration keeps its messages. */
  private static String phone(long id) {
    return String.format(Locale.ROOT, "+213%d%08d", 5 + id % 3, 50_000_000 + id);
  }

  private static double[] sums(List<Person> people) {
    double[] sums = new double[people.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += people.get(i).energy();
      sums[i] = sum;
    }
    return sums;
  }
}
