package dz.linatatawwa.turnout;

import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.turnout.OperationFigures.AskedBack;
import dz.linatatawwa.turnout.OperationFigures.Waiting;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts of what happened, by the names that {@code facts.sql} gives them. */
record Facts(Instant asOf, Map<String, Long> counts, Waits answers, Waits confirmations) {

  NotCounted notCounted(Scope scope, Period period) {
    return new NotCounted(scope, period, asOf, Arrays.stream(Reason.values()).collect(Collectors.toMap(Function.identity(), reason -> count(reason.code().replace('-', '_')))));
  }

  OperationFigures operations(Scope scope, Period period, OptionalLong registered, OptionalLong organizations) {
    return new OperationFigures(scope, period, asOf, registered, organizations, count("opportunities"), count("offered"), count("filled"), count("applications"),
        count("came"), count("kept"), count("missed"), Waiting.of(answers), Waiting.of(confirmations),
        new AskedBack(count("asked"), count("asked_answered"), count("asked_confirmed")));
  }

  /** Joined less left. */
  long registered() {
    return count("registered");
  }

  private long count(String fact) {
    return counts.getOrDefault(fact, 0L);
  }
}
