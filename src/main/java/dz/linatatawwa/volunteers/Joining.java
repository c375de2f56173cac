package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.Doorway;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The three steps by which somebody without an account joins: name and contact, code, year of birth and commune. Pages that lead
 *  somewhere else in the end (an application, the profile) walk the same steps. */
@Component
public class Joining {

  /** What became of a typed code. */
  public sealed interface Coded {
    /** Signed in: the contact had an account. */
    record Known(AccountId account) implements Coded {}

    /** Proved: the last step opens the account. */
    record Proved() implements Coded {}

    /** The contact has an account that nobody used for so long that one thing more is asked. */
    record Asleep() implements Coded {}

    /** Not this code, and why. */
    record Wrong(Problems problems) implements Coded {}
  }

  /** What became of the last step. */
  public sealed interface Finished {
    /** The person is a volunteer and signed in. */
    record Welcome(AccountId account, boolean guardianNeeded) implements Finished {}

    /** Something typed cannot be. */
    record Again(Problems problems) implements Finished {}

    /** The proof of the contact is too old or was used: begin again. */
    record Restart() implements Finished {}
  }

  private static final int LONGEST_NAME = 120;

  private final Doorway doorway;
  private final Volunteers volunteers;
  private final Places places;

  Joining(Doorway doorway, Volunteers volunteers, Places places) {
    this.doorway = doorway;
    this.volunteers = volunteers;
    this.places = places;
  }

  /** The first step: checks what was typed and sends a code.
   *  @return no problems when the code is on its way */
  public Problems ask(String name, String contact, Language language, HttpServletRequest request, HttpServletResponse response) {
    Problems problems = Problems.none();
    String called = Typed.line(name);
    if (called.length() < 2 || called.length() > LONGEST_NAME) problems.add("name", "volunteers.problem.name");
    Optional<Contact> where = Contact.parse(contact);
    if (where.isEmpty()) problems.add("contact", "volunteers.problem.contact");
    if (problems.any() || where.isEmpty()) return problems;
    Optional<Duration> wait = doorway.ask(where.get(), language, request, response);
    if (wait.isPresent()) return problems.add("contact", "volunteers.problem.wait", minutes(wait.get()));
    NameOnTheWay.keep(called, request, response);
    return problems;
  }

  /** Where the code went; nothing when this browser has asked for none. */
  public Optional<Contact> asked(HttpServletRequest request) {
    return doorway.asked(request);
  }

  /** Whether the last step may be taken: the contact is proved. */
  public boolean proved(HttpServletRequest request) {
    return doorway.proved(request).isPresent();
  }

  /** Whether the last step must ask for the name too: somebody came here from signing in, or the browser lost it. */
  public boolean nameNeeded(Optional<SignedIn> me, HttpServletRequest request) {
    return me.isEmpty() && NameOnTheWay.of(request).isEmpty();
  }

  /** The second step. */
  public Coded code(String typed, HttpServletRequest request, HttpServletResponse response) {
    return switch (doorway.pass(typed, request, response)) {
      case Doorway.Passed.In(var account) -> new Coded.Known(account);
      case Doorway.Passed.New(var contact) -> new Coded.Proved();
      case Doorway.Passed.Asleep(var contact) -> new Coded.Asleep();
      case Doorway.Passed.Wrong(var left) -> new Coded.Wrong(Problems.none().add("code", "volunteers.problem.code", left));
      case Doorway.Passed.Over() -> new Coded.Wrong(Problems.none().add("code", "volunteers.problem.codeOver"));
      case Doorway.Passed.TooMany(var wait) -> new Coded.Wrong(Problems.none().add("code", "volunteers.problem.wait", minutes(wait)));
    };
  }

  /** The last step: opens the account where there is none, and makes it a volunteer.
   *  @param me somebody who is signed in and has not joined yet */
  public Finished finish(Facts facts, Optional<SignedIn> me, Language language, HttpServletRequest request, HttpServletResponse response) {
    Problems problems = Problems.none();
    if (nameNeeded(me, request) && Typed.line(facts.name()).length() < 2) problems.add("name", "volunteers.problem.name");
    int year = year(facts.birthYear());
    volunteers.whyNotBorn(year).ifPresent(key -> problems.add("birthYear", key));
    Optional<Commune> home = commune(facts, problems);
    if (problems.any() || home.isEmpty()) return new Finished.Again(problems);
    Optional<AccountId> account = me.map(SignedIn::id).or(() -> open(facts, language, request, response));
    if (account.isEmpty()) return new Finished.Restart();
    return switch (volunteers.join(account.get(), year, home.get().code())) {
      case Joined.Welcome(var volunteer, var guardianNeeded) -> new Finished.Welcome(volunteer.id(), guardianNeeded);
      case Joined.TooYoung() -> new Finished.Again(problems.add("birthYear", "volunteers.problem.tooYoung"));
      case Joined.ImpossibleYear() -> new Finished.Again(problems.add("birthYear", "volunteers.problem.year"));
      case Joined.UnknownCommune() -> new Finished.Again(problems.add("commune", "volunteers.problem.commune"));
    };
  }

  /** The commune that was chosen (by code) or typed (by any of its names), within the chosen wilaya where there is one. */
  public Optional<Commune> commune(Facts facts, Problems problems) {
    String typed = Typed.line(facts.commune());
    if (typed.isEmpty()) {
      problems.add("commune", "volunteers.problem.communeNeeded");
      return Optional.empty();
    }
    Optional<WilayaCode> wilaya = WilayaCode.of(facts.wilaya());
    List<Commune> named = places.communesNamed(typed).stream().filter(c -> wilaya.isEmpty() || c.wilaya().equals(wilaya.get())).toList();
    if (named.size() == 1) return Optional.of(named.getFirst());
    problems.add("commune", named.isEmpty() ? "volunteers.problem.commune" : "volunteers.problem.communeTwice");
    return Optional.empty();
  }

  private Optional<AccountId> open(Facts facts, Language language, HttpServletRequest request, HttpServletResponse response) {
    String name = NameOnTheWay.of(request).orElse(Typed.line(facts.name()));
    if (name.isEmpty()) return Optional.empty();
    Optional<AccountId> account = doorway.join(name, language, request, response);
    NameOnTheWay.forget(request, response);
    return account;
  }

  /** What the last step asks for, as typed.
   *  @param name only where the browser has lost the one from the first step
   *  @param commune a code, or a name in any script */
  public record Facts(String name, String birthYear, String wilaya, String commune) {}

  static int year(String typed) {
    String digits = Digits.latin(typed.strip());
    return digits.matches("[0-9]{4}") ? Integer.parseInt(digits) : 0;
  }

  private static long minutes(Duration wait) {
    return Math.max(1, wait.toMinutes() + (wait.toSecondsPart() > 0 ? 1 : 0));
  }
}
