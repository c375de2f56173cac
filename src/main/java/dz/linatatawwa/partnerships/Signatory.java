package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.Contact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who signs an agreement.
 *  @param partner  for whom; null: for the other side
 *  @param capacity in which they sign: rector, director
 *  @param signedAt when they signed the text that stands now; null: not yet */
public record Signatory(long id, AgreementId agreement, @Nullable PartnerId partner, String name, String capacity, Contact contact, @Nullable Instant signedAt) {}
