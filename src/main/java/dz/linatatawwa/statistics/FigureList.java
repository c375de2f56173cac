package dz.linatatawwa.statistics;

import dz.linatatawwa.contests.Contests;
import dz.linatatawwa.contests.SettlingTime;
import dz.linatatawwa.figures.Answer;
import dz.linatatawwa.figures.Figures;
import dz.linatatawwa.figures.Movement;
import dz.linatatawwa.turnout.OperationFigures;
import dz.linatatawwa.turnout.OperationFigures.Waiting;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Question;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.figures.Suppression;
import dz.linatatawwa.figures.Totals;
import dz.linatatawwa.worth.Valuation;
import dz.linatatawwa.worth.Worth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures that stand alone, each by its one definition; a count of one to four persons is not told. */
@Component
class FigureList {

  private static final int SHARE_PLACES = 4;

  private final Figures figures;
  private final Worth worth;
  private final Beside beside;
  private final Contests contests;

  FigureList(Figures figures, Worth worth, Beside beside, Contests contests) {
    this.figures = figures;
    this.worth = worth;
    this.beside = beside;
    this.contests = contests;
  }

  /** Of hours and persons, with those of the period before.
   *  @param all whether single persons may be told of */
  List<Figure> large(Answer answer, Optional<Answer> before, boolean all) {
    Map<Definition, Figure> earlier = before.map(one -> values(one, all)).orElse(Map.of());
    return values(answer, all).values().stream().map(figure -> figure.after(value(earlier.get(figure.definition())))).toList();
  }

  private Map<Definition, Figure> values(Answer answer, boolean all) {
    Map<Definition, Figure> values = new EnumMap<>(Definition.class);
    Totals total = answer.total();
    boolean told = all || !Veil.few(total.persons());
    put(values, Definition.ACTIVE, total.persons(), told);
    put(values, Definition.HOURS, total.minutes(), true);
    put(values, Definition.MEAN, total.meanMinutes(), told);
    put(values, Definition.MEDIAN, total.medianMinutes(), told);
    Question question = answer.question();
    Movement movement = figures.movement(question);
    boolean moved = told && (all || !Veil.few(movement.newcomers()) && !Veil.few(movement.returning()));
    put(values, Definition.NEWCOMERS, movement.newcomers(), moved);
    put(values, Definition.RETURNING, movement.returning(), moved);
    put(values, Definition.LAPSED, movement.lapsed(), all || !Veil.few(movement.lapsed()));
    if (question.filter().isNone()) {
      beside.operations(question.scope(), question.period()).registered().ifPresent(registered -> put(values, Definition.REGISTERED, registered, all || !Veil.few(registered)));
    }
    Valuation valuation = worth.of(answer);
    values.put(Definition.FULL_TIME, new Figure(Definition.FULL_TIME, valuation.fullTime(), null));
    values.put(Definition.VALUE, new Figure(Definition.VALUE, valuation.replacement().map(Valuation.Replacement::dinars).orElse(valuation.lowerBound()).setScale(0, RoundingMode.HALF_UP), null));
    return values;
  }

  /** Of places, applications and waiting. */
  List<Figure> operations(Scope scope, Period period, boolean all) {
    OperationFigures found = beside.operations(scope, period);
    List<Figure> list = new ArrayList<>();
    found.organizations().ifPresent(number -> list.add(Figure.of(Definition.ORGANIZATIONS, number)));
    list.add(Figure.of(Definition.OPPORTUNITIES, found.opportunities()));
    list.add(Figure.of(Definition.OFFERED, found.offered()));
    list.add(told(Definition.FILLED, found.filled(), all || !Veil.few(found.filled())));
    list.add(told(Definition.APPLICATIONS, found.applications(), all || !Veil.few(found.applications())));
    boolean shows = all || found.kept() + found.missed() >= Suppression.FEWEST && !Veil.few(found.missed()) && !Veil.few(found.kept());
    found.noShowRate().ifPresent(rate -> list.add(shows ? share(Definition.NO_SHOW, rate) : Figure.hidden(Definition.NO_SHOW)));
    waiting(Definition.ANSWER, found.answer(), all).ifPresent(list::add);
    waiting(Definition.CONFIRMATION, found.confirmation(), all).ifPresent(list::add);
    if (found.sample().shown()) found.sample().rate().ifPresent(rate -> list.add(share(Definition.SAMPLE, rate)));
    if (scope instanceof Scope.Nation) {
      SettlingTime settling = contests.settlingTime();
      if (settling.median() != null) list.add(Figure.of(Definition.SETTLING, settling.median().toMinutes()));
    }
    return list;
  }

  private static Optional<Figure> waiting(Definition definition, Waiting waiting, boolean all) {
    if (waiting.median().isEmpty()) return Optional.empty();
    return Optional.of(told(definition, waiting.median().getAsInt(), all || waiting.count() >= Suppression.FEWEST));
  }

  private static Figure share(Definition definition, double share) {
    return new Figure(definition, BigDecimal.valueOf(share).setScale(SHARE_PLACES, RoundingMode.HALF_UP), null);
  }

  private static void put(Map<Definition, Figure> values, Definition definition, long value, boolean told) {
    values.put(definition, told(definition, value, told));
  }

  private static Figure told(Definition definition, long value, boolean told) {
    return told ? Figure.of(definition, value) : Figure.hidden(definition);
  }

  private static @Nullable BigDecimal value(@Nullable Figure figure) {
    return figure == null ? null : figure.value();
  }
}
