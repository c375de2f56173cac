package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.FirstName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How people who write are called in public: by their first name; a minor by none. */
@Component
public class Bylines {

  private final Accounts accounts;
  private final Volunteers volunteers;

  Bylines(Accounts accounts, Volunteers volunteers) {
    this.accounts = accounts;
    this.volunteers = volunteers;
  }

  /** What to call each of these people; those who left are not among them. */
  public Map<AccountId, String> of(Collection<AccountId> people, Words words) {
    if (people.isEmpty()) return Map.of();
    Set<AccountId> minors = volunteers.minors(people);
    Map<AccountId, String> lines = new HashMap<>();
    accounts.names(people).forEach((id, name) -> lines.put(id, minors.contains(id) ? words.text("ideas.young") : FirstName.of(name)));
    return lines;
  }

  /** What to call one of them.
   *  @param person null: somebody who left */
  public String of(@Nullable AccountId person, Words words) {
    String left = words.text("ideas.somebody");
    return person == null ? left : of(Set.of(person), words).getOrDefault(person, left);
  }

  /** The whole name of an author who agreed to be named, and is known to be of age; nothing for everybody else. */
  public Optional<String> whole(Idea idea) {
    AccountId author = idea.author();
    if (author == null || !idea.told().namesAuthor()) return Optional.empty();
    Predicate<Volunteer> minor = volunteers::isMinor;
    return volunteers.find(author).filter(minor.negate()).flatMap(adult -> accounts.find(author)).map(account -> account.name());
  }
}
