package dz.linatatawwa.participation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes with an application.
 *  @param role  one of the shift's roles, or null for any
 *  @param note  a word to the organisation, at most 500 characters; may be empty
 *  @param despiteClash the person knows of another seat at that time and wants both
 *  @param companion number of the person of age with whom a young person comes, or null
 *  @param broughtBy number of the organisation whose group's leader brings the person, or null
 *  @param party number of the party with which the person comes, or null
 *  @param named people without an account who come under this application, a seat each */
public record Wish(@Nullable Long role, String note, boolean despiteClash, @Nullable Long companion, @Nullable Long broughtBy, @Nullable Long party,
    List<NamedPerson> named) {

  /** Named people under one application, at most, whatever is set. */
  public static final int MOST_NAMED = 30;

  public Wish {
    named = List.copyOf(named);
    if (named.size() > MOST_NAMED) throw new IllegalArgumentException(named.size() + " people under one application");
  }

  /** Of somebody who comes on their own. */
  public Wish(@Nullable Long role, String note, boolean despiteClash) {
    this(role, note, despiteClash, null, null);
  }

  /** Of somebody with whom, or by whom, nobody else comes. */
  public Wish(@Nullable Long role, String note, boolean despiteClash, @Nullable Long companion, @Nullable Long broughtBy) {
    this(role, note, despiteClash, companion, broughtBy, null, List.of());
  }

  /** The same, with these people. */
  public Wish with(List<NamedPerson> people) {
    return new Wish(role, note, despiteClash, companion, broughtBy, party, people);
  }

  /** The person's own seat, and one for each who is named. */
  int seats() {
    return 1 + named.size();
  }
}
