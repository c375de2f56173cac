package dz.linatatawwa.ideas.web;

import dz.linatatawwa.ideas.Idea;
import dz.linatatawwa.ideas.IdeaKind;
import dz.linatatawwa.ideas.IdeaState;
import dz.linatatawwa.ideas.Proposal;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.Point;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an idea may name: kinds, states, fields, places; and how they are read aloud. */
@Component
class IdeaChoices {

  private final Taxonomy taxonomy;
  private final Places places;

  IdeaChoices(Taxonomy taxonomy, Places places) {
    this.taxonomy = taxonomy;
    this.places = places;
  }

  List<Option> kinds(Words words) {
    return Arrays.stream(IdeaKind.values()).map(kind -> Option.of(kind.code(), words.text("ideas.kind." + kind.code()), words.text("ideas.kind." + kind.code() + ".hint"))).toList();
  }

  List<Option> states(Words words) {
    return Arrays.stream(IdeaState.values()).map(state -> Option.of(state.code(), words.text("ideas.state." + state.code()))).toList();
  }

  List<Option> fields(Language language) {
    return taxonomy.fields().stream().map(field -> Option.of(field.code(), field.name().in(language))).toList();
  }

  boolean knowsField(String code) {
    return taxonomy.field(code).isPresent();
  }

  String fieldName(String code, Language language) {
    return taxonomy.name(code, language);
  }

  Optional<WilayaCode> wilaya(String typed) {
    return places.wilayaNamed(typed).map(found -> found.code());
  }

  String wilayaName(WilayaCode code, Language language) {
    return places.name(code, language);
  }

  /** The commune of this code or name within a wilaya. */
  Optional<Commune> commune(WilayaCode wilaya, String typed) {
    return places.communesNamed(typed).stream().filter(found -> found.wilaya().equals(wilaya)).findFirst();
  }

  /** The commune whose centre is nearest to a spot. */
  Optional<Commune> nearest(Point spot) {
    return places.nearest(spot, commune -> true);
  }

  Optional<Commune> commune(CommuneCode code) {
    return places.commune(code);
  }

  /** Where it is, in words; empty where it is nowhere. */
  String place(Idea idea, Words words) {
    Proposal told = idea.told();
    if (told.wilaya() == null) return told.kind() == IdeaKind.IMPROVEMENT ? "" : words.text("ideas.everywhere");
    String wilaya = places.name(told.wilaya(), words.language());
    return told.commune() == null ? wilaya : words.text("ideas.place", places.name(told.commune(), words.language()), wilaya);
  }
}
