package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import org.jspecify.annotations.Nullable;

/** Somebody who can be recognised on a picture.
 *  @param account who answers for themselves; null for somebody without an account
 *  @param name    of somebody without an account; empty for others
 *  @param asked   what they said
 *  @param stands  their yes stands, of a minor the guardian's */
public record ShownPerson(FileId file, @Nullable AccountId account, String name, Asked asked, boolean stands) {}
