package dz.linatatawwa.credentials;

import dz.linatatawwa.accounts.AccountId;
import java.util.Collection;
import java.util.Set;

/** Tells who is under age, for they are never shown in public. The room that knows ages answers. */
public interface Minors {

  /** Of these people, those under the age of majority and those whose age nobody knows. */
  Set<AccountId> among(Collection<AccountId> people);
}
