package dz.linatatawwa.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One browser of one person that is signed in.
 *  @param id       its public name, for lists; opens nothing
 *  @param provedAt when the person last showed who they are, by a code or a passkey
 *  @param wayIn    code, passkey or setup
 *  @param device   browser and system in short
 *  @param network  the front part of the address
 *  @param secondAt when the second step was taken in it, by a passkey or an authenticator app; null: not */
public record Session(UUID id, SignedIn person, Instant openedAt, Instant seenAt, Instant provedAt, String wayIn, String device, String network,
    @Nullable Instant secondAt) {}
