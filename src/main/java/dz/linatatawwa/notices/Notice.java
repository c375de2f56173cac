package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody is told.
 *  @param to   null: a contact without an account
 *  @param link a path of ours where one can act */
public record Notice(long id, @Nullable AccountId to, String kind, String title, String body, @Nullable String link, Language language,
    Instant madeAt, @Nullable Instant readAt) {}
