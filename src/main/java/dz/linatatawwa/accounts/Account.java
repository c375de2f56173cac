package dz.linatatawwa.accounts;

import dz.linatatawwa.language.Language;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A person as far as signing in goes: what to call them and where to reach them.
 *  @param email lower-case, or null
 *  @param phone E.164, an Algerian mobile, or null */
public record Account(AccountId id, String name, @Nullable String email, @Nullable String phone, Language language,
    boolean administrator, Instant openedAt) {

  /** Where to write first: e-mail where there is one (it costs nothing), else SMS. */
  public Optional<Contact> contact() {
    return Optional.ofNullable(email).<Contact>map(Contact.Email::new).or(() -> Optional.ofNullable(phone).map(Contact.Phone::new));
  }
}
