package dz.linatatawwa.supervision.web;

import dz.linatatawwa.language.Typed;
import java.util.Map;

/** What was typed to give somebody a power, as it was typed.
 *  @param territory a wilaya's code, or {@code nation}
 *  @param daira     the number of a daira, or empty
 *  @param field     a field's code, or empty
 *  @param from      a day, or empty: from now on
 *  @param until     the last day */
public record GrantForm(String contact, String territory, String daira, String field, String from, String until, String reason) {

  static GrantForm of(Map<String, String> sent) {
    return new GrantForm(Typed.line(sent.getOrDefault("contact", "")), sent.getOrDefault("territory", ""), sent.getOrDefault("daira", ""), sent.getOrDefault("field", ""),
        sent.getOrDefault("from", "").strip(), sent.getOrDefault("until", "").strip(), sent.getOrDefault("reason", ""));
  }
}
