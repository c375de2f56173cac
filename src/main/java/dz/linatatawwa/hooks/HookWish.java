package dz.linatatawwa.hooks;

import java.util.List;

/** What somebody wants of an address.
 *  @param about at most 80 letters; may be empty */
public record HookWish(String address, String about, List<HookKind> kinds) {

  public HookWish {
    kinds = List.copyOf(kinds);
    if (kinds.isEmpty()) throw new IllegalArgumentException("an address that is told of nothing");
  }
}
