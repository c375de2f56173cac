package dz.linatatawwa.partnerships.web;

import dz.linatatawwa.partnerships.AgreementText;
import dz.linatatawwa.partnerships.Promise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** An agreement as it was typed. */
public record AgreementForm(MultiValueMap<String, String> typed) {

  static AgreementForm of(AgreementText text) {
    Map<String, List<String>> typed = new LinkedHashMap<>(Map.of("titleAr", List.of(text.titleAr()), "titleFr", List.of(text.titleFr()),
        "textAr", List.of(text.textAr()), "textFr", List.of(text.textFr()), "from", List.of(text.from().toString()), "to", List.of(text.to().toString())));
    typed.put("promise", text.promises().keySet().stream().map(Promise::code).toList());
    text.promises().forEach((promise, quota) -> quota.ifPresent(number -> typed.put("quota-" + promise.code(), List.of(number.toString()))));
    typed.put("annex", text.annexes().stream().map(Object::toString).toList());
    return new AgreementForm(new LinkedMultiValueMap<>(typed));
  }

  /** What was typed in a field, or nothing. */
  public String value(String field) {
    String value = typed.getFirst(field);
    return value == null ? "" : value;
  }

  /** Everything that was ticked in a field. */
  public List<String> values(String field) {
    return typed.get(field) instanceof List<String> values ? new ArrayList<>(values) : List.of();
  }
}
