package dz.linatatawwa.organizations.web;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.organizations.OrganizationKind;
import dz.linatatawwa.organizations.Profile;
import dz.linatatawwa.organizations.Reach;
import dz.linatatawwa.organizations.Receipt;
import dz.linatatawwa.organizations.ReceiptAuthority;
import dz.linatatawwa.organizations.Scope;
import dz.linatatawwa.organizations.Seat;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a form about an organisation into a profile, and notes what does not fit beside each field. */
final class OrganizationReading {

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final LocalDate FIRST_ASSOCIATION = LocalDate.of(1901, 7, 1);
  private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final OrganizationForm form;
  private final Places places;
  private final Taxonomy taxonomy;
  private final LocalDate today;
  private final boolean settled;
  private final Problems problems = Problems.none();

  /** @param settled who the organisation is was verified already: what is missing there is not asked for again */
  OrganizationReading(OrganizationForm form, Places places, Taxonomy taxonomy, LocalDate today, boolean settled) {
    this.settled = settled;
    this.form = form;
    this.places = places;
    this.taxonomy = taxonomy;
    this.today = today;
  }

  Problems problems() {
    return problems;
  }

  /** The profile, or nothing when there are problems. */
  Optional<Profile> profile() {
    OrganizationKind kind = OrganizationKind.of(form.value("kind")).orElse(null);
    if (kind == null) problems.add("kind", "site.problem.choice");
    String nameAr = nameAr();
    String nameFr = nameFr();
    Scope scope = Scope.of(form.value("scope")).orElse(null);
    if (scope == null) problems.add("scope", "site.problem.choice");
    boolean association = kind == OrganizationKind.ASSOCIATION && !settled;
    Receipt receipt = receipt(association);
    String president = line("president", 120, association);
    LocalDate mandateEnds = day("mandateEnds", LocalDate.of(1990, 1, 1), today.plusYears(15), association);
    Seat seat = seat();
    List<String> fields = fields();
    Reach reach = reach();
    String about = about();
    if (problems.any() || kind == null || scope == null || seat == null || nameAr == null) return Optional.empty();
    return Optional.of(new Profile(kind, nameAr, nameFr, scope, receipt, seat, fields, about, reach, president, mandateEnds));
  }

  private @Nullable String nameAr() {
    String name = line("nameAr", 200, true);
    if (name != null && name.codePoints().filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC && Character.isLetter(c)).count() < 3) {
      problems.add("nameAr", "organizations.problem.nameAr");
    }
    return name;
  }

  private @Nullable String nameFr() {
    String name = line("nameFr", 200, false);
    if (name != null && name.codePoints().filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN).count() < 3) {
      problems.add("nameFr", "organizations.problem.nameFr");
    }
    return name;
  }

  private Receipt receipt(boolean needed) {
    String number = line("receiptNumber", 60, needed);
    if (number != null && number.codePoints().noneMatch(Character::isDigit)) problems.add("receiptNumber", "organizations.problem.receiptNumber");
    LocalDate date = day("receiptDate", FIRST_ASSOCIATION, today, needed);
    ReceiptAuthority authority = ReceiptAuthority.of(form.value("receiptAuthority")).orElse(null);
    if (authority == null && (needed || !form.value("receiptAuthority").isEmpty())) problems.add("receiptAuthority", "site.problem.choice");
    return new Receipt(number, date, authority);
  }

  private @Nullable Seat seat() {
    String address = line("address", 300, false);
    WilayaCode wilaya = WilayaCode.of(form.value("wilaya")).filter(code -> places.wilaya(code).isPresent()).orElse(null);
    if (wilaya == null) {
      problems.add("wilaya", "site.problem.choice");
      return null;
    }
    List<Commune> meant = communes(Typed.line(form.value("commune"))).stream().filter(commune -> commune.wilaya().equals(wilaya)).toList();
    if (meant.size() != 1) {
      problems.add("commune", form.value("commune").isBlank() ? "site.problem.required" : "site.problem.place");
      return null;
    }
    return new Seat(wilaya, meant.getFirst().code(), address);
  }

  private List<Commune> communes(String typed) {
    if (typed.isEmpty()) return List.of();
    return typed.matches("[0-9]{4}") ? places.commune(new CommuneCode(typed)).stream().toList() : places.communesNamed(typed);
  }

  private List<String> fields() {
    List<String> chosen = form.values("fields").stream().distinct().filter(code -> taxonomy.field(code).isPresent()).toList();
    if (chosen.isEmpty()) problems.add("fields", "organizations.problem.fields");
    return chosen;
  }

  private Reach reach() {
    String phone = phone();
    String email = email();
    if (phone == null && email == null) problems.add("phone", "organizations.problem.reach");
    return new Reach(phone, email, website());
  }

  private @Nullable String phone() {
    String typed = line("phone", 40, false);
    if (typed == null) return null;
    try {
      PhoneNumber number = PHONES.parse(typed, "DZ");
      if (number.getCountryCode() == 213 && PHONES.isValidNumber(number)) return PHONES.format(number, PhoneNumberFormat.E164);
    } catch (NumberParseException e) {
      // falls through: the same reason as for a number that cannot be
    }
    problems.add("phone", "organizations.problem.phone");
    return null;
  }

  private @Nullable String email() {
    String typed = line("email", 254, false);
    if (typed == null) return null;
    if (Contact.parse(typed).orElse(null) instanceof Contact.Email email) return email.text();
    problems.add("email", "organizations.problem.email");
    return null;
  }

  private @Nullable String website() {
    String typed = line("website", 200, false);
    if (typed == null) return null;
    String whole = typed.matches("(?i)https?://.*") ? typed : "https://" + typed;
    try {
      URI address = URI.create(whole);
      String host = address.getHost();
      if (host != null && host.contains(".") && address.getUserInfo() == null) return address.toASCIIString();
    } catch (IllegalArgumentException e) {
      // falls through: the same reason as for an address without a host
    }
    problems.add("website", "organizations.problem.website");
    return null;
  }

  private @Nullable String about() {
    String raw = form.value("about");
    if (Typed.deceives(raw)) problems.add("about", "site.problem.characters");
    String text = Typed.text(raw);
    if (text.length() > 2000) problems.add("about", "site.problem.tooLong", 2000);
    return text.isEmpty() ? null : text;
  }

  private @Nullable String line(String field, int most, boolean needed) {
    String raw = form.value(field);
    if (Typed.deceives(raw)) problems.add(field, "site.problem.characters");
    String line = Typed.line(raw);
    if (line.length() > most) problems.add(field, "site.problem.tooLong", most);
    if (needed && line.isEmpty()) problems.add(field, "site.problem.required");
    return line.isEmpty() ? null : line;
  }

  private @Nullable LocalDate day(String field, LocalDate earliest, LocalDate latest, boolean needed) {
    String typed = Typed.line(form.value(field));
    if (typed.isEmpty()) {
      if (needed) problems.add(field, "site.problem.required");
      return null;
    }
    LocalDate day = day(typed);
    if (day == null) {
      problems.add(field, "site.problem.date");
    } else if (day.isBefore(earliest) || day.isAfter(latest)) {
      problems.add(field, "organizations.problem.dayRange", earliest.format(WRITTEN), latest.format(WRITTEN));
    }
    return day;
  }

  /** As browsers send it, or as people write it: 2024-05-31, 31/5/2024; with any digits. */
  private static @Nullable LocalDate day(String typed) {
    String latin = typed.codePoints().map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().toLowerCase(Locale.ROOT);
    try {
      return LocalDate.parse(latin, latin.indexOf('/') > 0 ? WRITTEN : ISO);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
