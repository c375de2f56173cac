package dz.linatatawwa.hooks;

import java.util.Map;

/** One message of each kind, as a receiver reads it; numbers are made up. A test holds their shape against what is really sent. */
final class HookExamples {

  private static final String OPPORTUNITY = "\"organization\": 12, \"opportunity\": 345";
  private static final String SHIFT = OPPORTUNITY + ", \"shift\": 678";

  /** By the code of the kind. */
  static final Map<String, String> ALL = Map.ofEntries(
      of("opportunity.published", OPPORTUNITY),
      of("opportunity.changed", SHIFT + ", \"what\": [\"time\"]"),
      of("opportunity.closed", OPPORTUNITY),
      of("opportunity.cancelled", OPPORTUNITY),
      of("application.came", SHIFT + ", \"application\": 9012, \"state\": \"pending\""),
      of("application.changed", SHIFT + ", \"application\": 9012, \"state\": \"accepted\""),
      of("attendance.closed", SHIFT),
      of("attendance.changed", SHIFT),
      of("hours.confirmed", SHIFT + ", \"people\": 14, \"minutes\": 3360"),
      of("hours.reversed", SHIFT + ", \"people\": 1, \"minutes\": 240"),
      of("agreement.signed", "\"agreement\": 34"),
      of("agreement.ended", "\"agreement\": 34, \"lastDay\": \"2026-12-31\", \"terminated\": false"),
      of("ping", "\"hook\": 5"));

  private HookExamples() {}

  private static Map.Entry<String, String> of(String kind, String data) {
    return Map.entry(kind, "{\n  \"type\": \"" + kind + "\",\n  \"timestamp\": \"2026-12-05T08:30:00Z\",\n  \"data\": {\n    " + data.replace(", \"", ",\n    \"") + "\n  }\n}");
  }
}
