package dz.linatatawwa.hooks.web;

import dz.linatatawwa.hooks.Hook;
import dz.linatatawwa.hooks.HookKind;
import dz.linatatawwa.hooks.HookOwner;
import dz.linatatawwa.hooks.HookWish;
import dz.linatatawwa.hooks.Hooks;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Problems;
import java.util.List;
import java.util.Optional;

/** What was typed about an address. */
public record HookForm(String address, String about, List<String> kinds) {

  private static final int LONGEST = 2_000;
  private static final int ABOUT = 80;

  public HookForm {
    kinds = List.copyOf(kinds);
  }

  static HookForm blank() {
    return new HookForm("", "", List.of());
  }

  static HookForm of(Hook hook) {
    return new HookForm(hook.address(), hook.about(), hook.kinds().stream().map(HookKind::code).toList());
  }

  /** Reads it; what is wrong is added to the problems. */
  Optional<HookWish> read(HookOwner owner, Hooks hooks, Problems problems) {
    String to = Typed.line(address);
    String name = Typed.line(about);
    List<HookKind> chosen = HookKind.of(owner).stream().filter(kind -> kinds.contains(kind.code())).toList();
    if (to.isEmpty()) problems.add("address", "site.problem.required");
    else if (to.length() > LONGEST) problems.add("address", "site.problem.tooLong", LONGEST);
    else hooks.fault(to).ifPresent(code -> problems.add("address", "hooks.problem." + code));
    if (name.length() > ABOUT) problems.add("about", "site.problem.tooLong", ABOUT);
    if (chosen.isEmpty()) problems.add("kinds", "hooks.problem.kinds");
    return problems.any() ? Optional.empty() : Optional.of(new HookWish(to, name, chosen));
  }
}
