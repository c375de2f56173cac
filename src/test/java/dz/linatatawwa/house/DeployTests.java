package dz.linatatawwa.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code deploy/} ships against itself, against what the platform knows, and against what must be so. */
class DeployTests {

  private static final Path DEPLOY = Path.of("deploy");
  private static final Pattern SETTING = Pattern.compile("\\b(LINATATAWWA_[A-Z0-9_]+)\\b");
  /** Not of the platform: the image's name. */
  private static final Set<String> OF_COMPOSE = Set.of("LINATATAWWA_IMAGE", "LINATATAWWA_NO_REHEARSAL");

  @Test
  void everySettingThatIsNamedIsExplained() throws IOException {
    String explained = (Files.readString(Path.of("docs/operations.md")) + Files.readString(Path.of("README.md"))).replaceAll("[^a-z0-9.-]", " ");
    Set<String> unknown = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    for (Path file : files("")) {
      Matcher named = SETTING.matcher(Files.readString(file));
      while (named.find()) if (!OF_COMPOSE.contains(named.group(1))) seen.add(named.group(1));
    }
    assertThat(seen).hasSizeGreaterThan(12);
    for (String name : seen) {
      String plain = name.toLowerCase(Locale.ROOT).replace("_", "");
      boolean whole = Stream.of(explained.split("\\s+")).map(word -> word.replaceAll("[.-]", "")).anyMatch(plain::equals);
      String last = name.toLowerCase(Locale.ROOT).replaceFirst(".*_", "");
      boolean part = name.startsWith("LINATATAWWA_FILES_S3_") && Files.readString(Path.of("docs/operations.md")).contains("`." + last + "`");
      if (!whole && !part) unknown.add(name);
    }
    assertThat(unknown).as("settings in deploy/ that docs/operations.md does not explain").isEmpty();
  }

  @Test
  void everyYamlIsReadAndNamesEachKeyOnce() throws IOException {
    for (Path file : files("yaml", "yml")) assertThat(all(file)).as(file.toString()).isNotEmpty();
  }

  @Test
  void whoeverRunsInAContainerIsNotRootAndCannotBecomeMore() throws IOException {
    Map<String, Object> platform = kind(all(DEPLOY.resolve("kubernetes/platform.yaml")), "Deployment");
    Map<String, Object> pod = at(platform, "spec", "template", "spec");
    assertThat(at(pod, "securityContext")).containsEntry("runAsNonRoot", true);
    assertThat(pod).containsEntry("automountServiceAccountToken", false);
    for (Map<String, Object> container : maps(pod.get("containers"))) {
      assertThat(at(container, "securityContext")).containsEntry("allowPrivilegeEscalation", false).containsEntry("readOnlyRootFilesystem", true)
          .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
      assertThat(at(container, "resources", "limits")).containsKey("memory");
    }
    Map<String, Object> services = at(all(DEPLOY.resolve("compose/compose.yaml")).getFirst(), "services");
    for (String name : List.of("node-a", "node-b", "proxy")) {
      Map<String, Object> service = at(services, name);
      assertThat(service).as(name).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL")).containsEntry("security_opt", List.of("no-new-privileges:true"));
    }
    assertThat(at(services, "node-a").get("user")).asString().doesNotStartWith("0");
  }

  @Test
  void theUnitOfSystemdGivesNoRightThatIsNotNeeded() throws IOException {
    String unit = Files.readString(DEPLOY.resolve("systemd/linatatawwa.service"));
    assertThat(unit.lines()).contains("NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes", "PrivateDevices=yes", "CapabilityBoundingSet=", "RestrictNamespaces=yes", "User=linatatawwa",
        "SystemCallFilter=@system-service", "UMask=0077");
  }

  @Test
  void aNodeThatLeavesServesLongerThanTheProxyTakesToNoticeAndIsGivenTheTimeToEnd() throws IOException {
    String proxy = Files.readString(DEPLOY.resolve("cluster/haproxy.cfg"));
    Matcher check = Pattern.compile("default-server inter (\\d+)ms .*fall (\\d+)").matcher(proxy);
    assertThat(check.find()).isTrue();
    int noticed = Integer.parseInt(check.group(1)) * Integer.parseInt(check.group(2)) + 2000;
    for (Path settings : List.of(DEPLOY.resolve("systemd/node.env.example"), DEPLOY.resolve("compose/compose.yaml"))) assertThat(servesOn(settings)).as(settings.toString()).isGreaterThan(noticed);
    List<Map<String, Object>> kubernetes = all(DEPLOY.resolve("kubernetes/platform.yaml"));
    Map<String, Object> pod = at(kind(kubernetes, "Deployment"), "spec", "template", "spec");
    Map<String, Object> probe = at(maps(pod.get("containers")).getFirst(), "readinessProbe");
    int asked = ((Integer) probe.get("periodSeconds") * (Integer) probe.get("failureThreshold") + (Integer) probe.get("timeoutSeconds")) * 1000;
    int serves = servesOn(DEPLOY.resolve("kubernetes/platform.yaml"));
    assertThat(serves).isGreaterThan(asked);
    assertThat((Integer) pod.get("terminationGracePeriodSeconds") * 1000).isGreaterThan(serves + 30_000);
    assertThat(at(probe, "httpGet")).containsEntry("path", "/actuator/health/node");
    assertThat(proxy).contains("uri /actuator/health/node").contains("deny deny_status 404 if { path_beg /actuator }");
  }

