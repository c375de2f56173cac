package dz.linatatawwa.turnout;

import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** How volunteering is organised: places, applications, who came, who answers how fast. */
@Service
public class Operations {

  private final Happened happened;
  private final StockCount stocks;

  Operations(Happened happened, StockCount stocks) {
    this.happened = happened;
    this.stocks = stocks;
  }

  /** All of it at one moment of the database. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public OperationFigures of(Scope scope, Period period) {
    return happened.in(scope, period).operations(scope, period, stocks.registered(scope, period), stocks.organizations(scope, period));
  }
}
