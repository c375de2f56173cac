package dz.linatatawwa.guardians.web;

import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.volunteers.GuardianPurpose;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the desk's pages read out of addresses and forms. */
final class DeskNumbers {

  static final String DESK = "/organizations/{oid:[1-9][0-9]{0,17}}/desk";

  private DeskNumbers() {}

  static OrganizationId organization(long id) {
    if (id < 1) throw new NotFound("organisation " + id);
    return new OrganizationId(id);
  }

  /** @return 1 for what is no page */
  static int page(String typed) {
    return typed.matches("[1-9]\\d{0,5}") ? Integer.parseInt(typed) : 1;
  }

  /** @return nothing for what is no day */
  static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(Digits.latin(Typed.line(typed))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static Set<GuardianPurpose> purposes(@Nullable List<String> codes) {
    return (codes == null ? List.<String>of() : codes).stream().flatMap(code -> GuardianPurpose.of(code).stream()).collect(Collectors.toSet());
  }

  /** The numbers among what was sent. */
  static Set<Long> numbers(@Nullable List<String> sent) {
    return (sent == null ? List.<String>of() : sent).stream().filter(one -> one.matches("[1-9]\\d{0,17}")).map(Long::valueOf).collect(Collectors.toSet());
  }

  /** Where links of ours begin. */
  static String base() {
    return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
  }
}
