package dz.linatatawwa.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Our style sheets must look right in both directions and load nothing from elsewhere. */
class StylesTests {

  /** Properties and values that name a side of the paper instead of a side of the line. */
  private static final Pattern PHYSICAL = Pattern.compile("(?<![\\w-])((?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\\w-]*"
      + "|border-(?:top|bottom)-(?:left|right)-radius|left|right|(?:text-align|float|clear|justify-content|justify-items)\\s*:\\s*(?:left|right))\\s*[:;}]");

  @Test
  void stylesNameSidesOfTheLineNotOfThePaper() {
    Set<String> physical = new TreeSet<>();
    Sources.in(Sources.STYLES, ".css").forEach((file, css) -> {
      Matcher found = PHYSICAL.matcher(withoutComments(css));
      while (found.find()) physical.add(file + ": " + found.group(1));
    });
    assertThat(physical).isEmpty();
  }

  @Test
  void stylesLoadNothingFromElsewhere() {
    Set<String> foreign = new TreeSet<>();
    Sources.in(Sources.STYLES, ".css").forEach((file, css) -> {
      Matcher found = Pattern.compile("(?:url\\(|@import)\\s*['\"]?(?:https?:)?//[^)'\"]*").matcher(withoutComments(css));
      while (found.find()) foreign.add(file + ": " + found.group());
    });
    assertThat(foreign).isEmpty();
  }

  @Test
  void templatesCarryNoStylesOrScriptsOfTheirOwn() {
    Set<String> inline = new TreeSet<>();
    Sources.in(Sources.TEMPLATES, ".jte").forEach((file, source) -> {
      if (file.endsWith("notices/mail.jte")) return; // programs that show mail know no style sheets
      Matcher found = Pattern.compile("<style\\b|<script(?![^>]*\\b(?:src|type=\"(?:application/(?:ld\\+)?json|speculationrules)\")\\b?)[^>]*>|\\sstyle=\"|\\son\\w+=\"").matcher(source);
      while (found.find()) inline.add(file + ": " + found.group().strip());
    });
    assertThat(inline).isEmpty();
  }

  private static String withoutComments(String css) {
    return css.replaceAll("(?s)/\\*.*?\\*/", " ").replaceAll("\"[^\"\\n]*\"", "\"\"");
  }
}
