package dz.linatatawwa.eligibility;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Judges rules. A rule means the same for one person and for the nation: both are the same SQL over the ledger and its kept totals. */
@Service
public class Eligibility {

  private final MeasureTable table;
  private final ObjectProvider<Holdings> holdings;
  private final Clock clock;

  Eligibility(MeasureTable table, ObjectProvider<Holdings> holdings, Clock clock) {
    this.table = table;
    this.holdings = holdings;
    this.clock = clock;
  }

  /** How a rule stands for a person today. */
  public Judgement judge(Rule rule, AccountId person) {
    return judge(rule, person, today());
  }

  /** How a rule stands for a person as of a day: lines of the ledger up to that day, as the ledger is written now; the age of that day. */
  public Judgement judge(Rule rule, AccountId person, LocalDate day) {
    return judgeAll(List.of(rule), person, day).getFirst();
  }

  /** Several rules for one person today, in one reading. */
  public List<Judgement> judgeAll(List<Rule> rules, AccountId person) {
    return judgeAll(rules, person, today());
  }

  private List<Judgement> judgeAll(List<Rule> rules, AccountId person, LocalDate day) {
    Measured measured = measure(rules, List.of(person.value()), day);
    return rules.stream().map(rule -> {
      List<Part> parts = rule.all().stream().map(condition -> {
        long have = measured.have(condition, person.value());
        return new Part(condition, condition.met(have), have, condition.need());
      }).toList();
      return new Judgement(parts.stream().allMatch(Part::met), parts);
    }).toList();
  }

  /** Of these people, those whom the rule fits today. Serves thousands in one statement. */
  public Set<Long> fitting(Rule rule, Collection<Long> volunteers) {
    return fitting(List.of(rule), volunteers).getFirst();
  }

  /** For each rule those of these people whom it fits today. What several rules ask is read once.
   *  @return in the order of the rules */
  public List<Set<Long>> fitting(List<Rule> rules, Collection<Long> volunteers) {
    if (volunteers.isEmpty()) return rules.stream().<Set<Long>>map(rule -> Set.of()).toList();
    Measured measured = measure(rules, volunteers, today());
    return rules.stream().map(rule -> {
      Set<Long> fits = new HashSet<>();
      for (Long volunteer : volunteers) {
        if (rule.all().stream().allMatch(condition -> condition.met(measured.have(condition, volunteer)))) fits.add(volunteer);
      }
      return fits;
    }).toList();
  }

  private Measured measure(List<Rule> rules, Collection<Long> people, LocalDate day) {
    boolean kept = !day.isBefore(today());
    Map<Condition, Integer> places = new HashMap<>();
    Map<Measure, Integer> measures = new LinkedHashMap<>();
    Map<String, Map<Long, Set<String>>> held = new HashMap<>();
    for (Rule rule : rules) for (Condition condition : rule.all()) {
      if (condition instanceof Condition.Holds(String kind, String code)) {
        held.computeIfAbsent(kind, wanted -> holdings(wanted, people));
      } else {
        places.put(condition, measures.computeIfAbsent(Measure.of(condition, day, kept), measure -> measures.size()));
      }
    }
    return new Measured(places, measures.isEmpty() ? Map.of() : table.measure(new ArrayList<>(measures.keySet()), people), held);
  }

  private Map<Long, Set<String>> holdings(String kind, Collection<Long> people) {
    return holdings.stream().filter(room -> room.kind().equals(kind)).findFirst().map(room -> room.of(people)).orElse(Map.of());
  }

  /** What was measured of some people. */
  private record Measured(Map<Condition, Integer> places, Map<Long, long[]> values, Map<String, Map<Long, Set<String>>> held) {

    long have(Condition condition, long person) {
      if (condition instanceof Condition.Holds(String kind, String code)) {
        return held.getOrDefault(kind, Map.of()).getOrDefault(person, Set.of()).contains(code) ? 1 : 0;
      }
      long[] have = values.get(person);
      Integer place = places.get(condition);
      if (place == null) throw new IllegalStateException("not measured: " + condition);
      return have == null ? 0 : have[place];
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }
}
