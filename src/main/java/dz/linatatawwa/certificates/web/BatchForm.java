package dz.linatatawwa.certificates.web;

import dz.linatatawwa.certificates.Asked;
import dz.linatatawwa.certificates.Span;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.site.Problems;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed to have certificates for many, as it was typed.
 *  @param scope a campaign or an opportunity of the organisation; empty: all hours with it
 *  @param hours who has at least so many; empty: any */
public record BatchForm(@Nullable String scope, @Nullable String from, @Nullable String to, @Nullable String hours) {

  static final BatchForm EMPTY = new BatchForm("", "", "", "");

  private static final int MOST = 100_000;

  /** @param minutes at least so many */
  record Read(Asked asked, int minutes) {
    Span span() {
      return asked.span();
    }
  }

  /** Nothing when something is wrong; the problems say what. */
  Optional<Read> read(Problems problems) {
    Optional<Asked> asked = new CertificateForm("hours", scope, from, to, null).read(problems);
    String typed = hours == null ? "" : Digits.latin(hours.strip());
    if (!typed.isEmpty() && (!typed.matches("\\d{1,6}") || Integer.parseInt(typed) > MOST)) problems.add("hours", "site.problem.range", 0, MOST);
    if (problems.any()) return Optional.empty();
    int minutes = typed.isEmpty() ? 1 : Math.max(1, Integer.parseInt(typed) * 60);
    return asked.filter(one -> one.scope().organization() == null).map(one -> new Read(one, minutes));
  }
}
