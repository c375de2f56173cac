package dz.linatatawwa.accounts;

import java.time.Instant;
import java.util.Optional;

/** A power over other people's things that somebody was given; the room that gives it has one bean for it. Who has such a power may need a passkey. */
public interface Duty {

  /** The name of the power, as the setting {@code linatatawwa.accounts.passkeys-for} writes it: {@code supervisors}. */
  String name();

  /** Since when this person has it; nothing for who has not. */
  Optional<Instant> since(AccountId person);
}
