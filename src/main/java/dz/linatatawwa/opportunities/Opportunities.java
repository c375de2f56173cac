package dz.linatatawwa.opportunities;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The face of the room: what is offered, and its shifts. */
@Service
public class Opportunities {

  private final OpportunityTable table;
  private final ShiftTable shifts;

  Opportunities(OpportunityTable table, ShiftTable shifts) {
    this.table = table;
    this.shifts = shifts;
  }

  public Optional<Opportunity> find(OpportunityId id) {
    return table.find(id);
  }

  public Optional<Shift> shift(ShiftId id) {
    return shifts.find(id);
  }

  /** All shifts of an opportunity, by start; cancelled and past ones too. */
  public List<Shift> shifts(OpportunityId id) {
    return shifts.of(id);
  }
}
