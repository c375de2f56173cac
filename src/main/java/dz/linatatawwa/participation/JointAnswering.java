package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The organisation's yes to a party. Runs inside the caller's transaction. */
@Component
class JointAnswering {

  private final ApplicationTable table;
  private final PartyTable parties;
  private final Answering answering;
  private final Organizations organizations;
  private final WaitingList waitingList;
  private final Tidings tidings;

  JointAnswering(ApplicationTable table, PartyTable parties, Answering answering, Organizations organizations, WaitingList waitingList, Tidings tidings) {
    this.table = table;
    this.parties = parties;
    this.answering = answering;
    this.organizations = organizations;
    this.waitingList = waitingList;
    this.tidings = tidings;
  }

  Map<ApplicationId, Answer> accept(AccountId by, PartyId id) {
    Party party = parties.find(id).orElseThrow(() -> new NotFound("party " + id));
    ShiftFacts facts = table.facts(new ShiftId(party.shift().value())).orElseThrow();
    if (!organizations.mayRun(by, new OrganizationId(facts.organizationId()))) throw new NotFound("party " + id + " for " + by);
    List<ApplicationId> pending = parties.in(id, "pending");
    pending.forEach(one -> table.lockVolunteer(table.find(one).orElseThrow().volunteerId()));
    return party.whole() ? whole(by, facts, pending) : eachByItself(by, pending);
  }

  private Map<ApplicationId, Answer> eachByItself(AccountId by, List<ApplicationId> pending) {
    Map<ApplicationId, Answer> answers = new LinkedHashMap<>();
    pending.forEach(id -> answers.put(id, answering.accept(by, id)));
    return answers;
  }

  private Map<ApplicationId, Answer> whole(AccountId by, ShiftFacts facts, List<ApplicationId> pending) {
    waitingList.lock(facts);
    List<ApplicationTable.Row> rows = pending.stream().map(table::lock).filter(row -> row.state().equals("pending")).toList();
    Map<ApplicationId, Answer> answers = new LinkedHashMap<>();
    for (ApplicationTable.Row row : rows) answering.whyNot(row, facts).ifPresent(why -> answers.put(new ApplicationId(row.id()), new Answer.Refused(why)));
    if (rows.isEmpty() || !answers.isEmpty()) return answers;
    boolean seats = waitingList.seat(facts, null, rows.stream().mapToInt(ApplicationTable.Row::seats).sum());
    for (ApplicationTable.Row row : rows) answers.put(new ApplicationId(row.id()), answer(by, facts, row, seats));
    return answers;
  }

  private Answer answer(AccountId by, ShiftFacts facts, ApplicationTable.Row row, boolean seats) {
    ApplicationId id = new ApplicationId(row.id());
    AccountId volunteer = new AccountId(row.volunteerId());
    table.answer(row.id(), seats ? "accepted" : "waiting", by, null, null);
    if (seats) {
      tidings.placed(id, volunteer, facts);
      return new Answer.Accepted();
    }
    int position = table.position(row.id(), row.shiftId());
    tidings.waits(id, volunteer, facts, position);
    return new Answer.Queued(position);
  }
}
