package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.volunteers.Joined;
import dz.linatatawwa.volunteers.Joining;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who stands before the coordinator without being on the roster: a volunteer by code or phone, or somebody to be registered. */
@Component
public class Newcomers {

  /** What the coordinator typed: either {@code who}, or the rest.
   *  @param who code of six digits, phone or e-mail of a volunteer */
  public record Typed(String who, String name, String contact, String birthYear, String wilaya, String commune) {

    /** Whether a new person is to be registered. */
    public boolean registers() {
      return who.isBlank();
    }
  }

  private final Volunteers volunteers;
  private final Accounts accounts;
  private final Joining joining;
  private final Notices notices;

  Newcomers(Volunteers volunteers, Accounts accounts, Joining joining, Notices notices) {
    this.volunteers = volunteers;
    this.accounts = accounts;
    this.joining = joining;
    this.notices = notices;
  }

  /** The person, or why there is none. Somebody who is registered here is told so, and signs in later with their own contact.
   *  @param organization who registers, as the person is told */
  @Transactional
  public Optional<AccountId> recognize(Typed typed, Language language, String organization, Problems problems) {
    return typed.registers() ? register(typed, language, organization, problems) : known(typed.who(), problems);
  }

  private Optional<AccountId> known(String who, Problems problems) {
    String text = Digits.latin(who.strip());
    Optional<Volunteer> found = text.matches("[0-9]{6,8}") ? volunteers.byCode(text) : Optional.empty();
    Optional<AccountId> person = found.or(() -> Contact.parse(who).flatMap(c -> volunteers.byContact(c.text()))).map(Volunteer::id);
    if (person.isEmpty()) problems.add("who", "attendance.walkIn.unknown");
    return person;
  }

  private Optional<AccountId> register(Typed typed, Language language, String organization, Problems problems) {
    String name = dz.linatatawwa.language.Typed.line(typed.name());
    if (name.length() < 2 || name.length() > 120) problems.add("name", "volunteers.problem.name");
    Optional<Contact> contact = Contact.parse(typed.contact());
    if (contact.isEmpty()) problems.add("contact", "volunteers.problem.contact");
    String year = Digits.latin(typed.birthYear().strip());
    Optional<String> notBorn = volunteers.whyNotBorn(year.matches("[0-9]{4}") ? Integer.parseInt(year) : 0);
    notBorn.ifPresent(key -> problems.add("birthYear", key));
    Optional<Commune> home = joining.commune(new Joining.Facts("", "", typed.wilaya(), typed.commune()), problems);
    if (problems.any() || contact.isEmpty() || home.isEmpty()) return Optional.empty();
    Optional<AccountId> already = accounts.findBy(contact.get());
    if (already.isPresent()) {
      // somebody's own account is not filled in by others; a volunteer's is simply recognised
      if (volunteers.find(already.get()).isEmpty()) problems.add("contact", "attendance.walkIn.hasAccount");
      return volunteers.find(already.get()).map(Volunteer::id);
    }
    AccountId opened = accounts.openOrFind(contact.get(), name, language);
    if (!(volunteers.join(opened, Integer.parseInt(year), home.get().code()) instanceof Joined.Welcome)) {
      throw new IllegalStateException("checked, and still not joined");
    }
    notices.tell(opened, "registered-on-the-day", "attendance.notice.registered.title", "attendance.notice.registered.body", "/profile",
        "registered-" + opened, organization);
    return Optional.of(opened);
  }
}
