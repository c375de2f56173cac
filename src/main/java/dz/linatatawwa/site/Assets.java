package dz.linatatawwa.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Style, script, font and image files, in memory, at addresses with a fingerprint of their content, so that a browser may keep them
 *  for ever. Style files become {@code /styles/site.css}, but for those of {@code /styles/apart/}, which the pages of a room ask for by themselves; the scripts of {@code scripts/behaviours/} become {@code /scripts/site.js}.
 *  What a script imports ({@code from "./store.js"}) is imported by its fingerprinted address. */
@Component
public class Assets {

  private static final Pattern OUR_ADDRESS = Pattern.compile("(?<=url\\()(/(?:fonts|images)/[^)]+)(?=\\))");
  private static final Pattern OUR_IMPORT = Pattern.compile("(?<=(?:from|import) \")\\.{1,2}/[^\"]+\\.js(?=\")");
  private static final Pattern FINGERPRINT = Pattern.compile("\\.[0-9a-f]{12}(\\.\\w+)$");
  private static final String BEHAVIOURS = "/scripts/behaviours/";
  private static final String APART = "/styles/apart/";
  private static final String VENDOR = "/scripts/vendor/";

  private final Map<String, StaticFile> byPath = new HashMap<>();
  private final Map<String, StaticFile> byAddress = new HashMap<>();

  Assets() {
    Map<String, byte[]> files = read();
    Map<String, String> styles = new TreeMap<>();
    StringBuilder behaviours = new StringBuilder();
    files.forEach((path, bytes) -> {
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (path.startsWith(APART)) keep(path, withAddresses("@layer pages{" + StyleSheet.shorten(text) + "}").getBytes(StandardCharsets.UTF_8));
      else if (path.startsWith("/styles/") && !path.equals(StyleSheet.PATH)) styles.put(path, text);
      else if (path.startsWith(BEHAVIOURS)) behaviours.append("{\n").append(withoutMargins(text)).append("}\n");
      else if (!path.endsWith(".md") && !path.endsWith(".js") && !path.equals(StyleSheet.PATH)) keep(path, bytes);
    });
    files.keySet().stream().filter(path -> path.endsWith(".js") && !path.startsWith(BEHAVIOURS)).forEach(path -> keepScript(path, files));
    keep(StyleSheet.PATH, withAddresses(StyleSheet.join(styles)).getBytes(StandardCharsets.UTF_8));
    keep("/scripts/site.js", behaviours.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** @param path as in the source tree: {@code /images/icons.svg}; a path that we do not have comes back as it is */
  public String address(String path) {
    StaticFile file = byPath.get(path);
    return file == null ? path : file.address();
  }

  /** The file at a path or at its fingerprinted address. With the fingerprint of another build it is ours, which nobody keeps: while nodes are brought up to date one after
   *  the other, the page of a new one may ask an old one for its style. */
  @Nullable StaticFile at(String address) {
    StaticFile file = byAddress.get(address);
    if (file == null) file = byPath.get(address);
    return file != null ? file : byPath.get(FINGERPRINT.matcher(address).replaceFirst("$1"));
  }

  private void keep(String path, byte[] bytes) {
    StaticFile file = StaticFile.of(path, bytes);
    byPath.put(path, file);
    byAddress.put(file.address(), file);
  }

  /** Keeps a script after those that it imports, so that it can name their addresses. */
  private void keepScript(String path, Map<String, byte[]> files) {
    if (byPath.containsKey(path)) return;
    byte[] bytes = files.get(path);
    if (bytes == null) throw new IllegalStateException("no script " + path);
    String text = new String(bytes, StandardCharsets.UTF_8);
    String linked = OUR_IMPORT.matcher(text).replaceAll(found -> {
      String imported = URI.create(path).resolve(found.group()).getPath();
      keepScript(imported, files);
      return address(imported);
    });
    keep(path, (path.startsWith(VENDOR) ? linked : withoutMargins(linked)).getBytes(StandardCharsets.UTF_8));
  }

  private String withAddresses(String css) {
    return OUR_ADDRESS.matcher(css).replaceAll(found -> address(found.group(1)));
  }

  /** A script without its comment lines and indentation. */
  private static String withoutMargins(String script) {
    StringBuilder kept = new StringBuilder();
    for (String line : script.split("\n")) {
      String text = line.strip();
      if (!text.isEmpty() && !text.startsWith("//")) kept.append(text).append('\n');
    }
    return kept.toString();
  }

  private static Map<String, byte[]> read() {
    Map<String, byte[]> files = new TreeMap<>();
    try {
      var resolver = new PathMatchingResourcePatternResolver();
      for (Resource file : resolver.getResources("classpath*:static/**/*.*")) {
        String url = file.getURL().toString();
        String path = url.substring(url.lastIndexOf("/static/") + "/static".length());
        if (path.lastIndexOf('/') > 0) files.put(path, file.getContentAsByteArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("static files", e);
    }
    return files;
  }
}
