package dz.linatatawwa.integrity;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts doubts and findings into plain words, with the figures of the case. */
@Component
public class Naming {

  private final Accounts accounts;
  private final Places places;

  Naming(Accounts accounts, Places places) {
    this.accounts = accounts;
    this.places = places;
  }

  /** What a doubt is called: the person, the shift with its day, the organisation. */
  public String title(Doubt doubt, Words words) {
    Instant at = doubt.startsAt();
    return switch (doubt.about()) {
      case VOLUNTEER -> doubt.name() == null ? "" : doubt.name();
      // The day first: it turns a page in the reader's direction, whatever the letters of the title are.
      case SHIFT -> (at == null ? "" : words.date(at) + " · ") + (doubt.name() == null ? "" : doubt.name());
      case ORGANIZATION -> name(doubt.organization(), words);
    };
  }

  /** The sum as it is added up: 45 + 15 = 60. */
  public String sum(Doubt doubt) {
    List<Integer> parts = new ArrayList<>();
    List<Check> counted = new ArrayList<>();
    for (Finding finding : doubt.open()) {
      if (counted.contains(finding.check())) continue;
      counted.add(finding.check());
      parts.add(finding.weight());
    }
    int sum = parts.stream().mapToInt(Integer::intValue).sum();
    return parts.size() < 2 ? Integer.toString(sum) : String.join(" + ", parts.stream().map(String::valueOf).toList()) + " = " + sum;
  }

  /** The reasons of these findings in their order, by the number of the finding. */
  public Map<Long, String> reasons(Collection<Finding> findings, Words words) {
    Map<AccountId, String> names = accounts.names(findings.stream()
        .flatMap(finding -> finding.check().facts().stream().filter(fact -> fact.kind() == Fact.Kind.PERSON).map(fact -> finding.facts().get(fact.name())))
        .filter(Number.class::isInstance).map(id -> new AccountId(((Number) id).longValue())).distinct().toList());
    Map<Long, String> reasons = new java.util.LinkedHashMap<>();
    findings.forEach(finding -> reasons.put(finding.id(), words.text("integrity.reason." + finding.check().code(),
        finding.check().facts().stream().map(fact -> said(fact, finding.facts().get(fact.name()), names, words)).toArray())));
    return reasons;
  }

  /** A name for a reader, or nothing. */
  public String name(@Nullable LocalName name, Words words) {
    return name == null ? "" : name.in(words.language());
  }

  /** The name of a commune; nothing for what is done from anywhere. */
  public String place(@Nullable String commune, Words words) {
    return commune == null ? "" : CommuneCode.of(commune).map(code -> places.name(code, words.language())).orElse("");
  }

  private Object said(Fact fact, @Nullable Object value, Map<AccountId, String> names, Words words) {
    if (value == null) return fact.kind() == Fact.Kind.NUMBER ? 0L : "";
    return switch (fact.kind()) {
      case NUMBER -> ((Number) value).longValue();
      case MINUTES -> words.hours(((Number) value).longValue());
      case SHARE -> words.percent(((Number) value).doubleValue());
      case DAY -> words.date(LocalDate.parse(value.toString()));
      case MOMENT -> moment(java.time.OffsetDateTime.parse(value.toString()).toInstant(), words);
      case PERSON -> names.getOrDefault(new AccountId(((Number) value).longValue()), "—");
      case PLACE -> place(value.toString(), words);
      case HOW -> words.text("integrity.how." + value);
    };
  }

  private static String moment(Instant at, Words words) {
    return words.date(at) + " " + words.time(at);
  }
}
