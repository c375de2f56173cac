package dz.linatatawwa.search;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.ListingText;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.Findable;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words by which a thing is found, folded and stemmed as those of opportunities are: what it is called, whose it is and where, in every spelling of the place;
 *  then what it says of itself and the name of its field. */
@Component
class FindableText {

  /** @param titled words of its title, as PostgreSQL reads a {@code tsvector}
   *  @param words  all of them, and the mark of its kind
   *  @param spoken the words as they were written, by their folded form */
  record Said(String titled, String words, Map<String, String> spoken) {}

  private final Taxonomy taxonomy;
  private final Places places;

  FindableText(Taxonomy taxonomy, Places places) {
    this.taxonomy = taxonomy;
    this.places = places;
  }

  /** A word that no letter folds into: what is of this kind. */
  static String mark(String kind) {
    return "'@" + kind + "'";
  }

  Said of(String kind, Findable thing) {
    String title = whole(thing.name());
    ListingText text = new ListingText().about(title).about(whole(thing.by())).about(places.spoken(thing.wilaya())).about(places.spoken(thing.commune())).about(thing.words());
    text.around(whole(thing.about())).around(field(thing.field()));
    return new Said(new ListingText().about(title).narrow(), Stream.of(text.narrow(), text.wide(), mark(kind)).collect(Collectors.joining(" ")).strip(), text.spoken());
  }

  private static String whole(@Nullable LocalName name) {
    return name == null ? "" : Stream.of(name.ar(), name.fr(), name.en()).filter(one -> one != null).collect(Collectors.joining(" "));
  }

  private String field(@Nullable String code) {
    return code == null ? "" : taxonomy.field(code).map(field -> whole(field.name())).orElse("");
  }
}
