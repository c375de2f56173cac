package dz.linatatawwa.impact;

import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What volunteering achieves beyond hours. */
@Service
public class Impact {

  private final ReachTable table;
  private final Clock clock;

  Impact(ReachTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** All of it at one moment of the database. What an opportunity plans belongs to the day of its last shift, what a campaign plans to its last day; a campaign that plans a unit
   *  itself stands for its opportunities. Campaigns have no place: in wilayas and communes only what opportunities plan and reach is told. Of groups of people nothing is. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Reach of(Scope scope, Period period) {
    Instant asOf = clock.instant();
    return new Reach(scope, period, asOf, table.lines(scope, period), table.materials(scope, period));
  }

  /** What one campaign or opportunity plans and has reached so far, whenever it was. */
  public List<Reach.Line> toward(Target target) {
    return table.lines(target);
  }
}
