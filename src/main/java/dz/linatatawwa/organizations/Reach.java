package dz.linatatawwa.organizations;

import org.jspecify.annotations.Nullable;

/** How the public reaches an organisation. */
public record Reach(@Nullable String phone, @Nullable String email, @Nullable String website) {

  /** No way is known. */
  public static final Reach NONE = new Reach(null, null, null);
}
