package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who is told something: how they can be reached, and how they want to be about this topic.
 *  @param email    lower-case, or null
 *  @param phone    E.164, or null
 *  @param browsers numbers of their browsers that take notes */
record Reader(AccountId id, @Nullable String email, @Nullable String phone, Language language, Preference wants, QuietHours quiet, List<Long> browsers) {

  Reader {
    browsers = List.copyOf(browsers);
  }

  Reader withoutBrowsers() {
    return new Reader(id, email, phone, language, wants, quiet, List.of());
  }
}
