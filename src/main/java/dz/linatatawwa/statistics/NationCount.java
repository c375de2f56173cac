package dz.linatatawwa.statistics;

import dz.linatatawwa.figures.Answer;
import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Division;
import dz.linatatawwa.figures.Filter;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Question;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.figures.Suppression;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.integrity.Samples;
import dz.linatatawwa.opportunities.OpenOffer;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.Wilaya;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts the few numbers of the nation together, each as its own page tells it. */
@Component
class NationCount {

  private static final int MONTH_OF_DAYS = 30;

  private final Answers answers;
  private final Veil veil;
  private final Times times;
  private final OfferCount offers;
  private final Places places;
  private final Samples samples;

  NationCount(Answers answers, Veil veil, Times times, OfferCount offers, Places places, Samples samples) {
    this.answers = answers;
    this.veil = veil;
    this.times = times;
    this.offers = offers;
    this.places = places;
    this.samples = samples;
  }

  Numbers count() {
    Answer ever = answers.whole(Question.nation(times.ever()));
    Answer year = answers.whole(Question.nation(times.twelveMonths()));
    Answer month = answers.ask(Question.nation(Period.days(times.today().minusDays(MONTH_OF_DAYS - 1L), times.today())), Set.of());
    Filter late = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), EnumSet.of(Grade.D, Grade.E));
    long lateMinutes = answers.ask(new Question(Scope.NATION, times.ever(), late), Set.of()).total().minutes();
    Map<String, OpenOffer> open = offers.open();
    return new Numbers(ever.asOf(), shown(month.total().persons()), shown(year.total().persons()), minutes(ever), minutes(year), lateMinutes,
        whole(offers.organizations()), open.values().stream().mapToLong(OpenOffer::opportunities).sum(), open.values().stream().mapToLong(OpenOffer::seats).sum(), samples.rate());
  }

  NationTables tables() {
    return new NationTables(months(answers.whole(Question.nation(times.twelveMonths()))), wilayas(offers.organizations(), opportunities()));
  }

  private Map<String, Long> opportunities() {
    return offers.open().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> (long) entry.getValue().opportunities()));
  }

  private static long whole(Map<String, Long> numbers) {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }

  private long minutes(Answer answer) {
    return veil.hides(Scope.NATION, answer.question().period()) ? WilayaNumbers.HIDDEN : answer.total().minutes();
  }

  private List<NationTables.Month> months(Answer year) {
    Map<String, Long> found = new HashMap<>();
    year.by(Breakdown.MONTH).forEach(part -> found.put(part.key(), part.totals().minutes()));
    veil.hidden(Scope.NATION, year.question().period(), Breakdown.MONTH).forEach(key -> found.put(key, WilayaNumbers.HIDDEN));
    List<NationTables.Month> months = new ArrayList<>();
    YearMonth last = YearMonth.from(year.question().period().to());
    for (YearMonth at = YearMonth.from(year.question().period().from()); !at.isAfter(last); at = at.plusMonths(1)) {
      months.add(new NationTables.Month(at, found.getOrDefault(at.toString(), 0L)));
    }
    return months;
  }

  private Map<Division, List<WilayaNumbers>> wilayas(Map<String, Long> organizations, Map<String, Long> opportunities) {
    Map<String, Wilaya> wilayas = new TreeMap<>();
    places.wilayas().forEach(wilaya -> wilayas.put(wilaya.code().value(), wilaya));
    Map<String, Long> active = new HashMap<>();
    answers.ask(Question.nation(times.twelveMonths()), Set.of(Breakdown.RESIDENCE)).by(Breakdown.RESIDENCE).forEach(part -> active.put(part.key(), part.totals().persons()));
    wilayas.keySet().forEach(code -> active.putIfAbsent(code, 0L));
    Set<String> hidden = Suppression.of(Suppression.tree(active, code -> in(wilayas, code, Division.W58), code -> in(wilayas, code, Division.W48)));
    Map<Division, List<WilayaNumbers>> tables = new EnumMap<>(Division.class);
    for (Division division : Division.values()) {
      Map<String, List<String>> members = wilayas.keySet().stream().collect(Collectors.groupingBy(code -> in(wilayas, code, division), TreeMap::new, Collectors.toList()));
      List<WilayaNumbers> rows = new ArrayList<>();
      members.forEach((code, of) -> {
        Wilaya wilaya = wilayas.get(code);
        if (wilaya == null) throw new IllegalStateException("no wilaya " + code);
        Scope scope = new Scope.OfWilaya(wilaya.code(), division);
        long persons = hidden.contains(division.wilayas() + ":" + code) ? WilayaNumbers.HIDDEN : sum(active, of);
        long minutes = veil.hides(scope, times.ever()) ? WilayaNumbers.HIDDEN : minutesOf(of);
        rows.add(new WilayaNumbers(code, wilaya.name(), persons, minutes, sum(organizations, of), sum(opportunities, of)));
      });
      tables.put(division, rows);
    }
    return tables;
  }

  private long minutesOf(List<String> members) {
    Map<String, Long> minutes = answers.whole(Question.nation(times.ever())).by(Breakdown.PLACE).stream().collect(Collectors.toMap(Answer.Part::key, part -> part.totals().minutes()));
    return sum(minutes, members);
  }

  private static String in(Map<String, Wilaya> wilayas, String code, Division division) {
    return Optional.ofNullable(wilayas.get(code)).map(wilaya -> Subjects.in(wilaya, division).value()).orElseThrow(() -> new IllegalStateException("no wilaya " + code));
  }

  private static long sum(Map<String, Long> numbers, List<String> codes) {
    return codes.stream().map(numbers::get).filter(java.util.Objects::nonNull).mapToLong(Long::longValue).sum();
  }

  private static long shown(long persons) {
    return Veil.few(persons) ? WilayaNumbers.HIDDEN : persons;
  }
}
