package dz.linatatawwa.releases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A year and its quarters share lines, so whoever has both subtracts one from the other. Puts the cells of a release and of those that share days with it into one system
 *  of sums, in which only the cells of this release can still be hidden. */
@Component
class Together {

  /** Before the key of what the year holds and no released quarter does: lines that came later, and quarters that are not out. */
  static final String REST = "rest:";

  private final CellTable cells;
  private final Structure structure;
  private final EditionTable editions;

  /** Cells of several releases, and everything that adds up in them and between them. */
  record Joint(Map<String, Cell> cells, Structure.Plan plan) {}

  /** A release within the sums.
   *  @param before what stands before its keys; nothing before those of the release that is being made */
  record Member(Term term, String before, long size, Map<String, Cell> cells, Structure.Plan plan, Set<String> keys) {
    static Member of(Term term, String before, long size, Map<String, Cell> cells, Structure.Plan plan) {
      Set<String> keys = plan.relations().stream().flatMap(Relation::keys).collect(Collectors.toCollection(HashSet::new));
      keys.removeAll(plan.known());
      return new Member(term, before, size, cells, plan, keys);
    }

    /** Whether it is the release that is being made. */
    boolean isMade() {
      return before.isEmpty();
    }

    String name(String key) {
      return before + key;
    }

    Cell cell(String key) {
      return cells.getOrDefault(key, Cell.empty(key));
    }
  }

  /** What is out already.
   *  @param hidden  keys of the cells that it does not show
   *  @param covered those of them that an edition before it did show */
  record Published(Member member, Set<String> hidden, Set<String> covered) {}

  Together(CellTable cells, Structure structure, EditionTable editions) {
    this.cells = cells;
    this.structure = structure;
    this.editions = editions;
  }

  /** @param others published editions that share days with the term: of a year its quarters, of a quarter the year and its other quarters; may be none */
  Joint join(Term term, long size, Map<String, Cell> now, Structure.Plan plan, List<Edition> others) {
    if (others.isEmpty()) return new Joint(now, plan);
    Sums sums = new Sums(Member.of(term, "", size, now, plan));
    others.stream().map(this::published).forEach(sums::add);
    return sums.joint(cells.rest(sums.whole().term(), sums.whole().size(), sums.parts().stream().collect(Collectors.toMap(part -> part.term().name(), Member::size))));
  }

  /** @param rest what the year holds and its quarters do not, by key */
  static Joint of(Member made, List<Published> others, Map<String, Cell> rest) {
    Sums sums = new Sums(made);
    others.forEach(sums::add);
    return sums.joint(rest);
  }

  private Published published(Edition edition) {
    Map<String, Cell> counted = cells.count(edition.term(), Ledger.upTo(edition.ledgerSize()));
    Beside beside = editions.beside(edition.id());
    Structure.Plan plan = structure.plan(edition.term(), counted.keySet(), beside.hasRates());
    return new Published(Member.of(edition.term(), edition.term().name() + ":", edition.ledgerSize(), counted, plan), Set.copyOf(beside.hidden()), covered(edition, beside));
  }

  /** What an edition hides and one before it did show: it was hidden because few people had changed it, and must not be found by another way. */
  private Set<String> covered(Edition edition, Beside beside) {
    Set<String> covered = new HashSet<>();
    for (Edition earlier : editions.of(edition.term())) {
      if (!earlier.isOpen() || earlier.number() >= edition.number()) continue;
      Set<String> later = new HashSet<>(beside.hidden());
      later.removeAll(editions.beside(earlier.id()).hidden());
      covered.addAll(later);
    }
    return covered;
  }

  /** Grows until all members are in. */
  private static final class Sums {

    private final Member made;
    private final List<Member> members = new ArrayList<>();
    private final Map<String, Cell> all = new HashMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> few = new HashSet<>();
    private final Set<String> rests = new HashSet<>();

    Sums(Member made) {
      this.made = made;
      members.add(made);
      all.putAll(made.cells());
      relations.addAll(made.plan().relations());
      known.addAll(made.plan().known());
    }

    void add(Published published) {
      Member other = published.member();
      members.add(other);
      other.cells().forEach((key, cell) -> all.put(other.name(key), cell.named(other.name(key))));
      other.plan().relations().forEach(relation -> relations.add(relation.named(other::name)));
      other.plan().published().stream().filter(key -> !published.hidden().contains(key)).map(other::name).forEach(known::add);
      other.plan().known().stream().map(other::name).forEach(known::add);
      published.covered().stream().map(other::name).forEach(few::add);
    }

    Member whole() {
      return members.stream().filter(member -> member.term() instanceof Year).findFirst().orElseThrow();
    }

    List<Member> parts() {
      return members.stream().filter(member -> !(member.term() instanceof Year)).toList();
    }

    Joint joint(Map<String, Cell> rest) {
      whole().keys().forEach(key -> link(key, rest));
      return new Joint(all, new Structure.Plan(relations, made.plan().published(), known, rests, few));
    }

    private void link(String key, Map<String, Cell> rest) {
      List<Member> parts = parts().stream().filter(part -> part.keys().contains(key)).toList();
      if (parts.isEmpty()) return;
      if (key.contains("|flow=")) same(key, parts.getFirst());
      else if (key.contains("type=")) both(key, parts, rest);
      else if (rest.containsKey(key)) withRest(key, parts, rest.get(key));
      else withoutRest(key, parts);
    }

    /** Who came and who stayed away in a month is the same for the quarter and for the year, unless the ledger has changed since. */
    private void same(String key, Member part) {
      long apart = Math.abs(whole().cell(key).persons() - part.cell(key).persons());
      if (apart == 0) relations.add(Relation.ofPersonsAlone(whole().name(key), List.of(part.name(key))));
      else if (Cell.isFew(apart) && (whole().isMade() || part.isMade())) few.add(key);
    }

    /** Who volunteered in both ways in a quarter, did so in the year. The other types mix: somebody may be of one type here and of another there. */
    private void both(String key, List<Member> parts, Map<String, Cell> rest) {
      if (key.endsWith("type=both") && rest.isEmpty()) relations.add(new Relation(whole().name(key), names(key, parts), false, false, true));
    }

    private void withRest(String key, List<Member> parts, Cell rest) {
      all.put(REST + key, rest.named(REST + key));
      rests.add(REST + key);
      relations.add(Relation.ofHoursAlone(whole().name(key), Stream.concat(names(key, parts).stream(), Stream.of(REST + key)).toList()));
    }

    /** Where all of it was given in one quarter, the persons are the same, too. */
    private void withoutRest(String key, List<Member> parts) {
      List<Member> filled = parts.stream().filter(part -> part.cell(key).touched() > 0).toList();
      relations.add(filled.size() == 1 ? Relation.ofPersons(whole().name(key), names(key, filled)) : Relation.ofHours(whole().name(key), names(key, parts)));
    }

    private static List<String> names(String key, List<Member> parts) {
      return parts.stream().map(part -> part.name(key)).toList();
    }
  }
}
