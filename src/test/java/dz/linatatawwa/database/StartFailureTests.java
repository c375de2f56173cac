package dz.linatatawwa.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class StartFailureTests {

  @Test
  void troubleWithTheDatabaseIsSaidInItsOwnWords() {
    assertThat(said(new DatabaseTrouble("the data folder is in use"))).isEqualTo("the data folder is in use");
  }

  @Test
  void tablesOfAnotherVersionAreNamed() {
    assertThat(said(new FlywayException("Validate failed\nchecksum of 0106\nadvice for developers")))
        .isEqualTo("the tables of this database do not fit this version of the platform: Validate failed; checksum of 0106");
  }

  /** As the platform does at a failed start: the fault lies beneath others, and the analyzers come from the list in META-INF. */
  private static String said(RuntimeException fault) {
    Throwable wrapped = new IllegalStateException("bean", fault);
    List<FailureAnalyzer> ours = SpringFactoriesLoader.forDefaultResourceLocation()
        .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, thoseThatWantABeanFactory) -> {})).stream()
        .filter(analyzer -> analyzer.getClass().getName().startsWith("dz.linatatawwa.")).toList();
    return ours.stream().map(analyzer -> analyzer.analyze(wrapped)).filter(java.util.Objects::nonNull).map(FailureAnalysis::getDescription).findFirst().orElseThrow();
  }
}
