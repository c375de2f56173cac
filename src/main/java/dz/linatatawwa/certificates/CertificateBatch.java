package dz.linatatawwa.certificates;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.Instant;
import java.util.Arrays;

/** Certificates for many people at once, and how far they have come.
 *  @param subject what the hours were for
 *  @param atLeast minutes that count, of whoever has one
 *  @param people  how many were found
 *  @param leftOut of these, who had none any more when their turn came */
public record CertificateBatch(long id, OrganizationId organization, Scope scope, LocalName subject, Span asked, int atLeast, State state, int people, int made,
    int leftOut, Instant madeAt, AccountId by) {

  /** How a batch stands. */
  public enum State {
    RUNNING("running"),
    DONE("done"),
    /** Somebody stopped it; what was made stays, and it can go on. */
    STOPPED("stopped");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /** As kept, and the last part of the message key. */
    public String code() {
      return code;
    }

    static State of(String code) {
      return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst().orElseThrow();
    }
  }

  public boolean running() {
    return state == State.RUNNING;
  }

  /** How many had their turn. */
  public int done() {
    return made + leftOut;
  }
}
