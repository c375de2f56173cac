package dz.linatatawwa.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, by field, in the order in which it was found; the first reason of a field counts. */
public final class Problems {

  /** One reason, as a message key and its arguments. */
  public record Problem(String field, String key, List<Object> arguments) {}

  private final Map<String, Problem> byField = new LinkedHashMap<>();

  /** No problems, for a form that is shown the first time. */
  public static Problems none() {
    return new Problems();
  }

  /** @param key of the message, e.g. {@code site.problem.required} */
  public Problems add(String field, String key, Object... arguments) {
    byField.putIfAbsent(field, new Problem(field, key, List.of(arguments)));
    return this;
  }

  public boolean any() {
    return !byField.isEmpty();
  }

  public @Nullable Problem of(String field) {
    return byField.get(field);
  }

  public List<Problem> all() {
    return List.copyOf(byField.values());
  }
}
