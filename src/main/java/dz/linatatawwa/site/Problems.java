package dz.linatatawwa.site;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, by field, in the order in which it was found; the first reason of a field counts. */
public final class Problems {

  /** One reason, as a message key and its arguments. */
  public record Problem(String field, String key, List<Object> arguments) {

    /** Whether other fields may have the same reason. */
    public boolean general() {
      return key.startsWith("site.problem.");
    }
  }

  private final Map<String, Problem> byField = new LinkedHashMap<>();
  private final Map<String, String> labels = new HashMap<>();

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

  /** As above, from the field itself: the summary shall know what it is called. */
  public @Nullable Problem of(String field, String label) {
    labels.putIfAbsent(field, label);
    return of(field);
  }

  /** What the page calls this field, once the field was drawn. */
  public @Nullable String label(String field) {
    return labels.get(field);
  }

  /** Whether the reason alone does not tell which field is meant. */
  public boolean needsLabel(Problem problem) {
    return problem.general() || byField.values().stream().filter(other -> other.key().equals(problem.key())).count() > 1;
  }

  public List<Problem> all() {
    return List.copyOf(byField.values());
  }
}
