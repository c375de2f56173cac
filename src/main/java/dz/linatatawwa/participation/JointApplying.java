package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the wish of several becomes seats for all of them, a place in the list for all of them, or a question. Runs inside the caller's transaction: everybody is
 *  locked in the order of their numbers, then the shift, so that two parties with the same people follow each other. */
@Component
class JointApplying {

  private final ApplicationTable table;
  private final PartyTable parties;
  private final Applying applying;
  private final ApplyRules rules;
  private final YoungRules young;
  private final WaitingList waitingList;
  private final Tidings tidings;
  private final Clock clock;

  JointApplying(ApplicationTable table, PartyTable parties, Applying applying, ApplyRules rules, YoungRules young, WaitingList waitingList, Tidings tidings, Clock clock) {
    this.table = table;
    this.parties = parties;
    this.applying = applying;
    this.rules = rules;
    this.young = young;
    this.waitingList = waitingList;
    this.tidings = tidings;
    this.clock = clock;
  }

  Joint apply(Together together) {
    List<AccountId> people = together.people().stream().sorted(Comparator.comparingLong(AccountId::value)).toList();
    people.forEach(person -> table.lockVolunteer(person.value()));
    ShiftFacts facts = table.facts(together.shift()).orElseThrow(() -> new NotFound("shift " + together.shift()));
    Wish wish = new Wish(null, "", false, null, together.broughtBy());
    Map<AccountId, Application> standing = new LinkedHashMap<>();
    Map<AccountId, Application> obstacles = new LinkedHashMap<>();
    for (AccountId person : people) {
      Optional<ApplicationTable.Row> living = table.living(person, facts.id());
      if (living.isPresent()) standing.put(person, applying.answer(living.get()));
      else rules.obstacle(person, facts, wish).ifPresent(why -> obstacles.put(person, why));
    }
    List<AccountId> free = people.stream().filter(person -> !standing.containsKey(person) && !obstacles.containsKey(person)).toList();
    if (together.whole() && free.size() > facts.capacity()) free.forEach(person -> obstacles.put(person, new Application.Refused(Application.Reason.PARTY_TOO_LARGE)));
    if (together.whole() && !obstacles.isEmpty()) return new Joint(null, obstacles);
    standing.putAll(obstacles);
    return free.isEmpty() ? new Joint(null, standing) : enter(together, facts, free, standing);
  }

  private Joint enter(Together together, ShiftFacts facts, List<AccountId> people, Map<AccountId, Application> answers) {
    // before anything names the shift: a reference to it held by two at once would keep either from locking it
    if (!facts.byHand()) waitingList.lock(facts);
    PartyId party = parties.make(together);
    Wish wish = new Wish(null, "", false, null, together.broughtBy(), party.value(), List.of());
    boolean whole = together.whole() && !facts.byHand();
    boolean seats = whole && waitingList.seat(facts, null, people.size());
    for (AccountId person : people) {
      answers.put(person, !whole ? applying.enter(person, facts, wish) : seats ? applying.place(person, facts, wish) : applying.await(person, facts, wish));
    }
    return new Joint(party, answers);
  }

  Joint confirm(PartyId party) {
    List<ApplicationId> offered = parties.in(party, "offered");
    Map<AccountId, Application> answers = new LinkedHashMap<>();
    if (offered.isEmpty()) return new Joint(null, answers);
    List<ApplicationTable.Row> seen = offered.stream().flatMap(id -> table.find(id).stream()).toList();
    seen.forEach(row -> table.lockVolunteer(row.volunteerId()));
    ShiftFacts facts = table.facts(new ShiftId(seen.getFirst().shiftId())).orElseThrow();
    waitingList.lock(facts);
    List<ApplicationTable.Row> rows = offered.stream().map(table::lock).filter(row -> row.state().equals("offered")).toList();
    for (ApplicationTable.Row row : rows) obstacle(row, facts).ifPresent(why -> answers.put(new AccountId(row.volunteerId()), why));
    if (rows.isEmpty() || !answers.isEmpty()) return new Joint(null, answers);
    for (ApplicationTable.Row row : rows) {
      ApplicationId id = new ApplicationId(row.id());
      table.move(row.id(), "accepted");
      tidings.placed(id, new AccountId(row.volunteerId()), facts);
      answers.put(new AccountId(row.volunteerId()), new Application.Placed(id));
    }
    return new Joint(party, answers);
  }

  private Optional<Application> obstacle(ApplicationTable.Row row, ShiftFacts facts) {
    Instant ends = row.offerEnds();
    if (ends == null || !ends.isAfter(clock.instant())) return Optional.of(new Application.Refused(Application.Reason.OFFER_LAPSED));
    Optional<Application> fault = young.fault(row).map(why -> new Application.Refused(Application.Reason.of(why)));
    if (fault.isPresent()) return fault;
    Optional<Requirement.Lack> lack = rules.lack(new AccountId(row.volunteerId()), facts);
    if (lack.isPresent()) return lack.map(Application.Unmet::new);
    return row.despiteClash() ? Optional.empty() : table.overlap(row.volunteerId(), facts).map(ApplyRules::clash);
  }
}
