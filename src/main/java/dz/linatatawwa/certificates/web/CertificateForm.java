package dz.linatatawwa.certificates.web;

import dz.linatatawwa.certificates.Asked;
import dz.linatatawwa.certificates.Choice;
import dz.linatatawwa.certificates.Kind;
import dz.linatatawwa.certificates.Scope;
import dz.linatatawwa.certificates.Span;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed to have a certificate, as it was typed.
 *  @param kind     hours or book
 *  @param scope    as {@link Choice#code}; empty: all hours
 *  @param language in which it is opened first */
public record CertificateForm(@Nullable String kind, @Nullable String scope, @Nullable String from, @Nullable String to, @Nullable String language) {

  static CertificateForm empty(Language language) {
    return new CertificateForm("hours", "", "", "", language.code());
  }

  /** Nothing when something is wrong; the problems say what. */
  Optional<Asked> read(Problems problems) {
    Kind asked = Kind.of(text(kind)).filter(one -> one != Kind.LIST).orElse(null);
    if (asked == null) problems.add("kind", "site.problem.choice");
    Scope about = Choice.read(text(scope)).orElse(null);
    if (about == null) problems.add("scope", "site.problem.choice");
    LocalDate first = day("from", from, problems);
    LocalDate last = day("to", to, problems);
    if (first != null && last != null && last.isBefore(first)) problems.add("to", "certificates.problem.order");
    return problems.any() || asked == null || about == null ? Optional.empty() : Optional.of(new Asked(asked, about, new Span(first, last)));
  }

  /** The language that was chosen, else the reader's. */
  Language in(Language reader) {
    return Language.of(text(language)).filter(one -> one != Language.KAB).orElse(reader == Language.KAB ? Language.AR : reader);
  }

  private static @Nullable LocalDate day(String field, @Nullable String typed, Problems problems) {
    if (text(typed).isBlank()) return null;
    try {
      LocalDate day = LocalDate.parse(Digits.latin(text(typed).strip()));
      if (day.getYear() >= 1950 && day.getYear() <= 2140) return day;
    } catch (DateTimeParseException e) {
      // said below, as a year beyond all bounds
    }
    problems.add(field, "site.problem.date");
    return null;
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
