package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The link in every letter by which its reader wants no more of that topic, or no more digests. */
@Component
public class Unsubscribing {

  private static final String PURPOSE = "unsubscribe-";

  private final SignedLinks links;
  private final Wishes wishes;
  private final Accounts accounts;

  Unsubscribing(SignedLinks links, Wishes wishes, Accounts accounts) {
    this.links = links;
    this.wishes = wishes;
    this.accounts = accounts;
  }

  /** Who wants no more of what. @param topic null: digests */
  public record Link(AccountId reader, @Nullable Topic topic) {}

  /** The path of the link; nothing for what must be told, or for somebody without an account. */
  Optional<String> path(Letter letter) {
    boolean digest = letter.kind().equals(Digests.KIND);
    if (letter.to() == null || !digest && Topic.of(letter.kind()) == Topic.ACCOUNT) return Optional.empty();
    String what = digest ? Digests.KIND : Topic.of(letter.kind()).code();
    return Optional.of("/unsubscribe/" + what + "/" + links.token(PURPOSE + what, letter.to().value()));
  }

  /** What a link is for; nothing when it is none of ours, or the account is closed.
   *  @param what the code of a topic, or {@code digest} */
  public Optional<Link> read(String what, String token) {
    OptionalLong account = links.read(PURPOSE + what, token);
    Optional<Topic> topic = Topic.read(what).filter(Topic.chosen()::contains);
    if (account.isEmpty() || topic.isEmpty() && !what.equals(Digests.KIND)) return Optional.empty();
    return accounts.find(new AccountId(account.getAsLong())).map(person -> new Link(person.id(), topic.orElse(null)));
  }

  /** No more e-mail about this. May be said twice. */
  public void stop(Link link) {
    Topic topic = link.topic();
    if (topic == null) wishes.noDigests(link.reader());
    else wishes.mail(link.reader(), topic, Preference.Pace.NEVER);
  }

  /** E-mail about this topic after all; digests are chosen anew on the page of wishes. */
  public void again(Link link) {
    Topic topic = link.topic();
    if (topic != null) wishes.mail(link.reader(), topic, Preference.Pace.NOW);
  }

  /** Whether e-mail about this is wanted. */
  public boolean wanted(Link link) {
    return wishes.of(link.reader()).about().entrySet().stream()
        .anyMatch(one -> link.topic() == null ? one.getValue().digest() : one.getKey() == link.topic() && one.getValue().email() != Preference.Pace.NEVER);
  }
}
