package dz.linatatawwa.imports;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How rows and reasons are shown to people. */
public final class Showing {

  private Showing() {}

  /** Why a value is bad, or what was read into it, in plain words. */
  public static String reason(Fault fault, Words words) {
    return words.text(fault.reason(), fault.arguments().toArray());
  }

  /** The name of a field. */
  public static String field(String code, Words words) {
    return words.text("imports.field." + code);
  }

  static Preview.Shown row(Sorted sorted, Places places, Taxonomy taxonomy) {
    List<Preview.Cell> cells = new ArrayList<>();
    switch (sorted.candidate()) {
      case null -> { }
      case Candidate.Body body -> {
        add(cells, "name_ar", body.profile().nameAr());
        add(cells, "name_fr", body.profile().nameFr());
        add(cells, "commune", commune(body.profile().seat().commune(), places));
        add(cells, "fields", body.profile().fields().stream().map(code -> taxonomy.name(code, Language.AR)).collect(Collectors.joining("، ")));
        add(cells, "about", body.profile().about());
      }
      case Candidate.Offer offer -> {
        add(cells, "title", offer.draft().title());
        add(cells, "organization", offer.owner());
        add(cells, "field", field(offer.draft().field(), taxonomy));
        add(cells, "commune", commune(offer.draft().commune(), places));
        add(cells, "address", offer.draft().address());
        Candidate.Span span = offer.span();
        if (span != null) add(cells, "start", span.startsAt().atZone(Words.ZONE).toLocalDateTime().toString().replace('T', ' '));
        if (span != null) add(cells, "capacity", Integer.toString(span.capacity()));
      }
    }
    return new Preview.Shown(sorted.row(), cells);
  }

  static Preview.Shown row(int row, BroughtOperation operation, Places places, Taxonomy taxonomy) {
    List<Preview.Cell> cells = new ArrayList<>();
    add(cells, "title", operation.title());
    add(cells, "start", when(operation));
    add(cells, "wilaya", operation.wilaya() == null ? null : places.name(operation.wilaya(), Language.AR));
    add(cells, "commune", commune(operation.commune(), places));
    add(cells, "organization", operation.organization() == null ? operation.organizationName() : "#" + operation.organization());
    add(cells, "field", field(operation.field(), taxonomy));
    add(cells, "people", operation.people() == null ? null : operation.people().toString());
    add(cells, "hours", operation.minutes() == null ? null : Long.toString(operation.minutes() / 60));
    add(cells, "achieved", operation.units().entrySet().stream().map(unit -> unit.getValue() + " " + unit.getKey()).sorted().collect(Collectors.joining("، ")));
    return new Preview.Shown(row, cells);
  }

  private static String when(BroughtOperation operation) {
    return switch (operation.precision()) {
      case "year" -> Integer.toString(operation.first().getYear());
      case "month" -> operation.first().toString().substring(0, 7);
      default -> operation.first().equals(operation.last()) ? operation.first().toString() : operation.first() + " – " + operation.last();
    };
  }

  private static @Nullable String field(@Nullable String code, Taxonomy taxonomy) {
    return code == null || code.isBlank() ? null : taxonomy.name(code, Language.AR);
  }

  private static @Nullable String commune(@Nullable CommuneCode code, Places places) {
    return code == null ? null : places.commune(code).map(commune -> commune.name().ar() + " (" + code + ")").orElse(code.value());
  }

  private static void add(List<Preview.Cell> cells, String field, @Nullable String value) {
    if (value != null && !value.isBlank()) cells.add(new Preview.Cell(field, value.length() > 80 ? value.substring(0, 80) + "…" : value));
  }
}
