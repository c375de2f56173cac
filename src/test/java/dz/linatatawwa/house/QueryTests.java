package dz.linatatawwa.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A query's stream holds its connection until somebody closes it; outside a transaction nobody does, and the pool runs dry. */
class QueryTests {

  private static final Pattern LEFT_OPEN = Pattern.compile("\\.query\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)\\s*\\.stream\\(\\)");

  @Test
  void noQueryIsLeftOpenAsAStream() {
    List<String> found = new ArrayList<>();
    Sources.in(Sources.JAVA, ".java").forEach((file, text) -> {
      if (LEFT_OPEN.matcher(text).find()) found.add(file.toString());
    });
    assertThat(found).as("say list().stream()").isEmpty();
  }
}
