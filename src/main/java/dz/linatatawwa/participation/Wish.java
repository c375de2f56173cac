package dz.linatatawwa.participation;

import org.jspecify.annotations.Nullable;

/** What comes with an application.
 *  @param role  one of the shift's roles, or null for any
 *  @param note  a word to the organisation, at most 500 characters; may be empty
 *  @param despiteClash the person knows of another seat at that time and wants both
 *  @param companion number of the person of age with whom a young person comes, or null
 *  @param broughtBy number of the organisation whose group's leader brings the person, or null */
public record Wish(@Nullable Long role, String note, boolean despiteClash, @Nullable Long companion, @Nullable Long broughtBy) {

  /** Of somebody who comes on their own. */
  public Wish(@Nullable Long role, String note, boolean despiteClash) {
    this(role, note, despiteClash, null, null);
  }
}
