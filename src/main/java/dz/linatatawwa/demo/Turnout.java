package dz.linatatawwa.demo;

import dz.linatatawwa.opportunities.AgeRule;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who asked for a place where, and what became of it. Nobody is ever in two places on one day. */
final class Turnout {

  private static final int MAJORITY = 19;

  /** What became of an application. */
  enum Fate { CAME, MISSED, HERE_NOW, EXPECTED, WAITING, PENDING, WITHDRAWN, DECLINED }

  /** One application and all that follows from it; times are the country's. */
  record Part(long id, Offer offer, Offer.Turn turn, Person person, Fate fate, LocalDateTime in, LocalDateTime out, Chance chance) {

    boolean holdsSeat() {
      return fate == Fate.CAME || fate == Fate.MISSED || fate == Fate.HERE_NOW || fate == Fate.EXPECTED;
    }
  }

  private final long seed;
  private final People people;
  private final LocalDateTime now;
  private long next = 1;

  Turnout(long seed, People people, LocalDateTime now) {
    this.seed = seed;
    this.people = people;
    this.now = now;
  }

  /** The applications of one opportunity: a team that comes again and again, and some who come once. To be called once for each, in order. */
  List<Part> of(Offer offer) {
    List<Part> parts = new ArrayList<>();
    if (offer.state().equals("draft")) return parts;
    Chance chance = Chance.of(seed, 4, offer.id());
    List<Person> team = team(offer, chance);
    for (Offer.Turn turn : offer.turns()) addTurn(offer, turn, team, chance, parts);
    return parts;
  }

  private List<Person> team(Offer offer, Chance chance) {
    int size = Math.max(3, (int) (offer.turns().getFirst().capacity() * (0.5 + chance.share())));
    Set<Long> known = new HashSet<>();
    List<Person> inOrder = new ArrayList<>();
    for (int tries = 0; inOrder.size() < size && tries < size * 3; tries++) {
      Person person = people.helper(offer.town().wilaya(), chance);
      if (mayCome(offer, person) && known.add(person.id())) inOrder.add(person);
    }
    return inOrder;
  }

  private boolean mayCome(Offer offer, Person person) {
    int age = now.getYear() - person.birthYear() - 1;
    return age >= Math.max(offer.work().minAge(), 16) && (age >= MAJORITY || offer.turns().stream().allMatch(Turnout::byDay));
  }

  /** Nobody under the civil majority is out between nine in the evening and five in the morning. */
  private static boolean byDay(Offer.Turn turn) {
    return turn.starts().toLocalDate().equals(turn.ends().toLocalDate()) && !turn.starts().toLocalTime().isBefore(AgeRule.EARLIEST)
        && !turn.ends().toLocalTime().isAfter(AgeRule.LATEST);
  }

  private void addTurn(Offer offer, Offer.Turn turn, List<Person> team, Chance chance, List<Part> parts) {
    boolean past = !turn.ends().isAfter(now);
    int seats = past || offer.id() <= 12 ? turn.capacity() : (int) (turn.capacity() * chance.share() * 1.15);
    int taken = 0;
    for (Person person : team) {
      if (taken >= seats && past) return;
      if (!chance.yes(past ? 0.82 : 0.7)) continue;
      long joinedOn = Offers.PAST - person.joinedDay();
      if (turn.firstDay() <= joinedOn || !person.isFree(turn.firstDay(), turn.lastDay())) continue;
      Fate fate = past ? pastFate(chance) : comingFate(offer, turn, taken, chance);
      Part part = part(offer, turn, person, fate, Chance.of(seed, 5, next));
      if (part.holdsSeat() && taken >= turn.capacity()) continue;
      if (part.holdsSeat()) taken++;
      person.busy().set(turn.firstDay(), turn.lastDay() + 1);
      parts.add(part);
      next++;
      if (!past && taken > seats) return;
    }
  }

  private static Fate pastFate(Chance chance) {
    double share = chance.share();
    if (share < 0.81) return Fate.CAME;
    if (share < 0.90) return Fate.MISSED;
    if (share < 0.96) return Fate.WITHDRAWN;
    return Fate.DECLINED;
  }

  private Fate comingFate(Offer offer, Offer.Turn turn, int taken, Chance chance) {
    if (taken >= turn.capacity()) return Fate.WAITING;
    if (turn.starts().isBefore(now)) return chance.yes(0.6) ? Fate.HERE_NOW : Fate.EXPECTED;
    if (offer.byHand() && chance.yes(0.4)) return Fate.PENDING;
    return chance.yes(0.05) ? Fate.WITHDRAWN : Fate.EXPECTED;
  }

  private Part part(Offer offer, Offer.Turn turn, Person person, Fate fate, Chance chance) {
    LocalDateTime in = turn.starts().plusMinutes(chance.between(-8, 14));
    LocalDateTime out = turn.ends().plusMinutes(chance.between(-18, 10));
    if (fate == Fate.HERE_NOW && in.isAfter(now)) in = now.minusMinutes(1).truncatedTo(ChronoUnit.MINUTES);
    return new Part(next, offer, turn, person, fate, in, out, chance);
  }
}
