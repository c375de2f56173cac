package dz.linatatawwa.opportunities;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The face of the room: what is offered, and its shifts. */
@Service
public class Opportunities {

  private final OpportunityTable table;
  private final ShiftTable shifts;
  private final OpportunitySearch search;

  Opportunities(OpportunityTable table, ShiftTable shifts, OpportunitySearch search) {
    this.table = table;
    this.shifts = shifts;
    this.search = search;
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

  /** What visitors find: published opportunities of verified organisations with a coming shift.
   *  @param page from 1; beyond the last one the last one is answered */
  public Found search(SearchCriteria criteria, int page, int size) {
    return search.find(criteria, page, size);
  }

  /** How many of them each wilaya has, by its code; remote ones without a place under the empty text. */
  public Map<String, Integer> countByWilaya(SearchCriteria criteria) {
    return search.byWilaya(criteria);
  }

  /** The title of the campaign that an opportunity belongs to; null when it belongs to none. */
  @Nullable String campaignTitle(Opportunity opportunity) {
    return opportunity.campaign() == null ? null : table.campaignTitle(opportunity.campaign());
  }
}
