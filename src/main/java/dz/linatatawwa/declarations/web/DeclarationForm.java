package dz.linatatawwa.declarations.web;

import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.declarations.Declaration;
import dz.linatatawwa.declarations.Work;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.site.Problems;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed to declare something, as it was typed. */
public record DeclarationForm(String kind, String title, String forWhom, String first, String last, String from, String to, String activity, String wilaya,
    String commune, String organization, String reason, String witness, String contact, @Nullable String free) {

  static final DeclarationForm EMPTY = new DeclarationForm("direct", "", "", "", "", "", "", "", "", "", "", "", "", "", null);

  /** "Unpaid, of my own choice, for others": an empty box is not sent. */
  public boolean ticked() {
    return "true".equals(free);
  }

  static DeclarationForm of(Declaration declaration) {
    Work work = declaration.work();
    var name = declaration.organizationName();
    Work.Witness witness = work.witness();
    return new DeclarationForm(work.kind(), work.title(), work.forWhom(), work.first().toString(), work.days() == 1 ? "" : work.last().toString(),
        work.from().toString(), work.to().toString(), work.activity(), declaration.wilaya().value(), work.commune().value(), name == null ? "" : name.ar(),
        work.reason(), witness == null ? "" : witness.name(), witness == null ? "" : Contact.of(witness.contact()).shown(), work.free() ? "true" : null);
  }

  /** @param communes      what was typed, within a wilaya, as a commune
   *  @param organizations what was typed, as a verified organisation
   *  @return nothing when something is wrong; the problems say what */
  Optional<Work> read(BiFunction<String, String, Optional<CommuneCode>> communes, Function<String, Optional<OrganizationId>> organizations, boolean activityKnown,
      Problems problems) {
    if (!kind.equals("direct") && !kind.equals("past")) problems.add("kind", "site.problem.choice");
    if (!ticked()) problems.add("free", "declarations.problem.free");
    String what = line("title", title, 3, 120, problems);
    LocalDate day = date(first);
    LocalDate end = last.isBlank() ? day : date(last);
    if (day == null) problems.add("first", "site.problem.date");
    if (end == null && !last.isBlank()) problems.add("last", "site.problem.date");
    LocalTime begins = time(from);
    LocalTime ends = time(to);
    if (begins == null) problems.add("from", "declarations.problem.time");
    if (ends == null) problems.add("to", "declarations.problem.time");
    if (!activityKnown) problems.add("activity", "site.problem.choice");
    Optional<CommuneCode> place = communes.apply(wilaya, commune);
    if (place.isEmpty()) problems.add(wilaya.isEmpty() ? "wilaya" : "commune", "declarations.problem.place");
    String who = line("forWhom", forWhom, 2, 200, problems);
    String why = line("reason", reason, 0, 300, problems);
    OrganizationId named = named(organizations, problems);
    Work.Witness seen = seen(problems);
    if (problems.any() || day == null || end == null || begins == null || ends == null || place.isEmpty()) return Optional.empty();
    return Optional.of(new Work(kind, what, who, day, end, begins, ends, activity, place.get(), named, why, seen, true));
  }

  private @Nullable OrganizationId named(Function<String, Optional<OrganizationId>> organizations, Problems problems) {
    String name = Typed.line(organization);
    if (name.isEmpty()) return null;
    Optional<OrganizationId> found = organizations.apply(name);
    if (found.isEmpty()) problems.add("organization", "declarations.problem.organization");
    return found.orElse(null);
  }

  private Work.@Nullable Witness seen(Problems problems) {
    if (witness.isBlank() && contact.isBlank()) return null;
    String name = line("witness", witness, 2, 120, problems);
    Optional<Contact> reached = Contact.parse(contact);
    if (reached.isEmpty()) problems.add("contact", "declarations.problem.contact");
    return reached.map(at -> new Work.Witness(name, at.text())).orElse(null);
  }

  private static String line(String field, String typed, int least, int most, Problems problems) {
    if (Typed.deceives(typed)) problems.add(field, "site.problem.characters");
    String line = Typed.line(typed);
    if (line.length() < least) problems.add(field, "site.problem.required");
    if (line.length() > most) problems.add(field, "site.problem.tooLong", most);
    return line;
  }

  private static @Nullable LocalDate date(String typed) {
    try {
      return LocalDate.parse(Digits.latin(typed.strip()));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable LocalTime time(String typed) {
    try {
      return LocalTime.parse(Digits.latin(typed.strip()));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
