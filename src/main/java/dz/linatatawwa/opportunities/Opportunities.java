package dz.linatatawwa.opportunities;

import dz.linatatawwa.organizations.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

  /** The opportunity, held until the transaction ends: for who looks at it before changing it. */
  public Optional<Opportunity> hold(OpportunityId id) {
    return table.lock(id);
  }

  /** What is narrowed down to, for lists of other systems; null: everything. */
  public record Narrowed(@Nullable String wilaya, @Nullable String field, @Nullable Long organization, @Nullable Long campaign) {}

  /** What everybody sees and takes people in, the newest first, part by part.
   *  @param before only those of a smaller number */
  public List<Opportunity> published(Narrowed narrowed, long before, int most) {
    return table.published(narrowed, before, most);
  }

  /** An organisation's own in every state, or in one, the newest first, part by part.
   *  @param before only those of a smaller number */
  public List<Opportunity> own(OrganizationId organization, @Nullable State state, long before, int most) {
    return table.own(organization, state, before, most);
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
    return search.byWilaya(criteria).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().opportunities()));
  }

  /** What is open in each wilaya, by its code; from anywhere under the empty text. */
  public Map<String, OpenOffer> open() {
    return search.byWilaya(SearchCriteria.all());
  }

  /** The title of the campaign that an opportunity belongs to; null when it belongs to none. */
  @Nullable String campaignTitle(Opportunity opportunity) {
    return opportunity.campaign() == null ? null : table.campaignTitle(opportunity.campaign());
  }
}
