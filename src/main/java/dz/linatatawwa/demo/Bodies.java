package dz.linatatawwa.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The organisations: mostly associations of one commune, named as such bodies are named. The first one is the one to sign in with. */
final class Bodies {

  private static final String HOME = "19";

  private final long seed;
  private final Lexicon lexicon;
  private final Country country;
  private final People people;
  private final LocalDate today;
  final List<Body> all = new ArrayList<>();

  Bodies(long seed, Lexicon lexicon, Country country, People people, LocalDate today, Scale scale) {
    this.seed = seed;
    this.lexicon = lexicon;
    this.country = country;
    this.people = people;
    this.today = today;
    for (int i = 0; i < scale.organizations(); i++) all.add(body(i));
  }

  private Body body(int number) {
    Chance chance = Chance.of(seed, 2, number);
    Country.Town town = number == 0 ? country.townIn(HOME, Chance.of(seed, 2, 0)) : country.town(chance);
    String kind = number == 0 ? "association" : kind(chance);
    Lexicon.Work work = chance.pick(lexicon.works());
    Lexicon.Word pattern = chance.pick(lexicon.words(kind.equals("association") && work.activity().equals("YTH-01") ? "scouts" : kind));
    Lexicon.Word word = chance.pick(lexicon.words("word"));
    Lexicon.Word purpose = chance.pick(lexicon.words(work.field()));
    Lexicon.Word quarter = chance.pick(lexicon.words("quarter"));
    int age = chance.between(1, 28);
    String about = chance.pick(lexicon.words("about")).arabic().replace("{commune}", town.nameAr()).replace("{year}", "" + (today.getYear() - age));
    boolean association = kind.equals("association");
    long owner = People.FIRST_COORDINATOR + number * 2L;
    return new Body(number + 1, kind,
        fill(pattern.arabic(), word.arabic(), purpose.arabic(), town.nameAr(), quarter.arabic(), town.wilayaAr()),
        fill(pattern.latin(), word.latin(), purpose.latin(), town.nameFr(), quarter.latin(), town.wilayaFr()),
        association && chance.yes(0.12) ? "wilaya" : "communal", town, number == 0 ? "verified" : state(number, chance), today.minusDays(chance.yes(0.6) ? chance.between(368, 430) : chance.between(10, 367)),
        fields(work, chance), about, people.name(chance), association ? chance.between(1, 480) + "/" + (today.getYear() - age) : null,
        chance.between(20, 4_000), owner, people.name(chance), owner + 1, people.name(chance));
  }

  private static String fill(String pattern, String word, String purpose, String commune, String quarter, String wilaya) {
    return pattern.replace("{word}", word).replace("{purpose}", purpose).replace("{commune}", commune).replace("{quarter}", quarter).replace("{wilaya}", wilaya)
        .replace("  ", " ");
  }

  private static String kind(Chance chance) {
    double share = chance.share();
    if (share < 0.78) return "association";
    if (share < 0.90) return "public-institution";
    if (share < 0.94) return "body";
    if (share < 0.97) return "organisation";
    return "private-institution";
  }

  private static String state(int number, Chance chance) {
    if (number < 10) return "verified";
    double share = chance.share();
    if (share < 0.94) return "verified";
    if (share < 0.975) return "waiting";
    if (share < 0.99) return "refused";
    return "suspended";
  }

  private List<String> fields(Lexicon.Work work, Chance chance) {
    String second = chance.pick(lexicon.works()).field();
    return second.equals(work.field()) || chance.yes(0.5) ? List.of(work.field()) : List.of(work.field(), second);
  }
}
