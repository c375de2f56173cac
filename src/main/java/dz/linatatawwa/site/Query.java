package dz.linatatawwa.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The part of an address after the question mark, to be changed one name at a time. */
public record Query(List<String> parts) {

  public Query {
    parts = List.copyOf(parts);
  }

  /** @param query as sent, without the question mark */
  public static Query of(String query) {
    List<String> parts = new ArrayList<>();
    for (String part : query.split("&")) if (!part.isEmpty()) parts.add(part);
    return new Query(parts);
  }

  public Query without(String name) {
    List<String> kept = new ArrayList<>(parts.size());
    for (String part : parts) if (!isOf(part, name)) kept.add(part);
    return kept.size() == parts.size() ? this : new Query(kept);
  }

  /** @param value an empty one takes the name out */
  public Query with(String name, String value) {
    List<String> changed = new ArrayList<>(without(name).parts);
    if (!value.isEmpty()) changed.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    return new Query(changed);
  }

  private static boolean isOf(String part, String name) {
    return part.startsWith(name) && (part.length() == name.length() || part.charAt(name.length()) == '=');
  }

  /** With its question mark, or empty. */
  @Override
  public String toString() {
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }
}
