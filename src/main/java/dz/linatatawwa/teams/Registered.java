package dz.linatatawwa.teams;

import dz.linatatawwa.participation.Party;
import dz.linatatawwa.participation.ShiftFacts;
import java.util.List;

/** A shift for which a team has asked together, and how it stands with each. */
public record Registered(Party party, ShiftFacts facts, List<Party.Member> members) {

  /** How many are in a state. */
  public long in(String state) {
    return members.stream().filter(member -> member.state().equals(state)).count();
  }

  /** Whether anybody waits, or holds a seat. */
  public boolean living() {
    return members.stream().anyMatch(Party.Member::living);
  }
}
