package dz.linatatawwa.volunteers;

import java.util.Arrays;
import java.util.Optional;

/** What somebody can do that an opportunity may ask for. */
public enum Skill {
  FIRST_AID("first-aid"),
  CARE("care"),
  TEACHING("teaching"),
  LANGUAGES("languages"),
  SIGN_LANGUAGE("sign-language"),
  CHILDREN("children"),
  ELDERLY("elderly"),
  COUNSEL("counsel"),
  ORGANIZING("organizing"),
  LEADING("leading"),
  RECEPTION("reception"),
  DRIVING("driving"),
  HANDCRAFT("handcraft"),
  BUILDING("building"),
  ELECTRICITY("electricity"),
  GARDENING("gardening"),
  COOKING("cooking"),
  SEWING("sewing"),
  SPORT("sport"),
  MUSIC("music"),
  ART("art"),
  PHOTOGRAPHY("photography"),
  WRITING("writing"),
  COMPUTING("computing"),
  DESIGN("design"),
  ACCOUNTING("accounting"),
  LAW("law");

  private final String code;

  Skill(String code) {
    this.code = code;
  }

  /** As kept and as sent: {@code first-aid}. Its word is {@code volunteers.skill.<code>}. */
  public String code() {
    return code;
  }

  public static Optional<Skill> of(String code) {
    return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
  }
}
