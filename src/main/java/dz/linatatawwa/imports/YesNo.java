package dz.linatatawwa.imports;

import dz.linatatawwa.language.Folding;
import java.util.List;
import java.util.Map;

/** Yes and no, as tables say them; a row that its source calls deleted is not stored. */
final class YesNo {

  private static final Map<String, List<String>> WORDS = Lists.of("words.txt");

  private YesNo() {}

  static void refuseDeleted(Cells cells) {
    if (isYes(cells.raw("deleted"))) cells.bad("deleted", "imports.reason.deleted");
  }

  static boolean isYes(String typed) {
    return WORDS.getOrDefault("yes", List.of()).contains(Folding.fold(typed));
  }
}
