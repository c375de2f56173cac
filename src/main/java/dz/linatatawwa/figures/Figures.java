package dz.linatatawwa.figures;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions about hours and persons from the ledger. */
@Service
public class Figures {

  private final LedgerCount ledger;
  private final Clock clock;

  Figures(LedgerCount ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** All of it at one moment of the database.
   *  @param by which breakdowns are wanted */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Answer answer(Question question, Set<Breakdown> by) {
    Instant asOf = clock.instant();
    Map<Breakdown, List<Answer.Part>> parts = new EnumMap<>(Breakdown.class);
    for (Breakdown breakdown : by) parts.put(breakdown, ledger.parts(question, breakdown));
    return new Answer(question, asOf, ledger.total(question), parts);
  }
}
