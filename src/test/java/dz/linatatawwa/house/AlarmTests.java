package dz.linatatawwa.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is shipped for those who watch: every alarm says how urgent it is and has a paragraph that says what to do; the dashboard is one that Grafana reads. That the figures exist is held by
 *  {@code database.OutageTests}, on a platform that runs. */
class AlarmTests {

  @Test
  void everyAlarmHasItsParagraphAndEveryParagraphItsAlarm() throws IOException {
    List<String> alarms = new ArrayList<>();
    for (Map<String, Object> rule : rules()) {
      alarms.add((String) rule.get("alert"));
      assertThat(rule).as("%s", rule.get("alert")).containsKeys("expr", "labels", "annotations");
      assertThat(((Map<?, ?>) rule.get("labels")).get("severity")).isIn("page", "ticket");
    }
    String docs = Files.readString(Path.of("docs/operations.md"));
    Set<String> paragraphs = Pattern.compile("(?m)^### ([A-Z][A-Za-z]+)$").matcher(docs).results().map(found -> found.group(1)).collect(Collectors.toSet());
    assertThat(alarms).doesNotHaveDuplicates();
    assertThat(paragraphs).isEqualTo(Set.copyOf(alarms));
  }

  @Test
  void theDashboardIsWhole() throws IOException {
    JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(Path.of("deploy/grafana/linatatawwa.json")));
    List<Integer> ids = new ArrayList<>();
    for (JsonNode panel : dashboard.path("panels")) {
      ids.add(panel.path("id").asInt());
      if (panel.path("type").asString().equals("row")) continue;
      assertThat(panel.path("title").asString()).isNotBlank();
      assertThat(panel.path("targets").isEmpty()).as(panel.path("title").asString()).isFalse();
      for (JsonNode target : panel.path("targets")) assertThat(target.path("expr").asString()).isNotBlank();
    }
    assertThat(ids).hasSizeGreaterThan(20).doesNotHaveDuplicates();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rules() throws IOException {
    Map<String, Object> file = new Yaml().load(Files.readString(Path.of("deploy/prometheus/alerts.yml")));
    return ((List<Map<String, Object>>) file.get("groups")).stream().flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream()).toList();
  }
}
