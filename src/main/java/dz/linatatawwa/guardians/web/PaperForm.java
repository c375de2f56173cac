package dz.linatatawwa.guardians.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody typed about a signed paper.
 *  @param group    number of the group whose sheet it is; else one minor's paper
 *  @param members  numbers of memberships, of a group's sheet
 *  @param code     of the minor
 *  @param purposes codes */
public record PaperForm(@Nullable String group, @Nullable List<String> members, @Nullable String code, @Nullable String guardian, @Nullable String contact,
    @Nullable List<String> purposes, @Nullable String signedOn) {

  /** Nothing was typed. */
  public static final PaperForm EMPTY = new PaperForm(null, null, null, null, null, List.of("take-part"), null);

  /** What was typed, or nothing. */
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  /** What was chosen, or nothing. */
  public static List<String> list(@Nullable List<String> chosen) {
    return chosen == null ? List.of() : chosen;
  }
}
