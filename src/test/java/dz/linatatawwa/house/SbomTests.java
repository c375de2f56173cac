package dz.linatatawwa.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of what we are built of (CycloneDX), which the build puts into the jar, against what Maven itself calls the runtime classpath. */
class SbomTests {

  private static final Path LIST = Path.of("target/classes/META-INF/sbom/application.cdx.json");
  private static final Path CLASSPATH = Path.of("target/runtime-classpath.txt");

  private JsonNode list;

  @BeforeEach
  void read() throws IOException {
    list = new JsonMapper().readTree(Files.readString(LIST));
  }

  @Test
  void everyJarThatRunsIsOnTheListAndNothingElse() throws IOException {
    Set<String> listed = new TreeSet<>();
    for (JsonNode component : list.path("components")) {
      String classifier = component.path("purl").asString("").replaceFirst(".*[?&]classifier=([^&]+).*|.*", "$1");
      listed.add(component.path("name").asString() + "-" + component.path("version").asString() + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar");
    }
    Set<String> running = Arrays.stream(Files.readString(CLASSPATH).strip().split(File.pathSeparator)).map(jar -> Path.of(jar).getFileName().toString())
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(running).as("what Maven says was read").hasSizeGreaterThan(60);
    assertThat(listed).isEqualTo(running);
  }

  @Test
  void everyPartHasItsNameItsVersionItsHashAndItsLicence() {
    Set<String> lacking = new TreeSet<>();
    for (JsonNode component : list.path("components")) {
      boolean hashed = component.path("hashes").valueStream().anyMatch(hash -> hash.path("alg").asString().equals("SHA-256"));
      boolean licensed = !component.path("licenses").isEmpty();
      if (!hashed || !licensed || !component.path("purl").asString("").startsWith("pkg:maven/")) lacking.add(component.path("purl").asString(component.path("name").asString()));
    }
    assertThat(list.path("bomFormat").asString()).isEqualTo("CycloneDX");
    assertThat(list.path("metadata").path("component").path("name").asString()).isEqualTo("linatatawwa");
    assertThat(lacking).isEmpty();
  }
}
