package dz.linatatawwa.entrances;

import java.util.Optional;
import java.util.stream.Stream;

/** Whether somebody for whom an institution vouches is let in, each time anew. */
final class AdmissionRules {

  private AdmissionRules() {}

  /** @return why not, as a code with words {@code entrances.refused.CODE}; nothing: they are let in */
  static Optional<String> refusal(Entrance entrance, Vouched who) {
    if (!entrance.domains().isEmpty()) {
      String email = who.email();
      if (email == null || !who.verified()) return Optional.of("email");
      int at = email.lastIndexOf('@');
      if (at < 1 || !entrance.domains().contains(email.substring(at + 1))) return Optional.of("domain");
    }
    String claim = entrance.claim();
    if (claim != null && who.values(claim).stream().noneMatch(entrance.claimValues()::contains)) return Optional.of("claim");
    return Optional.empty();
  }

  /** Whether the institution says that it asked for a second step, in words that an administrator accepted. */
  static boolean secondStep(Entrance entrance, Vouched who) {
    return Stream.concat(who.values("acr").stream(), who.values("amr").stream()).anyMatch(entrance.secondValues()::contains);
  }
}
