package dz.linatatawwa.volunteers.web;

import dz.linatatawwa.volunteers.Joining;
import org.jspecify.annotations.Nullable;

/** What the last step of joining sends. */
record FactsForm(@Nullable String name, @Nullable String birthYear, @Nullable String wilaya, @Nullable String commune) {

  Joining.Facts facts() {
    return new Joining.Facts(given(name), given(birthYear), given(wilaya), given(commune));
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }
}
