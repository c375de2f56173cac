package dz.linatatawwa.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.Linatatawwa;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class HouseTests {

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile("(?m)^public (?:(?:final|abstract|sealed|non-sealed|static|strictfp) )*(class|record|interface|enum|@interface) (\\w+)");
  private static final Pattern DESCRIBED = Pattern.compile("(?s)/\\*\\*\\s*\\S.*?\\*/\\s*(?:@[\\w.]+(?:\\((?:[^()\"]|\"[^\"]*\"|\\([^()]*\\))*\\))?\\s*)*$");

  @Test
  void roomsKeepToTheirNeighbours() {
    // Templates become classes of a package of their own; each belongs to the room whose folder it lies in.
    ApplicationModules.of(Linatatawwa.class, resideInAPackage("dz.linatatawwa.pages..")).verify();
  }

  @Test
  void nothingIsPublicInWebPackagesButWhatATemplateShows() {
    Collection<String> templates = Sources.in(Sources.TEMPLATES, ".jte").values();
    Set<String> open = new TreeSet<>();
    Sources.in(Sources.JAVA, ".java").forEach((file, source) -> {
      Matcher type = PUBLIC_TYPE.matcher(source);
      if (!isInWeb(file) || !type.find()) return;
      Pattern name = Pattern.compile("\\b" + type.group(2) + "\\b");
      if (templates.stream().noneMatch(template -> name.matcher(template).find())) open.add(file.toString());
    });
    assertThat(open).isEmpty();
  }

  @Test
  void everyPublicTypeBeginsWithASentence() {
    Set<String> mute = new TreeSet<>();
    Sources.in(Sources.JAVA, ".java").forEach((file, source) -> {
      Matcher type = PUBLIC_TYPE.matcher(source);
      while (type.find()) if (!DESCRIBED.matcher(source.substring(0, type.start())).find()) mute.add(type.group(2) + " in " + file);
    });
    assertThat(mute).isEmpty();
  }

  @Test
  void everyPackageBeginsWithASentenceAndIsNullMarked() {
    Set<Path> packages = Sources.in(Sources.JAVA, ".java").keySet().stream().map(Path::getParent).collect(Collectors.toCollection(TreeSet::new));
    Set<String> mute = new TreeSet<>();
    for (Path folder : packages) {
      if (folder.endsWith("dz/linatatawwa")) continue;
      String source = Sources.in(folder, "package-info.java").getOrDefault(folder.resolve("package-info.java"), "");
      if (!Pattern.compile("(?s)^/\\*\\*\\s*\\S.*?\\*/.*@NullMarked.*package ").matcher(source).find()) mute.add(folder.toString());
    }
    assertThat(mute).isEmpty();
  }

  @Test
  void wordsOfPeopleStandInBundlesNotInCode() {
    Set<String> found = new TreeSet<>();
    Sources.in(Sources.JAVA, ".java").forEach((file, source) -> {
      if (file.toString().contains("/language/") || file.toString().contains("/demo/")) return;
      Matcher literal = Pattern.compile("\"[^\"\\n]*[\\u0621-\\u064A]{3}[^\"\\n]*\"").matcher(source.replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", ""));
      while (literal.find()) found.add(file + ": " + literal.group());
    });
    assertThat(found).isEmpty();
  }

  private static boolean isInWeb(Path file) {
    for (Path part : file) if (part.toString().equals("web")) return true;
    return false;
  }
}
