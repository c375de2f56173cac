package dz.linatatawwa.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads {@code messages/<module>_<language>.properties} of all rooms into one map of a language. */
final class Bundles {

  private Bundles() {}

  static Map<String, String> read(Language language) {
    Map<String, String> patterns = new HashMap<>();
    if (language == Language.KAB) patterns.putAll(read(Language.AR));
    try {
      var resolver = new PathMatchingResourcePatternResolver();
      for (Resource file : resolver.getResources("classpath*:messages/*_" + language.code() + ".properties")) {
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
        properties.stringPropertyNames().forEach(key -> patterns.put(key, spaced(language, properties.getProperty(key))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("messages of " + language, e);
    }
    return Map.copyOf(patterns);
  }

  /** French sets a space before : ; ? ! » % and after «; a line must not break there. */
  private static String spaced(Language language, String text) {
    return language == Language.FR ? text.replaceAll(" (?=[:;?!»%])|(?<=«) ", "\u00a0") : text;
  }
}
