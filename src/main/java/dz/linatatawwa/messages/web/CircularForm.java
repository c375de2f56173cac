package dz.linatatawwa.messages.web;

import dz.linatatawwa.language.Typed;
import dz.linatatawwa.messages.CircularDraft;
import dz.linatatawwa.messages.CircularText;
import dz.linatatawwa.messages.Reach;
import dz.linatatawwa.site.Problems;
import java.util.Map;
import java.util.Optional;

/** A circular as it was typed.
 *  @param reach as {@link Reach#code} writes it; may be anything */
public record CircularForm(String reach, boolean everybody, boolean urgent, CircularText text) {

  static CircularForm typed(Map<String, String> typed) {
    return new CircularForm(Typed.line(typed.get("reach")), "true".equals(typed.get("everybody")), "true".equals(typed.get("urgent")), CircularText.typed(typed));
  }

  Problems problems(Map<String, String> typed) {
    Problems problems = Problems.none();
    if (Reach.read(reach).isEmpty()) problems.add("reach", "site.problem.choice");
    text.look(typed, problems);
    return problems;
  }

  /** What can be sent; nothing while there are problems. */
  Optional<CircularDraft> draft(Problems problems) {
    return problems.any() ? Optional.empty() : Reach.read(reach).map(whom -> new CircularDraft(whom, everybody, urgent, text));
  }

  /** What is sent along when it is sent at last: by name of the field. */
  public Map<String, String> fields() {
    return Map.of("reach", reach, "everybody", Boolean.toString(everybody), "urgent", Boolean.toString(urgent), "titleAr", text.titleAr(), "bodyAr", text.bodyAr(),
        "titleFr", text.titleFr(), "bodyFr", text.bodyFr(), "titleEn", text.titleEn(), "bodyEn", text.bodyEn());
  }
}
