package dz.linatatawwa.api;

import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Problems;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A new key as somebody typed it.
 *  @param days how long it lives, one of {@link #LIVES} */
public record KeyForm(String label, List<String> scopes, String days) {

  /** Days that a key may live. */
  public static final List<String> LIVES = List.of("30", "90", "180", "365");

  private static final int LONGEST = 60;

  /** A key that is wanted, read and clean. */
  record Plan(String label, Set<KeyScope> scopes, Duration life) {}

  public KeyForm {
    scopes = List.copyOf(scopes);
  }

  /** Not filled in yet. */
  public static KeyForm empty() {
    return new KeyForm("", List.of(), "90");
  }

  /** From a form that was sent. */
  public static KeyForm of(@Nullable String label, @Nullable List<String> scopes, @Nullable String days) {
    return new KeyForm(label == null ? "" : label, scopes == null ? List.of() : scopes.stream().filter(code -> code != null).toList(), days == null ? "" : days);
  }

  Optional<Plan> read(KeyOwner owner, Problems problems) {
    String name = Typed.line(label);
    if (Typed.deceives(label)) problems.add("label", "site.problem.characters");
    else if (name.length() < 3) problems.add("label", "api.problem.label");
    else if (name.length() > LONGEST) problems.add("label", "site.problem.tooLong", LONGEST);
    EnumSet<KeyScope> wanted = EnumSet.noneOf(KeyScope.class);
    for (KeyScope scope : KeyScope.of(owner)) if (scopes.contains(scope.code())) wanted.add(scope);
    if (wanted.isEmpty()) problems.add("scopes", "api.problem.scopes");
    else if (wanted.size() < scopes.stream().distinct().count()) problems.add("scopes", "site.problem.choice");
    if (!LIVES.contains(days)) problems.add("days", "site.problem.choice");
    return problems.any() ? Optional.empty() : Optional.of(new Plan(name, wanted, Duration.ofDays(Integer.parseInt(days))));
  }
}
