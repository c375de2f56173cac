package dz.linatatawwa.promotion;

import dz.linatatawwa.language.Words;
import java.util.Optional;

/** One kind of thing that is passed on: what of it stands on cards and posters. */
interface Promotable {

  PromotedKind kind();

  /** What everybody may see now. @param id as its address writes it */
  Optional<Promoted> find(String id, Words words);

  /** As addresses write the thing of this number; nothing where it has no page that everybody may see. */
  default Optional<String> idOf(long number) {
    return Optional.of(Long.toString(number));
  }

  /** The number that an address writes; nothing for anything else. */
  static Optional<Long> number(String id) {
    return id.matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
  }

  /** What people wrote, kept to its own direction within a line of ours. */
  static String own(String text) {
    return "\u2068" + dz.linatatawwa.language.Typed.line(text) + "\u2069";
  }
}
