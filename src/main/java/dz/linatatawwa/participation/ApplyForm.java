package dz.linatatawwa.participation;

import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.opportunities.ShiftId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody typed to apply.
 *  @param name    only of visitors without an account
 *  @param contact only of visitors without an account
 *  @param companion the code of the person of age with whom a young person comes */
public record ApplyForm(@Nullable String shift, @Nullable String role, @Nullable String note, @Nullable String name, @Nullable String contact,
    @Nullable String despite, @Nullable String companion) {

  private static final int LONGEST_NOTE = 500;

  /** The chosen shift, if what was sent is a number. */
  public Optional<ShiftId> shiftId() {
    return number(shift).map(ShiftId::new);
  }

  /** The digits of the companion's code; empty where none was typed. */
  public String companionCode() {
    return Digits.latin(text(companion)).replaceAll("\\D", "");
  }

  /** The rest of the wish.
   *  @param companionId who has the companion's code; null: nobody */
  public Wish wish(@Nullable Long companionId) {
    String said = Typed.line(note);
    return new Wish(number(role).orElse(null), said.length() > LONGEST_NOTE ? said.substring(0, LONGEST_NOTE) : said, "true".equals(despite),
        companionId, null);
  }

  /** The query that carries the choice through the steps. */
  public String query() {
    return "?shift=" + number(shift).orElse(0L) + number(role).map(r -> "&role=" + r).orElse("");
  }

  /** What was typed, or nothing. */
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  private static Optional<Long> number(@Nullable String typed) {
    return typed != null && typed.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(typed)) : Optional.empty();
  }
}
