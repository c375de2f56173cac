package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterView;
import org.springframework.stereotype.Component;

/** Hours whose clock has run out. */
@Component
class OverdueView implements MatterView {

  private final LedgerCases cases;

  OverdueView(LedgerCases cases) {
    this.cases = cases;
  }

  @Override
  public String kind() {
    return LedgerMatters.OVERDUE;
  }

  @Override
  public String objectKind() {
    return "shift";
  }

  @Override
  public String nameKey() {
    return "hours.matter." + kind();
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    return cases.show(matter, words);
  }

  @Override
  public boolean concerns(Matter matter, AccountId person) {
    return cases.concerns(matter, person);
  }

  @Override
  public String stays(Matter decided) {
    return "hours.undo.ledger";
  }
}
