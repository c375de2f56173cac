package dz.linatatawwa.database;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says why the platform did not start, in one line instead of a stack trace. */
class StartReport implements FailureAnalysisReporter {

  @Override
  public void report(FailureAnalysis analysis) {
    System.err.println("linatatawwa did not start: " + String.valueOf(analysis.getDescription()).strip().replaceAll("\\s*\\R\\s*", " "));
  }
}
