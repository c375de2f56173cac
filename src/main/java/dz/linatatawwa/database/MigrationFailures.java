package dz.linatatawwa.database;

import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Recognises a database whose tables were made by another version of the platform. */
class MigrationFailures extends AbstractFailureAnalyzer<FlywayException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, FlywayException cause) {
    return new FailureAnalysis("the tables of this database do not fit this version of the platform: " + cause.getMessage(), null, failure);
  }
}
