package dz.linatatawwa.database;

import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Recognises a database whose tables were made by another version of the platform. */
class MigrationFailures extends AbstractFailureAnalyzer<FlywayException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, FlywayException cause) {
    return new FailureAnalysis("the tables of this database do not fit this version of the platform: " + firstLines(cause), nothingMore(), failure);
  }

  /** What Flyway adds below is advice for developers. */
  private static String firstLines(FlywayException cause) {
    return String.valueOf(cause.getMessage()).lines().limit(2).collect(Collectors.joining("; "));
  }

  private static @Nullable String nothingMore() {
    return null;
  }
}
