package dz.linatatawwa.statistics;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.figures.Answer;
import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Division;
import dz.linatatawwa.figures.Filter;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Question;
import dz.linatatawwa.turnout.Reason;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.figures.Suppression;
import dz.linatatawwa.figures.Totals;
import dz.linatatawwa.impact.Reach;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.Wilaya;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.statistics.Dashboard.Showing;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Makes the numbers of a subject as its viewer may see them. */
@Service
public class Dashboards {

  private static final int FROM_THIS_MONTH_THE_YEAR_SAYS_ENOUGH = 4;
  private static final Chart NO_MONTHS = new Chart(Breakdown.MONTH, List.of());
  private static final Chart NO_PLACES = new Chart(Breakdown.PLACE, List.of());

  private final Answers answers;
  private final Veil veil;
  private final Times times;
  private final PeriodText periods;
  private final FigureList figures;
  private final Beside beside;
  private final Labels labels;
  private final Places places;
  private final Taxonomy taxonomy;
  private final Audit audit;

  Dashboards(Answers answers, Veil veil, Times times, PeriodText periods, FigureList figures, Beside beside, Labels labels, Places places, Taxonomy taxonomy, Audit audit) {
    this.answers = answers;
    this.veil = veil;
    this.times = times;
    this.periods = periods;
    this.figures = figures;
    this.beside = beside;
    this.labels = labels;
    this.places = places;
    this.taxonomy = taxonomy;
    this.audit = audit;
  }

  /** As everybody sees it. */
  public Dashboard open(Subject subject, Asked asked, Words words) {
    Filter filter = subject.kind().place() ? oneTrait(asked.filter()) : Filter.NONE;
    Period period = asked.period().map(this::publicPeriod).orElseGet(() -> first(subject.scope(), filter));
    return make(new View(subject, asked, period, filter, !filter.equals(asked.filter()), Eyes.PUBLIC, words));
  }

  /** All of it, for somebody who answers for the subject; written down in the audit log. */
  public Dashboard whole(Subject subject, Asked asked, Words words, SignedIn person) {
    Period period = asked.period().orElseGet(() -> first(subject.scope(), asked.filter()));
    note(person, subject, period, asked.filter(), words);
    return make(new View(subject, asked, period, asked.filter(), false, Eyes.ALL, words));
  }

  /** A programme as its institution sees it: minutes of those who show them, within its days; of what else they are, nothing that points at one of them.
   *  @param days of the programme */
  public Dashboard ofProgramme(Subject subject, Period days, Asked asked, Words words, SignedIn person) {
    Period period = asked.period().map(one -> within(one, days)).orElse(days);
    note(person, subject, period, Filter.NONE, words);
    return make(new View(subject, asked, period, Filter.NONE, !asked.filter().isNone(), Eyes.INSTITUTION, words));
  }

  /** Minutes of everything ever, as everybody may see them; {@link Chart#HIDDEN} where they are not shown. */
  public long minutesEver(Subject subject) {
    Totals total = answers.outline(subject.scope(), times.ever()).total();
    return total.minutes() != 0 && (Cell.of(total).few() || veil.hides(subject.scope(), times.ever())) ? Chart.HIDDEN : total.minutes();
  }

  private enum Eyes { PUBLIC, INSTITUTION, ALL }

  private record View(Subject subject, Asked asked, Period period, Filter filter, boolean narrowed, Eyes eyes, Words words) {

    Scope scope() {
      return subject.scope();
    }

    boolean open() {
      return eyes == Eyes.PUBLIC;
    }

    Question question() {
      return new Question(scope(), period, filter);
    }

    View at(Period other) {
      return new View(subject, asked, other, filter, narrowed, eyes, words);
    }
  }

  private void note(SignedIn person, Subject subject, Period period, Filter filter, Words words) {
    audit.note(person.id(), "figures.seen", subject.kind().name().toLowerCase(java.util.Locale.ROOT), subject.code(), null,
        Map.of("from", period.from().toString(), "to", period.to().toString(), "filter", String.join(" · ", labels.of(filter, words))));
  }

