package dz.linatatawwa.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Joins the files under {@code static/styles/} into one, each in its layer, without comments and spare space. */
final class StyleSheet {

  /** Where the joined sheet is found. */
  static final String PATH = "/styles/site.css";

  private static final List<String> LAYERS = List.of("tokens", "reset", "base", "components", "pages");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern AROUND_BRACES = Pattern.compile(" ?([{};,]) ?");
  private static final Pattern AFTER_COLON = Pattern.compile("(?<=[a-z-]): (?=[^{}]*[;}])");

  private StyleSheet() {}

  /** @param files path to text, e.g. {@code /styles/components/card.css} */
  static String join(Map<String, String> files) {
    StringBuilder joined = new StringBuilder("@layer ").append(String.join(",", LAYERS)).append(";");
    List<String> paths = new ArrayList<>(files.keySet());
    paths.sort(Comparator.comparingInt((String path) -> LAYERS.indexOf(layer(path))).thenComparing(path -> weight(path, files))
        .thenComparing(Comparator.naturalOrder()));
    String open = "";
    for (String path : paths) {
      String layer = layer(path);
      if (!LAYERS.contains(layer)) throw new IllegalStateException("style file outside the layers: " + path);
      if (!layer.equals(open)) joined.append(open.isEmpty() ? "" : "}").append("@layer ").append(layer).append('{');
      joined.append(shorten(files.getOrDefault(path, "")));
      open = layer;
    }
    if (!open.isEmpty()) joined.append('}');
    return joined.toString();
  }

  /** Rooms' own rules do not meet, so their order is free: the longest first packs best, since what is alike then stands near. */
  private static int weight(String path, Map<String, String> files) {
    return layer(path).equals("pages") ? -files.getOrDefault(path, "").length() : 0;
  }

  static String shorten(String css) {
    String text = SPACE.matcher(COMMENT.matcher(css).replaceAll("")).replaceAll(" ").trim();
    text = AROUND_BRACES.matcher(text).replaceAll("$1").replace(";}", "}");
    return AFTER_COLON.matcher(text).replaceAll(":");
  }

  /** /styles/components/card.css → components; /styles/base.css → base. */
  private static String layer(String path) {
    String inside = path.substring("/styles/".length());
    int slash = inside.indexOf('/');
    return slash < 0 ? inside.substring(0, inside.lastIndexOf('.')) : inside.substring(0, slash);
  }
}
