package dz.linatatawwa.accounts;

import org.jspecify.annotations.Nullable;

/** Where to go after sign-in: only ever a path of our own. */
public final class WayBack {

  private WayBack() {}

  /** @param typed     as it came in the address or the form
   *  @param otherwise where to go when that is no path of ours */
  public static String of(@Nullable String typed, String otherwise) {
    return typed != null && isOurs(typed) ? typed : otherwise;
  }

  private static boolean isOurs(String path) {
    boolean begins = path.startsWith("/") && !path.startsWith("//") && path.length() <= 500;
    boolean loops = path.startsWith("/sign-in") || path.startsWith("/sign-out");
    return begins && !loops && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\' && c != '"' && c != '<' && c != '>');
  }
}
