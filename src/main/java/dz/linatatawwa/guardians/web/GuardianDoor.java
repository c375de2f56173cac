package dz.linatatawwa.guardians.web;

import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.Doorway;
import dz.linatatawwa.accounts.Doorway.Passed;
import dz.linatatawwa.guardians.GuardianVisits;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.volunteers.Guardian;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How a guardian comes in without an account: a code to their own contact, limited like every code, then a visit of this browser. */
@Component
class GuardianDoor {

  private final Doorway door;
  private final GuardianVisits visits;

  GuardianDoor(Doorway door, GuardianVisits visits) {
    this.door = door;
    this.visits = visits;
  }

  /** Whether this browser has proved the contact of this guardian. */
  boolean open(Guardian guardian, HttpServletRequest request) {
    Contact contact = guardian.contact();
    return contact != null && GuardianCookie.of(request).flatMap(visits::of).filter(visitor -> contact.equals(visitor.contact())).isPresent();
  }

  /** Whether a code is on its way to this contact, asked for in this browser. */
  boolean asked(Contact contact, HttpServletRequest request) {
    return door.asked(request).filter(contact::equals).isPresent();
  }

  /** The contact that waits for its code in this browser. */
  Optional<Contact> asked(HttpServletRequest request) {
    return door.asked(request);
  }

  /** Sends a code. */
  Problems ask(Contact contact, Language language, HttpServletRequest request, HttpServletResponse response) {
    return door.ask(contact, language, request, response).map(GuardianDoor::pause).orElseGet(Problems::none);
  }

  /** Compares the code.
   *  @return the contact that is proved; nothing when the problems say why not */
  Optional<Contact> prove(String code, Problems problems, HttpServletRequest request, HttpServletResponse response) {
    switch (door.prove(code, request)) {
      case Passed.New proved -> {
        Optional<Contact> contact = door.spend(request, response);
        if (contact.isEmpty()) problems.add("code", "volunteers.problem.codeOver");
        return contact;
      }
      case Passed.Wrong wrong -> problems.add("code", "volunteers.problem.code", wrong.triesLeft());
      case Passed.Over over -> problems.add("code", "volunteers.problem.codeOver");
      case Passed.TooMany many -> problems.add("code", "volunteers.problem.wait", minutes(many.pause()));
      case Passed.In in -> throw new IllegalStateException("a proof signed somebody in");
      case Passed.Asleep asleep -> throw new IllegalStateException("a proof asked for more");
    }
    return Optional.empty();
  }

  /** Lets the guardian in, in this browser. */
  void enter(Guardian guardian, HttpServletRequest request, HttpServletResponse response) {
    GuardianCookie.set(request, response, visits.open(guardian), GuardianVisits.LIFE);
  }

  void leave(HttpServletRequest request, HttpServletResponse response) {
    GuardianCookie.of(request).ifPresent(visits::end);
    GuardianCookie.set(request, response, "", Duration.ZERO);
  }

  private static Problems pause(Duration pause) {
    return Problems.none().add("code", "volunteers.problem.wait", minutes(pause));
  }

  private static long minutes(Duration wait) {
    return Math.max(1, wait.toMinutes() + (wait.toSecondsPart() > 0 ? 1 : 0));
  }
}
