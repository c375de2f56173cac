package dz.linatatawwa.certificates;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a paper about hours says, and what became of it.
 *  @param person    null: a list of several people
 *  @param name      as it was on that day; null for a list, and once the account is closed
 *  @param minor     whether the person was under age on that day
 *  @param subject   what the hours were for, or what a list is about; null: all hours
 *  @param asked     the period as it was asked for
 *  @param first     the first day with hours; null without any
 *  @param minutes   as certified
 *  @param gone      of these, what was taken back since
 *  @param lines     how many lines of the ledger it counts
 *  @param changedAt when hours beneath it were taken back, the last time */
public record Certificate(long id, CertificateNumber number, Kind kind, @Nullable AccountId person, @Nullable String name, boolean minor, Scope scope,
    @Nullable LocalName subject, Span asked, @Nullable LocalDate first, @Nullable LocalDate last, Graded minutes, Graded gone, int lines, int people,
    Instant issuedAt, @Nullable Instant changedAt, @Nullable Instant withdrawnAt) {

  /** Whether one may rely on it. */
  public enum State {
    /** Everything that it says stands. */
    VALID("valid"),
    /** It was right on its day; some of its hours were taken back since. */
    CHANGED("changed"),
    /** None of its hours stand any more, or it was withdrawn. */
    REVOKED("revoked");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /** The last part of the message key. */
    public String code() {
      return code;
    }
  }

  public State state() {
    if (withdrawnAt != null) return State.REVOKED;
    if (changedAt == null) return State.VALID;
    return standing().all() == 0 ? State.REVOKED : State.CHANGED;
  }

  /** What stands today of what it certified. */
  public Graded standing() {
    return minutes.less(gone);
  }

  /** The day from which its hours are: as asked for, else the first. */
  public @Nullable LocalDate from() {
    return asked.from() == null ? first : asked.from();
  }

  /** The day until which its hours are: as asked for, but not beyond its own day; else the last. */
  public @Nullable LocalDate to() {
    LocalDate until = asked.to();
    if (until == null) return last;
    LocalDate own = day();
    return until.isAfter(own) ? own : until;
  }

  /** The day on which it was made. */
  public LocalDate day() {
    return issuedAt.atZone(Words.ZONE).toLocalDate();
  }

  /** Whether its paper can still be made: the name is needed. */
  public boolean printable() {
    return kind == Kind.LIST || name != null;
  }
}
