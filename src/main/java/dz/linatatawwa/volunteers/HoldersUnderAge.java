package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.credentials.Minors;
import dz.linatatawwa.language.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the room of credentials who is never shown in public: minors, and whoever has not said their year of birth. */
@Component
class HoldersUnderAge implements Minors {

  private final Volunteers volunteers;
  private final Clock clock;

  HoldersUnderAge(Volunteers volunteers, Clock clock) {
    this.volunteers = volunteers;
    this.clock = clock;
  }

  @Override
  public Set<AccountId> among(Collection<AccountId> people) {
    Map<AccountId, Standing> known = volunteers.standing(people, LocalDate.now(clock.withZone(Words.ZONE)));
    return people.stream().filter(person -> !(known.get(person) instanceof Standing standing) || standing.minor()).collect(Collectors.toSet());
  }
}
