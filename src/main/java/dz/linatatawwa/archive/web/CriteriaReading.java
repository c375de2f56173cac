package dz.linatatawwa.archive.web;

import dz.linatatawwa.archive.Criteria;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from an address what is looked for in the archive; what makes no sense leaves nothing out. */
@Component
class CriteriaReading {

  private static final String PLACE = "(\\d{4}-\\d{2}-\\d{2})\\.([1-9]\\d{0,17})";
  private static final int LONGEST = 120;

  private final OperationChoices choices;

  CriteriaReading(OperationChoices choices) {
    this.choices = choices;
  }

  Criteria of(Map<String, String> asked) {
    WilayaCode wilaya = choices.wilaya(Typed.line(asked.get("wilaya"))).orElse(null);
    CommuneCode commune = wilaya == null ? null : choices.commune(wilaya.value(), Typed.line(asked.get("commune"))).orElse(null);
    String field = Typed.line(asked.get("field"));
    String year = Digits.latin(Typed.line(asked.get("year")));
    String organization = Typed.line(asked.get("organization"));
    String words = Typed.line(asked.get("q"));
    return new Criteria(words.substring(0, Math.min(LONGEST, words.length())), wilaya, commune, choices.knowsField(field) ? field : null,
        year.matches("(19|20)\\d{2}") ? Integer.valueOf(year) : null, organization.matches("[1-9]\\d{0,17}") ? new OrganizationId(Long.parseLong(organization)) : null,
        "true".equals(asked.get("pictures")), place(asked.getOrDefault("after", "")));
  }

  private static Criteria.@Nullable Place place(String after) {
    if (!after.matches(PLACE)) return null;
    try {
      return new Criteria.Place(LocalDate.parse(after.substring(0, 10)), Long.parseLong(after.substring(11)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
