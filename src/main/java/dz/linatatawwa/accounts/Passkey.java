package dz.linatatawwa.accounts;

import java.time.Instant;

/** A key that a person's phone or computer keeps, to sign in without a code.
 *  @param id of the credential, as a browser writes it
 *  @param label what the person calls it */
public record Passkey(String id, String label, Instant madeAt, Instant usedAt) {}
