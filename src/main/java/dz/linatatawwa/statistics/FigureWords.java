package dz.linatatawwa.statistics;

import dz.linatatawwa.language.Words;
import java.math.BigDecimal;
import java.util.Optional;

/** Figures in words: the same wherever one is shown to a person. */
public final class FigureWords {

  /** Less than this, of one, is no change. */
  private static final double HARDLY = 0.005;
  /** From so many times more on, a share says nothing. */
  private static final double MANY_TIMES = 9;
  private static final int AN_HOUR = 60;

  private FigureWords() {}

  /** Its value with its unit; a hidden one is the sign for that. */
  public static String value(Figure figure, Words words) {
    BigDecimal value = figure.value();
    if (value == null) return words.text("statistics.hidden");
    return switch (figure.definition()) {
      case HOURS, EXCLUDED -> words.number(value.longValue() / AN_HOUR);
      case MEAN, MEDIAN, ANSWER, CONFIRMATION, SETTLING -> words.hours(value.longValue());
      case NO_SHOW, SAMPLE -> words.percent(value.doubleValue());
      case FULL_TIME -> words.decimal(value.doubleValue(), 1);
      default -> words.number(value.longValue());
    };
  }

  /** What a page calls it. */
  public static String name(Definition definition, Words words) {
    return words.text("statistics.definition." + definition.code() + ".name");
  }

  /** Hours of minutes, or the sign for what is not shown. */
  public static String hours(long minutes, Words words) {
    return minutes == Chart.HIDDEN ? words.text("statistics.hidden") : words.number(minutes / AN_HOUR);
  }

  /** Persons, or the sign for what is not shown. */
  public static String persons(long persons, Words words) {
    return persons == Chart.HIDDEN ? words.text("statistics.hidden") : words.number(persons);
  }

  /** Which way it went: up, down, same; nothing where there is nothing to compare with. */
  public static Optional<String> way(Figure figure) {
    return figure.change().map(change -> Math.abs(change) < HARDLY ? "same" : change > 0 ? "up" : "down");
  }

  /** The change in words: 12 % more than in the period before. */
  public static String change(Figure figure, Words words) {
    double change = figure.change().orElse(0.0);
    if (change >= MANY_TIMES) return words.text("statistics.change.many");
    return words.text("statistics.change." + way(figure).orElse("same"), words.percent(Math.abs(change)));
  }
}
