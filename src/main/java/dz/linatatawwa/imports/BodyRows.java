package dz.linatatawwa.imports;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.organizations.OrganizationKind;
import dz.linatatawwa.organizations.Profile;
import dz.linatatawwa.organizations.Reach;
import dz.linatatawwa.organizations.Receipt;
import dz.linatatawwa.organizations.ReceiptAuthority;
import dz.linatatawwa.organizations.Scope;
import dz.linatatawwa.organizations.Seat;
import dz.linatatawwa.places.Commune;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads rows of organisations and of institutions. */
@Component
class BodyRows {

  private static final Map<String, List<String>> WORDS = Lists.of("words.txt");
  private static final Map<String, List<String>> KINDS = only("association", "public-institution", "private-institution", "organisation", "body");
  private static final Map<String, List<String>> SCOPES = only("communal", "wilaya", "inter-wilaya", "national");
  private static final Map<String, String> AUTHORITIES = Map.of("commune-authority", "commune", "wilaya-authority", "wilaya", "interior", "interior", "other", "other");
  private static final int LONGEST_NAME = 200;
  /** What tables write where they have no name: signs alone, or "not determined". */
  private static final Set<String> NO_NAMES = Set.of("", "i n d", "ind", "n a", "na", "nd", "n d", "null", "none", "neant", "xxx", "test");

  private final Whereabouts whereabouts;
  private final FieldWords fields;

  BodyRows(Whereabouts whereabouts, FieldWords fields) {
    this.whereabouts = whereabouts;
    this.fields = fields;
  }

  /** The organisation of a row; nothing when the row is bad. */
  Optional<Candidate> read(Kind kind, Cells cells, String scope) {
    String arabic = name(cells, "name_ar");
    String latin = name(cells, "name_fr");
    if (arabic.isEmpty() && latin.isEmpty()) cells.bad("name_ar", "imports.reason.nameMissing");
    else if (arabic.isEmpty()) cells.note("name_ar", "imports.note.noArabicName");
    if ((arabic.isEmpty() ? latin : arabic).length() == 1) cells.bad(arabic.isEmpty() ? "name_fr" : "name_ar", "imports.reason.nameTooShort");
    YesNo.refuseDeleted(cells);
    Optional<Commune> commune = whereabouts.commune(cells);
    if (commune.isEmpty() && !cells.isBad()) cells.bad("commune", "imports.reason.communeMissing");
    Profile profile = cells.isBad() || commune.isEmpty() ? null : profile(kind, cells, arabic.isEmpty() ? latin : arabic, latin, commune.get());
    if (profile == null || cells.isBad()) return Optional.empty();
    String name = Folding.fold(arabic.isEmpty() ? latin : arabic);
    String id = Typed.line(cells.raw("id"));
    String key = id.isEmpty() ? "name:" + name + "@" + profile.seat().commune() : "id:" + scope + ":" + id;
    return Optional.of(new Candidate.Body(key, name, profile, !id.isEmpty()));
  }

  private static String name(Cells cells, String field) {
    String written = cells.line(field, LONGEST_NAME);
    if (NO_NAMES.contains(Folding.fold(written))) return "";
    String mended = Glue.mended(written);
    if (!mended.equals(written)) cells.note(field, "imports.note.spacesPutBack", mended);
    return mended;
  }

  private Profile profile(Kind kind, Cells cells, String name, String latin, Commune commune) {
    boolean institution = kind == Kind.INSTITUTIONS;
    return new Profile(institution ? institutionKind(cells) : kind(cells), name, latin.isEmpty() ? null : latin, institution ? Scope.COMMUNAL : scope(cells),
        new Receipt(orNull(cells.line("receipt_number", 60)), day(cells, "receipt_date"), authority(cells)),
        new Seat(commune.wilaya(), commune.code(), orNull(cells.line("address", 300))), fields.all(cells, institution ? "network" : "fields"), about(cells),
        new Reach(orNull(cells.line("phone", 60)), email(cells), website(cells)), orNull(cells.line("president", 120)), day(cells, "mandate_ends"));
  }

  private static OrganizationKind institutionKind(Cells cells) {
    String sector = Lists.code(KINDS, cells.raw("sector")).orElse("public-institution");
    return sector.equals("private-institution") ? OrganizationKind.PRIVATE_INSTITUTION : OrganizationKind.PUBLIC_INSTITUTION;
  }

  private static OrganizationKind kind(Cells cells) {
    Optional<OrganizationKind> known = Lists.code(KINDS, cells.raw("kind")).flatMap(OrganizationKind::of);
    if (known.isEmpty()) cells.note("kind", "imports.note.kindAssumed");
    return known.orElse(OrganizationKind.ASSOCIATION);
  }

  private static Scope scope(Cells cells) {
    Optional<Scope> known = Lists.code(SCOPES, cells.raw("scope")).flatMap(Scope::of);
    if (known.isEmpty()) cells.note("scope", "imports.note.scopeAssumed");
    return known.orElse(Scope.COMMUNAL);
  }

  private static @Nullable ReceiptAuthority authority(Cells cells) {
    if (cells.raw("receipt_authority").isBlank()) return null;
    Map<String, List<String>> list = only("commune-authority", "wilaya-authority", "interior", "other");
    return ReceiptAuthority.of(AUTHORITIES.getOrDefault(Lists.code(list, cells.raw("receipt_authority")).orElse("other"), "other")).orElse(null);
  }

  private static @Nullable LocalDate day(Cells cells, String field) {
    if (cells.raw(field).isBlank()) return null;
    Optional<LocalDate> day = Values.moment(cells.raw(field)).map(Values.Moment::day);
    if (day.isEmpty()) cells.bad(field, "imports.reason.notADate");
    return day.orElse(null);
  }

  private static @Nullable String about(Cells cells) {
    String about = cells.lines("about", 5_000);
    if (!about.isEmpty()) return about;
    String type = cells.line("type_ar", 200);
    String typeLatin = cells.line("type_fr", 200);
    return orNull(type.isEmpty() || typeLatin.isEmpty() ? type + typeLatin : type + " – " + typeLatin);
  }

  private static @Nullable String email(Cells cells) {
    String email = cells.line("email", 254);
    if (email.isEmpty() || email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) return orNull(email);
    cells.note("email", "imports.note.leftOut");
    return null;
  }

  private static @Nullable String website(Cells cells) {
    String site = cells.line("website", 300);
    if (site.isEmpty()) return null;
    String address = site.matches("(?i)https?://.*") ? site : "https://" + site;
    if (address.matches("(?i)https?://[\\p{L}\\p{N}.-]+\\.[\\p{L}\\p{N}]{2,}(?:[:/?#]\\S*)?")) return address;
    cells.note("website", "imports.note.leftOut");
    return null;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Map<String, List<String>> only(String... codes) {
    Map<String, List<String>> some = new LinkedHashMap<>();
    for (String code : codes) some.put(code, WORDS.getOrDefault(code, List.of()));
    return some;
  }
}
