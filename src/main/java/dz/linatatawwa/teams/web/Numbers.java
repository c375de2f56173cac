package dz.linatatawwa.teams.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers in addresses and forms. */
final class Numbers {

  /** Of a thing, in an address. */
  static final String NUMBER = "[1-9][0-9]{0,17}";

  private Numbers() {}

  /** A number that was typed or sent, or nothing. */
  static Optional<Long> of(@Nullable String typed) {
    return typed != null && typed.matches(NUMBER) ? Optional.of(Long.valueOf(typed)) : Optional.empty();
  }

  /** All that are numbers. */
  static List<Long> all(@Nullable List<String> typed) {
    return typed == null ? List.of() : typed.stream().flatMap(one -> of(one).stream()).distinct().limit(200).toList();
  }

  /** Of a page, from 1. */
  static int page(String typed) {
    return typed.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(typed) : 1;
  }
}
