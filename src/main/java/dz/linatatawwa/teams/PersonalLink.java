package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;

/** A personal link that somebody gave out and that still opens something.
 *  @param about the number of what it is for, as its kind says
 *  @param path  of ours; it carries no name and no contact */
public record PersonalLink(long id, Kind kind, long about, AccountId by, Instant endsAt, String path) {

  /** What a link is for. */
  public enum Kind {
    /** Somebody comes with me: an application. */
    COMING("application_id"),
    /** Somebody joins us: a team. */
    TEAM("team_id"),
    /** Somebody takes my seat: an offer. */
    OFFER("offer_id"),
    /** A named person has an account now, and takes the seat over. */
    NAMED("named_id");

    private final String column;

    Kind(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }
  }
}
