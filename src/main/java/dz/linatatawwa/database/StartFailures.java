package dz.linatatawwa.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Recognises trouble with the database among the reasons why the platform did not start. */
class StartFailures extends AbstractFailureAnalyzer<DatabaseTrouble> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, DatabaseTrouble cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), nothingMore(), failure);
  }

  private static @Nullable String nothingMore() {
    return null;
  }
}
