package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.FirstName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.volunteers.Volunteers;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** As much of a name as those may read who come together: the first name; of a minor, none to somebody who is not yet known to them. */
@Component
public class ShownNames {

  private final Accounts accounts;
  private final Volunteers volunteers;

  ShownNames(Accounts accounts, Volunteers volunteers) {
    this.accounts = accounts;
    this.volunteers = volunteers;
  }

  /** First names, for people who have agreed to know each other. */
  public Map<AccountId, String> first(Collection<AccountId> people) {
    Map<AccountId, String> names = new HashMap<>();
    accounts.names(people).forEach((id, name) -> names.put(id, FirstName.of(name)));
    return names;
  }

  /** Of somebody who gave a link out, to whoever holds it. */
  public String toStranger(AccountId person, Words words) {
    Set<AccountId> minor = volunteers.minors(List.of(person));
    String name = first(List.of(person)).get(person);
    return name == null || minor.contains(person) ? words.text("teams.somebody") : name;
  }
}
