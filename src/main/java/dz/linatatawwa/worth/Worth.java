package dz.linatatawwa.worth;

import dz.linatatawwa.figures.Answer;
import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Answer.Part;
import dz.linatatawwa.worth.Valuation.Method;
import dz.linatatawwa.worth.Valuation.Minimum;
import dz.linatatawwa.worth.Valuation.Replacement;
import dz.linatatawwa.worth.Valuation.Share;
import dz.linatatawwa.worth.WageTable.Gdp;
import dz.linatatawwa.worth.WageTable.Wage;
import dz.linatatawwa.taxonomy.Activity;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/** What hours are worth (statistics.md: lower bound, replacement cost, full-time equivalent, share of the gross domestic product). */
@Service
public class Worth {

  /** The breakdowns that an answer must have to be valued. */
  public static final Set<Breakdown> NEEDS = Set.of(Breakdown.MONTH, Breakdown.ACTIVITY);

  /** Hours of a full-time worker in a month: 2,080 a year. */
  private static final BigDecimal FULL_TIME = new BigDecimal("173.33");
  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
  /** Steps between are exact to 34 digits; what is shown is rounded at the end. */
  private static final MathContext EXACT = MathContext.DECIMAL128;

  private final WageTable table;
  private final Taxonomy taxonomy;

  Worth(WageTable table, Taxonomy taxonomy) {
    this.table = table;
    this.taxonomy = taxonomy;
  }

  /** @param answer with the breakdowns of {@link #NEEDS}
   *  @throws IllegalArgumentException without them */
  public Valuation of(Answer answer) {
    if (!answer.parts().keySet().containsAll(NEEDS)) throw new IllegalArgumentException("has no " + NEEDS + ": " + answer.parts().keySet());
    List<Part> byMonth = answer.by(Breakdown.MONTH);
    TreeMap<LocalDate, Minimum> minimum = table.minimum();
    TreeSet<LocalDate> used = new TreeSet<>();
    BigDecimal lowerBound = BigDecimal.ZERO;
    for (Part month : byMonth) {
      Map.Entry<LocalDate, Minimum> wage = inForce(minimum, YearMonth.parse(month.key()));
      used.add(wage.getKey());
      lowerBound = lowerBound.add(value(month.totals().minutes(), wage.getValue().dinarsAnHour()));
    }
    BigDecimal exact = lowerBound;
    Optional<Replacement> replacement = replacement(answer, exact);
    BigDecimal months = months(answer.question().period(), byMonth);
    long minutes = answer.total().minutes();
    BigDecimal fullTime = months.signum() == 0 ? BigDecimal.ZERO
        : BigDecimal.valueOf(minutes).divide(SIXTY, EXACT).divide(FULL_TIME.multiply(months), EXACT).setScale(2, RoundingMode.HALF_UP);
    return new Valuation(minutes, money(exact), used.stream().map(minimum::get).toList(), replacement, months.setScale(2, RoundingMode.HALF_UP), fullTime,
        share(answer.question().period(), replacement.map(Replacement::dinars).orElse(exact), replacement.isPresent() ? Method.REPLACEMENT : Method.LOWER_BOUND, months));
  }

  /** The wage that holds on the first of a month; before the first one known, that one, for nothing lower is known. */
  private static Map.Entry<LocalDate, Minimum> inForce(TreeMap<LocalDate, Minimum> minimum, YearMonth month) {
    Map.Entry<LocalDate, Minimum> wage = minimum.floorEntry(month.atDay(1));
    return wage == null ? minimum.firstEntry() : wage;
  }

  private Optional<Replacement> replacement(Answer answer, BigDecimal lowerBound) {
    Optional<Integer> year = table.wageYear(answer.question().period().to().getYear());
    if (year.isEmpty()) return Optional.empty();
    Map<String, Wage> wages = table.wages(year.get());
    BigDecimal dinars = BigDecimal.ZERO;
    long withWage = 0;
    long all = 0;
    TreeSet<String> sources = new TreeSet<>();
    for (Part activity : answer.by(Breakdown.ACTIVITY)) {
      long minutes = activity.totals().minutes();
      all += minutes;
      Optional<Wage> wage = taxonomy.activity(activity.key()).map(Activity::isco).flatMap(isco -> longest(wages, isco));
      if (wage.isEmpty()) continue;
      withWage += minutes;
      dinars = dinars.add(value(minutes, wage.get().dinarsAnHour()));
      sources.add(wage.get().source());
    }
    BigDecimal rest = all == 0 ? BigDecimal.ZERO : lowerBound.multiply(BigDecimal.valueOf(all - withWage)).divide(BigDecimal.valueOf(all), EXACT);
    return Optional.of(new Replacement(money(dinars.add(rest)), withWage, year.get(), List.copyOf(sources)));
  }

  /** 5329, else 532, else 53, else 5. */
  private static Optional<Wage> longest(Map<String, Wage> wages, String isco) {
    for (int length = isco.length(); length > 0; length--) {
      Wage wage = wages.get(isco.substring(0, length));
      if (wage != null) return Optional.of(wage);
    }
    return Optional.empty();
  }

  private Optional<Share> share(Period period, BigDecimal value, Method method, BigDecimal months) {
    if (period.from().getYear() != period.to().getYear() || months.signum() == 0) return Optional.empty();
    Optional<Gdp> gdp = table.gdp(period.to().getYear());
    return gdp.map(year -> {
      BigDecimal ofSpan = year.dinars().multiply(months).divide(BigDecimal.valueOf(12), EXACT);
      return new Share(value.divide(ofSpan, EXACT).setScale(6, RoundingMode.HALF_UP), method, year.year(), year.source());
    });
  }

  /** Whole months count one, parts of a month their days of its days. */
  static BigDecimal months(Period period, List<Part> byMonth) {
    LocalDate from = period.from();
    if (period.kind() == Period.Kind.EVER) {
      if (byMonth.isEmpty()) return BigDecimal.ZERO;
      from = YearMonth.parse(byMonth.getFirst().key()).atDay(1);
    }
    BigDecimal months = BigDecimal.ZERO;
    for (YearMonth month = YearMonth.from(from); !month.isAfter(YearMonth.from(period.to())); month = month.plusMonths(1)) {
      LocalDate first = month.atDay(1).isBefore(from) ? from : month.atDay(1);
      LocalDate last = month.atEndOfMonth().isAfter(period.to()) ? period.to() : month.atEndOfMonth();
      months = months.add(BigDecimal.valueOf(ChronoUnit.DAYS.between(first, last) + 1).divide(BigDecimal.valueOf(month.lengthOfMonth()), EXACT));
    }
    return months;
  }

  private static BigDecimal value(long minutes, BigDecimal dinarsAnHour) {
    return BigDecimal.valueOf(minutes).multiply(dinarsAnHour).divide(SIXTY, EXACT);
  }

  private static BigDecimal money(BigDecimal dinars) {
    return dinars.setScale(2, RoundingMode.HALF_UP);
  }
}
