package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One line of a person's book of hours: a line of the ledger, or a claim that never became one.
 *  @param kind         what it is
 *  @param entry        number of the ledger's line; null for a claim
 *  @param reverses     number of the line that this one takes back
 *  @param day          the day that it counts on
 *  @param minutes      negative where it takes back
 *  @param organization null for hours outside any organisation
 *  @param at           when it came into this state
 *  @param by           who wrote it: confirmed, refused, reversed; null while it waits
 *  @param seconded     the second person, where two were needed
 *  @param due          until when a claim waits to be confirmed
 *  @param reasonCode   why it was refused, as a code of {@link RefusalCode}
 *  @param reason       more words, as people wrote them */
public record BookLine(Kind kind, ClaimId claim, @Nullable Long entry, @Nullable Long reverses, LocalDate day, Instant from, Instant to, int minutes,
    Grade grade, @Nullable LocalName organization, @Nullable Long organizationId, @Nullable String opportunity, @Nullable Long opportunityId,
    Instant at, @Nullable AccountId by, @Nullable AccountId seconded, Instant due, boolean vouched, @Nullable String reasonCode,
    @Nullable String reason) {

  /** What a line of the book is; the code is the state that a filter asks for. */
  public enum Kind {
    /** Waits for a coordinator. */
    PROPOSED("proposed"),
    /** Counts. */
    CONFIRMED("confirmed"),
    /** Was not accepted. */
    REFUSED("refused"),
    /** Counted, until another line took it back. */
    REVERSED("reversed"),
    /** Takes another line back. */
    REVERSAL("reversal");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The last part of the message key. */
    public String code() {
      return code;
    }
  }
}
