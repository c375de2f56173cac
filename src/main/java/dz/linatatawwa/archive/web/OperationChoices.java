package dz.linatatawwa.archive.web;

import dz.linatatawwa.archive.Operation;
import dz.linatatawwa.archive.Told;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.taxonomy.Activity;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What an operation may name: fields, activities, places; and how they are read aloud. */
@Component
class OperationChoices {

  private final Taxonomy taxonomy;
  private final Places places;

  OperationChoices(Taxonomy taxonomy, Places places) {
    this.taxonomy = taxonomy;
    this.places = places;
  }

  List<Option> fields(Language language) {
    return taxonomy.fields().stream().map(field -> Option.of(field.code(), field.name().in(language))).toList();
  }

  /** Each field as a whole, then its activities. */
  List<Option> activities(Words words) {
    Language language = words.language();
    List<Option> options = new ArrayList<>();
    taxonomy.fields().forEach(field -> {
      String name = field.name().in(language);
      options.add(new Option(field.code(), words.text("archive.field.whole", name), "", name));
      taxonomy.activities(field.code()).forEach(activity -> options.add(new Option(activity.code(), activity.name().in(language), "", name)));
    });
    return options;
  }

  /** Field and activity of what the list sends; both empty for nothing. */
  String[] about(String code, Problems problems) {
    if (code.isEmpty()) return new String[] {"", ""};
    Optional<Activity> activity = taxonomy.activity(code);
    if (activity.isPresent()) return new String[] {activity.get().field(), code};
    if (taxonomy.field(code).isEmpty()) problems.add("field", "site.problem.choice");
    return new String[] {code, ""};
  }

  boolean knowsField(String code) {
    return taxonomy.field(code).isPresent();
  }

  static String fieldOrActivity(Told told) {
    return told.activity() != null ? told.activity() : told.field() != null ? told.field() : "";
  }

  Optional<CommuneCode> commune(String wilaya, String typed) {
    Optional<WilayaCode> in = WilayaCode.of(wilaya);
    List<Commune> named = places.communesNamed(typed);
    return named.stream().filter(found -> in.isPresent() && found.wilaya().equals(in.get())).map(Commune::code).findFirst();
  }

  Optional<WilayaCode> wilaya(String typed) {
    return places.wilayaNamed(typed).map(found -> found.code());
  }

  List<Option> months(Words words) {
    return IntStream.rangeClosed(1, 12).mapToObj(month -> Option.of(Integer.toString(month), Month.of(month).getDisplayName(TextStyle.FULL_STANDALONE, words.language().locale()))).toList();
  }

  String wilayaName(String code, Language language) {
    return places.name(new WilayaCode(code), language);
  }

  String communeName(CommuneCode code, Language language) {
    return places.name(code, language);
  }

  String fieldName(String code, Language language) {
    return taxonomy.name(code, language);
  }

  /** Where it was, in words. */
  String place(Operation operation, Words words) {
    Told told = operation.told();
    if (told.wilaya() == null) return words.text("archive.several");
    String wilaya = places.name(told.wilaya(), words.language());
    return told.commune() == null ? wilaya : words.text("archive.place", places.name(told.commune(), words.language()), wilaya);
  }

  /** Its activity, else its field; empty where nobody says it. */
  String field(Operation operation, Language language) {
    Told told = operation.told();
    if (told.activity() != null) return taxonomy.activity(told.activity()).map(activity -> activity.name().in(language)).orElse("");
    return told.field() == null ? "" : taxonomy.name(told.field(), language);
  }
}
