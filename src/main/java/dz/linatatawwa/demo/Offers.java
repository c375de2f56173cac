package dz.linatatawwa.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The opportunities: a year past and two months to come, each work in its season. */
final class Offers {

  static final int PAST = 365;
  static final int COMING = 60;

  private final long seed;
  private final Lexicon lexicon;
  private final Country country;
  private final LocalDate today;
  private final LocalDate first;
  private final Map<String, double[]> seasons = new HashMap<>();
  private long nextTurn = 1;
  final List<Offer> all = new ArrayList<>();

  Offers(long seed, Lexicon lexicon, Country country, Bodies bodies, LocalDate today, Scale scale) {
    this.seed = seed;
    this.lexicon = lexicon;
    this.country = country;
    this.today = today;
    this.first = today.minusDays(PAST);
    List<Body> verified = bodies.all.stream().filter(body -> body.verified() || body.state().equals("suspended")).toList();
    double[] works = workSums();
    for (int i = 0; i < scale.opportunities(); i++) {
      Chance chance = Chance.of(seed, 3, i);
      // The square draws some bodies far more often than others.
      int at = (int) (chance.share() * chance.share() * verified.size());
      all.add(offer(i, i < 12 ? verified.getFirst() : verified.get(at), work(i, works, chance), chance));
    }
  }

  /** A good fifth of all is still to come, so that a visitor finds something to join; a work is only offered in its season. */
  private Lexicon.Work work(int number, double[] sums, Chance chance) {
    while (true) {
      Lexicon.Work work = lexicon.works().get(chance.weighted(sums));
      boolean anyDay = work.season().equals("all") || work.season().equals("remote");
      if (number < 12 ? anyDay && !work.season().equals("remote") : !coming(number) || sums(work.season(), true).length > 0) return work;
    }
  }

  private static boolean coming(int number) {
    return number % 100 < 24;
  }

  /** Sums of weights by day; empty when the season has no such day. */
  private double[] sums(String season, boolean coming) {
    return seasons.computeIfAbsent(season + (coming ? "+" : ""), key -> daySums(season, coming));
  }

  private Offer offer(int number, Body body, Lexicon.Work work, Chance chance) {
    Country.Town town = chance.yes(0.85) ? body.town() : country.townIn(body.town().wilaya(), chance);
    Lexicon.Word quarter = chance.pick(lexicon.words("quarter"));
    Lexicon.Word spot = chance.pick(lexicon.words("spot"));
    boolean french = chance.yes(0.12);
    String title = (french ? work.titleFr() : chance.pick(work.titles())).replace("{commune}", town.nameAr()).replace("{commune_fr}", town.nameFr())
        .replace("{quarter}", quarter.arabic()).replace("{quarter_fr}", quarter.latin()).replace("{spot}", spot.arabic());
    boolean remote = work.season().equals("remote");
    int day = number < 3 ? PAST : number < 6 ? PAST + 2 + number : number < 9 ? PAST - number : day(number, work, body, chance);
    List<Offer.Turn> turns = turns(work, day, number, chance);
    LocalDate last = turns.getLast().starts().toLocalDate();
    String state = last.isBefore(today.minusDays(10)) ? "closed" : chance.yes(0.015) && number > 12 ? "draft" : "published";
    int publishedDay = (int) ChronoUnit.DAYS.between(turns.getFirst().starts().toLocalDate(), today) + chance.between(4, 20);
    return new Offer(number + 1, body, work, town, title, fill(work.summary(), town, spot), fill(work.description(), town, spot), work.bring(),
        spot.arabic(), state, chance.yes(0.4), remote, Math.max(publishedDay, 0), turns);
  }

  private static String fill(String text, Country.Town town, Lexicon.Word spot) {
    return text.replace("{commune}", town.nameAr()).replace("{spot}", spot.arabic());
  }

  private int day(int number, Lexicon.Work work, Body body, Chance chance) {
    double[] sums = sums(work.season(), coming(number));
    int registered = (int) Math.max(0, ChronoUnit.DAYS.between(first, body.registered()) + 3);
    int day = chance.weighted(sums);
    for (int tries = 0; day < registered && tries < 12; tries++) day = chance.weighted(sums);
    return day;
  }

  private double[] daySums(String season, boolean coming) {
    double[] sums = new double[PAST + COMING];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      if (coming == i > PAST) sum += Season.weight(season, first.plusDays(i));
      sums[i] = sum;
    }
    if (sum == 0 && !coming) throw new IllegalStateException("no day of the year for " + season);
    return sum == 0 ? new double[0] : sums;
  }

  private List<Offer.Turn> turns(Lexicon.Work work, int day, int number, Chance chance) {
    int times = times(work, chance);
    int every = work.season().equals("ramadan") ? 1 : 7;
    int seats = Math.max(2, (int) Math.round(work.seats() * (0.6 + chance.share())));
    boolean night = work.activity().equals("ENV-05") && chance.yes(0.3);
    List<Offer.Turn> turns = new ArrayList<>();
    if (number == 0) return allDay(day, seats);
    for (int i = 0; i < times && day + i * every < PAST + COMING; i++) {
      LocalDate date = first.plusDays(day + (long) i * every);
      LocalDateTime starts = date.atTime(night ? 21 : work.startHour(), chance.yes(0.3) ? 30 : 0);
      LocalDateTime ends = starts.plusHours(night ? 7 : work.hours());
      turns.add(new Offer.Turn(nextTurn++, starts, ends, seats, day + i * every, day + i * every + (ends.toLocalDate().equals(date) ? 0 : 1)));
    }
    return turns;
  }

  /** Today from morning to evening, so that whoever tries the platform finds a shift that is running. */
  private List<Offer.Turn> allDay(int day, int seats) {
    List<Offer.Turn> turns = new ArrayList<>();
    for (int hour = 7; hour <= 19; hour += 3) {
      LocalDateTime starts = first.plusDays(day).atTime(hour, 0);
      turns.add(new Offer.Turn(nextTurn++, starts, starts.plusHours(3), seats, day, day));
    }
    return turns;
  }

  private static int times(Lexicon.Work work, Chance chance) {
    return switch (work.season()) {
      case "ramadan" -> chance.between(1, 9);
      case "school", "remote" -> chance.between(3, 12);
      case "trees" -> 1;
      default -> chance.yes(0.6) ? 1 : chance.between(2, 5);
    };
  }

  private double[] workSums() {
    double[] sums = new double[lexicon.works().size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += lexicon.works().get(i).weight();
      sums[i] = sum;
    }
    return sums;
  }
}
