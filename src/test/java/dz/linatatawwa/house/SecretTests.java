package dz.linatatawwa.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No key, password or token of anybody stands in the repository. What a test needs it makes; what is public by its nature is named here. */
class SecretTests {

  private static final Map<String, Pattern> SIGNS = new TreeMap<>(Map.of(
      "a private key", Pattern.compile("-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----\\s*[A-Za-z0-9+/=]{16}"),
      "a private key as JWK", Pattern.compile("\"d\"\\s*:\\s*\"[A-Za-z0-9_-]{40,}\""),
      "a signer's note key", Pattern.compile("PRIVATE\\+KEY\\+[^\\s\"]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]{30}"),
      "a key of a cloud", Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b|\\bAIza[0-9A-Za-z_-]{35}\\b|\\bgh[pousr]_[0-9A-Za-z]{36}\\b|\\bglpat-[0-9A-Za-z_-]{20}\\b|\\bxox[baprs]-[0-9A-Za-z-]{10}"),
      "a token", Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
      "a password in an address", Pattern.compile("\\b(?:https?|jdbc:postgresql|postgres(?:ql)?|smtps?|amqp)://[^\\s/:@\"'{}$<]+:[^\\s/@\"'{}$<]{3,}@"),
      "a password in a setting", Pattern.compile("(?im)^\\s*[\\w.-]*(?:password|passwd|secret|api-?key|token)\\s*[=:]\\s*(?![\\s${<\"']|$)[^\\s#]{6,}\\s*$")));

  /** Files whose names alone say what they are. */
  private static final Pattern NAMES = Pattern.compile("(?i).*\\.(?:p12|pfx|jks|keystore|key|kdbx|ppk)|id_(?:rsa|ed25519|ecdsa|dsa)|\\.env(?:\\..*)?|\\.netrc|\\.pgpass|credentials(?:\\.json)?");

  /** Where a sign is none: examples whose secret is known to everybody, each with its reason. */
  private static final Map<String, String> PUBLIC = Map.of(
      "src/test/java/dz/linatatawwa/house/SecretTests.java", "the signs themselves",
      "src/test/java/dz/linatatawwa/outside/OutsideTests.java", "an address with a password that must be refused");

  private static final Set<String> UNREAD = Set.of("target", "data", ".git", "node_modules", ".run");
  private static final Set<String> WORDS_OF_PEOPLE = Set.of("messages");

  @Test
  void noSecretStandsInTheRepository() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : files()) {
      String name = file.toString();
      if (NAMES.matcher(file.getFileName().toString()).matches()) found.add(name + ": by its name");
      if (!PUBLIC.containsKey(name)) signs(text(file), isSettings(file)).forEach(sign -> found.add(name + ": " + sign));
    }
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA", "{\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\"}",
      "AKIAIOSFODNN7EXAMPLE", "jdbc:postgresql://app:hunter22@db.example/x", "spring.mail.password=hunter22", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTYifQ.dozjgNryP4J3jVmN"})
  void aSecretThatStoodThereWouldBeFound(String text) {
    assertThat(signs(text, true)).isNotEmpty();
  }

  private static List<String> signs(String text, boolean settings) {
    List<String> found = new ArrayList<>();
    SIGNS.forEach((name, sign) -> {
      if (name.equals("a password in a setting") && !settings) return;
      Matcher at = sign.matcher(text);
      if (at.find()) found.add(name + " on line " + (1 + text.substring(0, at.start()).chars().filter(c -> c == '\n').count()));
    });
    return found;
  }

  private static boolean isSettings(Path file) {
    for (Path part : file) if (WORDS_OF_PEOPLE.contains(part.toString())) return false;
    return file.toString().matches(".*\\.(?:properties|ya?ml|conf|ini|toml|env)");
  }

  private static String text(Path file) {
    try {
      return Files.size(file) > 4_000_000 ? "" : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Path root = Path.of("").toAbsolutePath();
    Files.walkFileTree(root, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return UNREAD.contains(folder.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        files.add(root.relativize(file));
        return FileVisitResult.CONTINUE;
      }
    });
    return files;
  }
}
