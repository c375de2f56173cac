package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;

/** A text of an agreement as it stood once.
 *  @param hash SHA-256 of all that is signed, hexadecimal; every signature names it */
public record AgreementVersion(int number, AgreementText text, String hash, Instant madeAt, AccountId madeBy) {}
