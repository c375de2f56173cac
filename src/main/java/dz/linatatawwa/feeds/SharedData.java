package dz.linatatawwa.feeds;

import dz.linatatawwa.language.Words;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What search engines read of a page (schema.org as JSON-LD). It stands in the page as data, which browsers never run; no word of anybody ends it early. */
@Component
class SharedData {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private final JsonMapper json;

  SharedData(JsonMapper json) {
    this.json = json;
  }

  /** Something with properties; what is null or empty is left out. */
  static Map<String, Object> of(String type, @Nullable Object... namesAndValues) {
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("@type", type);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null && !value.equals("") && !value.equals(List.of()) && namesAndValues[i] instanceof String name) thing.put(name, value);
    }
    return thing;
  }

  /** With the offset of the country's clock. */
  static String moment(Instant at) {
    return MOMENT.format(at.atZone(Words.ZONE).toOffsetDateTime());
  }

  /** The way to a page: names and addresses from the front page on. */
  static Map<String, Object> trail(String... namesAndAddresses) {
    List<Object> steps = new ArrayList<>();
    for (int i = 0; i < namesAndAddresses.length; i += 2) {
      steps.add(of("ListItem", "position", i / 2 + 1, "name", namesAndAddresses[i], "item", namesAndAddresses[i + 1]));
    }
    return of("BreadcrumbList", "itemListElement", steps);
  }

  /** As it stands in a page: a sign that could end the element is written as a number. */
  String written(List<Map<String, Object>> things) {
    Map<String, Object> graph = new LinkedHashMap<>();
    graph.put("@context", "https://schema.org");
    graph.put("@graph", things);
    return json.writeValueAsString(graph).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }
}
