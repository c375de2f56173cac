package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemsTests {

  @Test
  void aReasonThatTwoFieldsShareIsToldWithTheirNames() {
    Problems problems = new Problems().add("from", "declarations.problem.time").add("to", "declarations.problem.time").add("words", "declarations.problem.words");
    assertThat(problems.all()).extracting(problems::needsLabel).containsExactly(true, true, false);
    assertThat(new Problems().add("from", "declarations.problem.time").all()).extracting(problem -> new Problems().needsLabel(problem)).containsExactly(false);
  }
}
