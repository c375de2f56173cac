package dz.linatatawwa.hours.web;

import org.jspecify.annotations.Nullable;

/** Numbers in addresses: what is not one is the first page. */
final class Numbers {

  private Numbers() {}

  static int page(@Nullable String typed) {
    return typed != null && typed.matches("[1-9]\\d{0,5}") ? Integer.parseInt(typed) : 1;
  }
}