  private static int servesOn(Path file) throws IOException {
    Matcher found = Pattern.compile("LINATATAWWA_NODES_SERVES_ON[=:] ?(\\d+)s").matcher(Files.readString(file));
    assertThat(found.find()).as(file.toString()).isTrue();
    return Integer.parseInt(found.group(1)) * 1000;
  }

  @Test
  void whatIsAcknowledgedIsOnTwoServersAndALossIsOverInTime() throws IOException {
    Map<String, Object> patroni = at(all(DEPLOY.resolve("cluster/patroni.yml")).getFirst(), "bootstrap", "dcs");
    assertThat(patroni).containsEntry("synchronous_mode", true);
    int ttl = (Integer) patroni.get("ttl");
    int loop = (Integer) patroni.get("loop_wait");
    assertThat(loop + 2 * (Integer) patroni.get("retry_timeout")).isLessThanOrEqualTo(ttl);
    assertThat(ttl).isLessThan(10);
    assertThat(at(patroni, "postgresql", "parameters")).containsEntry("synchronous_commit", "on").containsEntry("wal_log_hints", "on");
    assertThat(at(patroni, "postgresql")).containsEntry("use_pg_rewind", true);
    Map<String, Object> cnpg = at(all(DEPLOY.resolve("kubernetes/database.yaml")).getFirst(), "spec");
    assertThat(at(cnpg, "postgresql", "synchronous")).containsEntry("dataDurability", "required").containsEntry("number", 1);
    assertThat((Integer) cnpg.get("instances")).isGreaterThanOrEqualTo(3);
    assertThat(Files.readString(DEPLOY.resolve("cluster/haproxy.cfg"))).contains("on-marked-down shutdown-sessions");
  }

  @Test
  void theProxyOfTheContainersSaysToPeopleWhatTheOtherOneSays() throws IOException {
    assertThat(people(DEPLOY.resolve("compose/haproxy.cfg"))).isEqualTo(people(DEPLOY.resolve("cluster/haproxy.cfg"))).hasSizeGreaterThan(30);
  }

  private static List<String> people(Path file) throws IOException {
    String all = Files.readString(file);
    String part = all.substring(all.indexOf("frontend plain"), all.contains("listen primary") ? all.indexOf("# PostgreSQL") : all.length());
    return Stream.concat(all.lines().filter(line -> line.contains("ssl-default-bind")), part.lines()).map(line -> line.replace(" resolvers names init-addr last,libc,none", "").strip()).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
  }

  @Test
  void noPasswordIsShipped() throws IOException {
    List<String> found = new ArrayList<>();
    Pattern secret = Pattern.compile("(?im)^.*?password[ \\t]*[=:][ \\t]*(?!change-me|…|\\$\\{)([^\\s&]\\S*)");
    for (Path file : files("yaml", "yml", "example", "ini", "service")) {
      Matcher one = secret.matcher(Files.readString(file).replaceAll("(?m)^\\s*[#;].*$", "").replaceAll("\\$\\{[^}]*}", ""));
      while (one.find()) found.add(file + ": " + one.group().strip());
    }
    assertThat(found).isEmpty();
  }

  private static List<Path> files(String... endings) throws IOException {
    try (Stream<Path> all = Files.walk(DEPLOY)) {
      return all.filter(Files::isRegularFile).filter(file -> Stream.of(endings).anyMatch(ending -> file.toString().endsWith(ending))).sorted().toList();
    }
  }

  private static List<Map<String, Object>> all(Path file) throws IOException {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    List<Map<String, Object>> documents = new ArrayList<>();
    new Yaml(new SafeConstructor(strict)).loadAll(Files.readString(file)).forEach(one -> documents.add(map(one)));
    return documents;
  }

  private static Map<String, Object> kind(List<Map<String, Object>> documents, String kind) {
    return documents.stream().filter(one -> kind.equals(one.get("kind"))).findFirst().orElseThrow();
  }

  private static Map<String, Object> at(Map<String, Object> from, String... keys) {
    Map<String, Object> there = from;
    for (String key : keys) there = map(there.get(key));
    return there;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    if (!(value instanceof Map)) throw new IllegalStateException("not a map: " + value);
    return (Map<String, Object>) value;
  }

  private static List<Map<String, Object>> maps(Object value) {
    return ((List<?>) value).stream().map(DeployTests::map).toList();
  }
}