  /** Of several traits the first; a grade of proof that does not count is none. */
  private static Filter oneTrait(Filter asked) {
    if (asked.field().isPresent() || asked.activity().isPresent()) {
      return new Filter(asked.field(), asked.activity(), Optional.empty(), Optional.empty(), Optional.empty(), Filter.NONE.grades());
    }
    if (asked.audience().isPresent()) return new Filter(Optional.empty(), Optional.empty(), asked.audience(), Optional.empty(), Optional.empty(), Filter.NONE.grades());
    if (asked.sex().isPresent()) return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), asked.sex(), Optional.empty(), Filter.NONE.grades());
    if (asked.age().isPresent()) return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), asked.age(), Filter.NONE.grades());
    return Filter.NONE.grades().containsAll(asked.grades()) ? asked : Filter.NONE;
  }

  /** Days of one's own are months to the public: from two spans that differ by a day, that day could be told. */
  private Period publicPeriod(Period asked) {
    return asked.kind() == Period.Kind.DAYS ? periods.widened(asked) : asked;
  }

  private static Period within(Period asked, Period days) {
    if (asked.from().isAfter(days.to()) || asked.to().isBefore(days.from())) return days;
    if (!asked.from().isBefore(days.from()) && !asked.to().isAfter(days.to())) return asked;
    return Period.days(asked.from().isBefore(days.from()) ? days.from() : asked.from(), asked.to().isAfter(days.to()) ? days.to() : asked.to());
  }

  /** The first period that has something to show. */
  private Period first(Scope scope, Filter filter) {
    Period year = Period.year(times.today().getYear());
    boolean early = times.today().getMonthValue() < FROM_THIS_MONTH_THE_YEAR_SAYS_ENOUGH;
    List<Period> candidates = early ? List.of(times.twelveMonths(), Period.year(year.from().getYear() - 1), year, times.ever())
        : List.of(year, times.twelveMonths(), times.ever());
    return candidates.stream().filter(period -> answers.outline(scope, period).total().minutes() != 0 && !hides(scope, period, filter)).findFirst().orElse(candidates.getFirst());
  }

  private boolean hides(Scope scope, Period period, Filter filter) {
    Optional<Trait> trait = trait(filter);
    return trait.map(one -> veil.hides(scope, period, one, keys(filter, one))).orElseGet(() -> veil.hides(scope, period));
  }

  private Optional<Trait> trait(Filter filter) {
    if (filter.activity().isPresent()) {
      return taxonomy.activity(filter.activity().get()).map(activity -> Trait.activities(activity.field()));
    }
    if (filter.field().isPresent()) return Optional.of(Trait.of(Breakdown.FIELD));
    if (filter.audience().isPresent()) return Optional.of(Trait.of(Breakdown.AUDIENCE));
    if (filter.sex().isPresent()) return Optional.of(Trait.of(Breakdown.SEX));
    if (filter.age().isPresent()) return Optional.of(Trait.of(Breakdown.AGE));
    return filter.grades().equals(Filter.NONE.grades()) ? Optional.empty() : Optional.of(Trait.of(Breakdown.GRADE));
  }

  /** The keys of its trait that a filter lets through; of two grades all, since the third is what they leave. */
  private static Set<String> keys(Filter filter, Trait trait) {
    return switch (trait.by()) {
      case ACTIVITY -> Set.of(filter.activity().orElse(""));
      case FIELD -> Set.of(filter.field().orElse(""));
      case AUDIENCE -> Set.of(filter.audience().map(dz.linatatawwa.volunteers.Audience::code).orElse(""));
      case SEX -> Set.of(filter.sex().map(dz.linatatawwa.volunteers.Sex::code).orElse(""));
      case AGE -> Set.of(filter.age().map(dz.linatatawwa.figures.AgeGroup::code).orElse(""));
      default -> (filter.grades().size() == 1 ? filter.grades() : Filter.NONE.grades()).stream().map(Enum::name).collect(Collectors.toSet());
    };
  }

  private Dashboard make(View view) {
    Answer answer = answers.whole(view.question());
    boolean hidden = view.open() && (Cell.of(answer.total()).few() || hides(view.scope(), view.period(), view.filter()));
    boolean empty = answer.total().minutes() == 0 && answer.total().givers() == 0;
    Showing showing = hidden ? Showing.HIDDEN : empty ? Showing.EMPTY : Showing.SHOWN;
    boolean told = !hidden;
    Optional<Period> before = periods.before(view.period()).filter(one -> view.asked().compare() && told).map(one -> view.open() ? publicPeriod(one) : one);
    Optional<View> earlier = before.map(view::at).filter(one -> !view.open() || !hides(one.scope(), one.period(), one.filter()));
    boolean plain = view.filter().isNone();
    return new Dashboard(view.subject(), view.asked(), view.period(), view.filter(), view.narrowed(), answer.asOf(), showing, earlier.map(View::period),
        told ? figures.large(answer, earlier.map(one -> answers.whole(one.question())), view.eyes() == Eyes.ALL) : List.of(),
        told && plain ? figures.operations(view.scope(), view.period(), view.eyes() == Eyes.ALL) : List.of(),
        told ? months(view, answer) : NO_MONTHS, told ? traits(view, answer) : List.of(), told ? places(view, answer) : NO_PLACES,
        told && plain ? excluded(view) : Map.of(), told && plain ? beside.reach(view.scope(), view.period()).lines() : List.<Reach.Line>of());
  }

  private Map<Reason, Long> excluded(View view) {
    boolean may = view.eyes() == Eyes.ALL || view.eyes() == Eyes.PUBLIC && view.subject().kind() == Subject.Kind.NATION;
    return may ? beside.excluded(view.scope(), view.period()).minutes() : Map.of();
  }

  private Chart months(View view, Answer answer) {
    boolean whole = times.wholeMonths(view.period()) || view.period().kind() == Period.Kind.EVER;
    boolean mixedAges = view.filter().age().isPresent() && view.period().from().getYear() != view.period().to().getYear();
    if (view.open() && (!whole || mixedAges)) return NO_MONTHS;
    Map<String, Totals> parts = parts(answer, Breakdown.MONTH);
    Set<String> hidden = !view.open() ? Set.of() : trait(view.filter()).map(trait -> veil.hiddenMonths(view.scope(), view.period(), view.filter(), trait, keys(view.filter(), trait)))
        .orElseGet(() -> veil.hidden(view.scope(), view.period(), Breakdown.MONTH));
    YearMonth first = view.period().kind() == Period.Kind.EVER && !parts.isEmpty() ? YearMonth.parse(answer.by(Breakdown.MONTH).getFirst().key()) : YearMonth.from(view.period().from());
    YearMonth last = YearMonth.from(view.period().to().isAfter(times.today()) ? times.today() : view.period().to());
    List<Chart.Bar> bars = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) bars.add(bar(view, Breakdown.MONTH, month.toString(), parts, hidden));
    return new Chart(Breakdown.MONTH, bars);
  }

  private List<Chart> traits(View view, Answer answer) {
    if (view.eyes() == Eyes.PUBLIC && (!view.subject().kind().place() || !view.filter().isNone())) return activitiesOfField(view);
    List<Chart> charts = new ArrayList<>();
    for (Breakdown by : Trait.SHOWN) {
      Map<String, Totals> parts = parts(answer, by);
      Set<String> hidden = switch (view.eyes()) {
        case PUBLIC -> veil.hidden(view.scope(), view.period(), by);
        case INSTITUTION -> alone(answer, by);
        case ALL -> Set.of();
      };
      if (!parts.isEmpty()) charts.add(chart(view, by, parts, hidden));
    }
    if (view.eyes() == Eyes.ALL && view.filter().field().isPresent()) charts.add(chart(view, Breakdown.ACTIVITY, parts(answer, Breakdown.ACTIVITY), Set.of()));
    return charts;
  }

  /** The activities of the one field that the public asked for are a finer look at the same trait. */
  private List<Chart> activitiesOfField(View view) {
    if (!view.subject().kind().place() || view.filter().field().isEmpty()) return List.of();
    Trait trait = Trait.activities(view.filter().field().get());
    Answer unfiltered = answers.whole(new Question(view.scope(), view.period(), Filter.NONE));
    Map<String, Totals> parts = parts(unfiltered, Breakdown.ACTIVITY);
    parts.keySet().removeIf(key -> !key.startsWith(trait.field() + "-"));
    return parts.isEmpty() ? List.of() : List.of(chart(view, Breakdown.ACTIVITY, parts, veil.hiddenTraits(view.scope(), view.period(), trait)));
  }

  private static Set<String> alone(Answer answer, Breakdown by) {
    List<Suppression.Node> cells = answer.by(by).stream().map(part -> Suppression.Node.leaf(part.key(), Cell.of(part.totals()).weight())).toList();
    Set<String> hidden = new HashSet<>(Suppression.ofOverlapping(new Suppression.Node("whole", answer.total().givers(), cells)));
    return hidden.contains("whole") ? cells.stream().map(Suppression.Node::key).collect(Collectors.toSet()) : hidden;
  }

  private Chart chart(View view, Breakdown by, Map<String, Totals> parts, Set<String> hidden) {
    Comparator<Chart.Bar> order = by == Breakdown.FIELD || by == Breakdown.ACTIVITY || by == Breakdown.AUDIENCE
        ? Comparator.comparing(Chart.Bar::hidden).thenComparing(Comparator.comparingLong(Chart.Bar::minutes).reversed()) : Comparator.comparing((Chart.Bar bar) -> bar.key().isEmpty());
    return new Chart(by, parts.keySet().stream().map(key -> bar(view, by, key, parts, hidden)).sorted(order.thenComparing(Chart.Bar::key)).toList());
  }

  private Chart places(View view, Answer answer) {
    if (view.open() && !view.filter().isNone()) return NO_PLACES;
    Map<String, Totals> parts = parts(answer, Breakdown.PLACE);
    Set<String> hidden = switch (view.eyes()) {
      case PUBLIC -> new HashSet<>(veil.hidden(view.scope(), view.period(), Breakdown.PLACE));
      case INSTITUTION -> new HashSet<>(alone(answer, Breakdown.PLACE));
      case ALL -> new HashSet<>();
    };
    if (view.subject().kind() == Subject.Kind.COMMUNE) return NO_PLACES;
    if (view.subject().kind() == Subject.Kind.NATION) divided(view, parts, hidden);
    List<Chart.Bar> bars = new ArrayList<>(parts.keySet().stream().map(key -> bar(view, Breakdown.PLACE, key, parts, hidden)).toList());
    Comparator<Chart.Bar> byCode = Comparator.comparing((Chart.Bar bar) -> bar.key().isEmpty()).thenComparing(Chart.Bar::key);
    bars.sort(view.asked().byValue() ? Comparator.comparingLong(Chart.Bar::minutes).reversed().thenComparing(byCode) : byCode);
    return new Chart(Breakdown.PLACE, bars);
  }

  /** Every wilaya of the division, also where nothing was done; of those that were put together, each counted as one. */
  private void divided(View view, Map<String, Totals> parts, Set<String> hidden) {
    Division division = view.asked().division();
    Map<String, List<String>> members = places.wilayas().stream().collect(Collectors.groupingBy(wilaya -> Subjects.in(wilaya, division).value(), TreeMap::new,
        Collectors.mapping(wilaya -> wilaya.code().value(), Collectors.toList())));
    members.forEach((code, of) -> {
      if (of.size() > 1) {
        Scope scope = new Scope.OfWilaya(new WilayaCode(code), division);
        Totals together = answers.ask(new Question(scope, view.period(), view.filter()), Set.of()).total();
        boolean gone = view.open() && veil.hides(scope, view.period());
        of.forEach(parts::remove);
        of.forEach(hidden::remove);
        parts.put(code, together);
        if (gone) hidden.add(code);
      } else {
        parts.putIfAbsent(code, Totals.NONE);
        if (view.open() && veil.hides(new Scope.OfWilaya(new WilayaCode(code), Division.W69), view.period())) hidden.add(code);
      }
    });
  }

  /** What each of the 69 squares of the map shows: in an older division, the number of the wilaya that it belonged to. */
  public Map<String, Long> drawn(Dashboard dashboard) {
    Map<String, Long> minutes = dashboard.places().bars().stream().collect(Collectors.toMap(Chart.Bar::key, Chart.Bar::minutes));
    return places.wilayas().stream().collect(Collectors.toMap(wilaya -> wilaya.code().value(),
        (Wilaya wilaya) -> minutes.getOrDefault(Subjects.in(wilaya, dashboard.asked().division()).value(), 0L)));
  }

  private Chart.Bar bar(View view, Breakdown by, String key, Map<String, Totals> parts, Set<String> hidden) {
    String label = labels.of(by, key, view.words());
    Totals totals = parts.getOrDefault(key, Totals.NONE);
    boolean few = view.open() && Cell.of(totals).few();
    if (few || hidden.contains(key)) return new Chart.Bar(key, label, Chart.HIDDEN, Chart.HIDDEN);
    return new Chart.Bar(key, label, totals.minutes(), view.eyes() != Eyes.ALL && Veil.few(totals.persons()) ? Chart.HIDDEN : totals.persons());
  }

  private static Map<String, Totals> parts(Answer answer, Breakdown by) {
    return new HashMap<>(answer.by(by).stream().collect(Collectors.toMap(Answer.Part::key, Answer.Part::totals, (one, other) -> one, TreeMap::new)));
  }
}
