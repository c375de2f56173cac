package dz.linatatawwa.figures;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts newcomers, those who return and those who have lapsed. */
final class Moving implements Walk.Visitor {

  private final Matching matching;
  private final int from;
  private final int to;
  private final int earlierFrom;
  private final int earlierTo;
  private int facts;
  private long lines;
  private long before;
  private long earlier;
  private long now;
  private long newcomers;
  private long returning;
  private long lapsed;

  /** @param before the period before, if there is one */
  Moving(Question question, Optional<Period> before, Sorts sorts, @Nullable People people) {
    this.matching = new Matching(question, sorts, people);
    this.from = (int) question.period().from().toEpochDay();
    this.to = (int) question.period().to().toEpochDay();
    this.earlierFrom = before.map(period -> (int) period.from().toEpochDay()).orElse(1);
    this.earlierTo = before.map(period -> (int) period.to().toEpochDay()).orElse(0);
  }

  @Override
  public boolean begin(long person, int factsOfPerson) {
    facts = factsOfPerson;
    before = 0;
    earlier = 0;
    now = 0;
    return matching.person(person, factsOfPerson);
  }

  @Override
  public void lines(Section section, int at, int count) {
    lines += count;
    if (!Matching.oldEnough(facts, section.year)) return;
    for (int i = 0, next = at; i < count; i++, next += Packed.LINE) {
      long line = Packed.lineAt(section.data, next);
      int day = section.firstDay + Packed.day(line);
      if (day > to || !matching.sort(Packed.sort(line))) continue;
      int minutes = Packed.minutes(line);
      if (day >= from) now += minutes;
      else before += minutes;
      if (day >= earlierFrom && day <= earlierTo) earlier += minutes;
    }
  }

  @Override
  public void end() {
    if (now < Cells.HOUR) {
      if (earlier >= Cells.HOUR) lapsed++;
    } else if (before < Cells.HOUR) {
      newcomers++;
    } else {
      returning++;
    }
  }

  /** How many were looked at. */
  long lines() {
    return lines;
  }

  void add(Moving other) {
    lines += other.lines;
    newcomers += other.newcomers;
    returning += other.returning;
    lapsed += other.lapsed;
  }

  Movement movement(Question question, Instant asOf) {
    return new Movement(question, asOf, newcomers, returning, lapsed);
  }
}
